"""Marker: an opinion that belongs to nobody in particular."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from scorer.features.context import has, opens_clause, words, words_after
from scorer.features.marker import Found, Hit, Marker
from scorer.features.reading import Reading
from scorer.features.tokens import hash_words


def _keep(reading: Reading, hit: Hit) -> bool:
    if hit.kind == "it":
        return reading.word(hit.last - 1) == "that" or opens_clause(reading, hit)
    if hit.kind == "group":
        # "critics of the plan say": up to four words between the group and its verb
        return has("vague_says", words_after(reading, hit, 5))
    if hit.kind == "have":
        # "critics have long said", not "critics have left"
        return reading.after(hit) != "been" and has("vague_said", words_after(reading, hit, 3))
    if hit.kind in ("vague", "passive"):
        return "by" not in words_after(reading, hit, 4)
    return True


def _find(reading: Reading) -> Iterator[Found]:
    """“Many Ukrainians fear”: a quantity, a people, a verb of opinion."""
    wanted = hash_words(sorted(words("vague_many")))
    many = np.isin(reading.batch.token_hash, wanted) & (reading.token_statement >= 0)
    for token in np.flatnonzero(many).tolist():
        following = words_after(reading, Hit(token, token + 1, ""), 2)
        people = len(following) == 2 and following[0].endswith("s") and following[1] != "s"
        if people and reading.is_capital(token + 1) and has("vague_says", following[1:]):
            yield Found(int(reading.token_start[token]), int(reading.token_end[token + 2]))


MARKER = Marker(
    id="vague_attribution",
    category="sourcing",
    summary="An opinion or a claim is given to people who cannot be asked.",
    finds=(
        "Groups without names and passives without an agent: critics say, some say, many believe, "
        "experts warn, it is said, widely seen as, studies show, conventional wisdom. A named "
        "member of the group, an institution, or “by” with an agent ends it."
    ),
    matters=(
        "Nobody answers for the statement, so it cannot be checked. Wikipedia's editors call such "
        "phrases weasel words."
    ),
    false_alarms=(
        "A lead (“scientists say”) that names the scientists in the next paragraph.",
        "A group that the article has introduced before.",
    ),
    references=(
        "Wikipedia, Manual of Style: Words to watch (unsupported attributions)",
        "Ganter and Strube 2009, Finding hedges by chasing weasels, ACL-IJCNLP",
        "Farkas et al. 2010, The CoNLL-2010 shared task",
    ),
    hits=(
        "⟦Critics say⟧ the law goes too far.",
        "⟦Many Ukrainians fear⟧ a new offensive.",
        "⟦Some say⟧ he never meant to leave.",
        "⟦Many believe⟧ that the vote was bought.",
        "The treaty ⟦is widely seen as⟧ a failure.",
        "⟦It is said that⟧ the old king could not read.",
        "⟦Experts warned⟧ that the bridge would not last.",
        "⟦Studies show⟧ that children learn faster in the morning.",
        "She is ⟦widely regarded⟧, even abroad, as the better candidate.",
        "⟦There are those who say⟧ the war was lost on the first day.",
    ),
    misses=(
        "Some of the money went to schools.",
        "The two experts said the samples were clean.",
        "The report was widely criticised by the three opposition parties.",
        "Ann Lowe, a critic of the plan, said it was too dear.",
        "He has some friends in the capital.",
        "It is believed by the detectives on the case to be a forgery.",
        "Many people came to the harbour.",
        "According to experts at Delft University, the dam is unsafe.",
        "At some point he gave up.",
    ),
    keep=_keep,
    find=_find,
)
