"""Marker: questions that expect no answer."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np

from scorer.features.marker import Found, Marker
from scorer.features.reading import Reading

_OPENERS = (
    # who / what / how / why that already hold their answer
    r"who (?:cares|knows|needs|would have|could have|can blame|could blame|in their right mind|"
    r"(?:do|does|did) (?:he|she|they|you|these people) think|(?:is|are) (?:he|she|they|you|we) "
    r"(?:kidding|fooling|trying to fool)|(?:are they|is he|is she|are you) to|gave (?:him|them)|"
    r"wouldn't|doesn't|needs enemies|really (?:runs|believes|benefits|wants))",
    r"what (?:could possibly|could go wrong|else (?:is new|are they|do you|did you|would you|could|"
    r"can)|kind of (?:person|man|country|people|leader|message|world|government|president|nation|"
    r"society|mother|father|fool)|sort of (?:person|man|country|people|message|world)|difference "
    r"(?:does|would|did)|(?:is|was|'s) the (?:point|use)|"
    r"more (?:proof|evidence|do (?:you|we|they))|"
    r"(?:was|were|is|are) (?:he|she|they|you|we) (?:thinking|smoking|hiding|so afraid|waiting "
    r"for)|"
    r"about (?!you\b)|on earth|in (?:the )?(?:hell|heaven's|god's)|the hell|does (?:it|that) say "
    r"about|do (?:you|they) expect|exactly (?:do|does|did|has|have) (?:they|you|he|she|we)|"
    r"gives|ever happened to|(?:has|have) (?:become|happened to|we become))",
    r"how (?:could|can|dare|many (?:times|more)|much (?:longer|more)|long (?:must|will|until|can|"
    r"before|are we)|stupid|on earth|in the world|the hell|is (?:it|this|that) (?:possible|even|"
    r"not|any|acceptable|ok|fair)|else (?:can|could|do|would|to|are|is)|likely is|come|would you "
    r"(?:feel|like)|is anyone)",
    r"why (?:else|on earth|in the world|the hell|would|should|bother|not|is it that|is (?:no ?one|"
    r"nobody|everyone)|aren't|isn't|don't|doesn't|didn't|haven't|hasn't|won't|weren't|wasn't|can't|"
    r"must|even|all the|this sudden|then|do (?:they|we|you|these)|are (?:they|we|you) (?:so|not|"
    r"still))",
    # where, when
    r"where (?:is|was|are|were|'s) (?:the|their|your|all|this|our) (?:\w+ )?(?:outrage|media|"
    r"evidence|proof|justice|feminists?|press|protests?|condemnation|leadership|shame|indignation|"
    r"compassion|concern|decency)",
    r"where (?:does|will|would|did) (?:it|this|that) (?:end|stop|all end|leave)",
    r"where (?:were|was) (?:you|they|he|she) when",
    r"when (?:will|did|are|is) (?:we|they|you|this|it|enough|the madness|people|americans|someone) "
    r"(?:ever|finally|learn|going to|wake|stop|end|enough|become|it become|gonna|realize|start)",
    r"when (?:will|is) (?:it|this|enough) (?:end|stop|be|ever|enough)",
    r"since when",
    # yes-no questions that expect the opposite
    r"(?:is|isn't|are|aren't|was|wasn't|were|weren't|do|don't|does|doesn't|did|didn't|have|haven't|"
    r"has|hasn't|can|can't|could|couldn't|would|wouldn't|should|shouldn't|will|won't) "
    r"(?:it|this|that|he|she|they|we|you|i|anyone|anybody|there|these|those|people|nobody|no ?one|"
    r"everyone|the (?:media|left|world|public|west)) (?:really|seriously|honestly|actually|even|"
    r"truly|any wonder|any surprise|too much|not|never|supposed|expected|to believe|just|kidding|"
    r"blind|crazy|insane|mad|stupid|joking|serious|remember|ever wonder|get it|forget|forgotten)",
    r"(?:isn't|aren't|wasn't|weren't|don't|doesn't|didn't|haven't|hasn't|wouldn't|shouldn't|"
    r"couldn't|can't) (?:it|this|that|he|she|they|we|you|anyone|there|these|those|people)",
    r"(?:do|does|did) (?:anyone|anybody|you|they|he|she|we|people) (?:really|seriously|honestly|"
    r"actually|truly|think (?:we|you|i|they|people)|even|still)",
    r"is (?:it|that) (?:a|any|just a|mere) (?:coincidence|wonder|surprise|accident)",
    r"is (?:this|that) (?:what|how|the (?:kind|sort|same|best|america|country|world)|who|"
    r"really|not|your|our|a joke)",
    r"are (?:we|they|you) (?:to|really|supposed|expected|kidding|serious|joking|insane|all|that|so|"
    r"blind|fools|not|just|going to (?:let|allow|sit|stand|believe|accept))",
    r"(?:have|has) (?:we|they|he|she|you|it|the world|everyone) (?:no|not|really|gone|lost|"
    r"forgotten|all|completely|never|ever (?:wondered|noticed))",
    r"(?:am i|are you) (?:supposed|expected|missing|the only)",
    r"(?:should|must|shall|can|could) (?:we|i|one|anyone|americans) (?:really|just|believe|trust|"
    r"forget|ignore|be (?:surprised|shocked|forced|silent)|sit|stand by|tolerate|accept|allow)",
    r"what if",
    r"or (?:is|are|do|does|did|was|were|has|have|will) (?:it|they|he|she|we|that|this|you)",
    r"remember (?:when|how|the)",
    r"ever (?:wonder|wondered|notice|noticed)",
    r"need (?:i|we) (?:say|go|remind)",
)
_TAILS = (
    r"(?:^|, |\. )(?:right|really|seriously|remember|no|huh|eh|yes|coincidence|sound familiar|so "
    r"what|surprised|anyone|got it|get it|ok|okay|and for what|for what|of course not|why not|or "
    r"(?:not|what|else)|who else|what else|at what cost|at what price|to what end)$",
    r", (?:isn't|aren't|wasn't|weren't|don't|doesn't|didn't|haven't|hasn't|won't|wouldn't|can't|"
    r"couldn't|shouldn't|is|are|was|were|do|does|did|have|has|will|would|can|could) "
    r"(?:it|he|she|they|we|you|i|there)$",
)
_RHETORICAL = re.compile(
    r"(?:(?:and|but|so|then|yet|now|well|yes|no|oh|really|seriously|ok|okay|i mean|again|tell me|"
    r"after all|just|because|also|if so|for example|of course),? )*(?:"
    + "|".join(_OPENERS)
    + r")\b"
)
_TAIL = re.compile("|".join(_TAILS))
_STOPS = '!?;:“”"«»—–|\n…'
_ASKED = re.compile(
    r"[\"”’'»]*\s*(?:(?:he|she|they|i|we|the|an?|one|mr|mrs|ms)\b[\w .]{0,40})?"
    r"\b(?:asked|asks|inquired|enquired|queried)\b"
)
_ASKS = re.compile(r"\b(?:ask|asks|asked|asking|inquired)\b[^.?!\n]{0,40}[,:]?\s*[\"“'‘]\s*$")
_MAX_LENGTH = 400
_INTERVIEW = re.compile(r"\s*(?:q|question|interviewer|host|reporter|moderator)\s*[:.]", re.I)


def _find(reading: Reading) -> Iterator[Found]:
    """The clause before each question mark, if its wording shows that no answer is awaited."""
    marks = np.flatnonzero(reading.codes == ord("?"))
    statements = np.searchsorted(reading.statement_start, marks, side="right") - 1
    for mark, statement in zip(marks.tolist(), statements.tolist(), strict=True):
        if statement < 0 or mark >= int(reading.statement_end[statement]):
            continue
        start = _clause_start(reading.text, int(reading.statement_start[statement]), mark)
        if mark - start <= _MAX_LENGTH and _is_rhetorical(reading, start, mark):
            yield Found(start, mark + 1)


def _clause_start(text: str, floor: int, mark: int) -> int:
    floor = max(floor, mark - _MAX_LENGTH - 1)
    start = max(floor, *(text.rfind(stop, floor, mark) + 1 for stop in _STOPS))
    while start < mark and not text[start].isalnum():
        start += 1
    return start


def _is_rhetorical(reading: Reading, start: int, mark: int) -> bool:
    if _INTERVIEW.match(reading.text_before(start, 14).rsplit("\n", 1)[-1]):
        return False
    before, after = reading.text_before(start, 60), reading.text_after(mark + 1, 59)
    if _ASKED.match(after.lower()) or _ASKS.search(before.lower()):
        return False
    clause = " ".join(reading.text[start:mark].lower().replace("’", "'").split())
    return bool(_RHETORICAL.match(clause) or _TAIL.search(clause))


MARKER = Marker(
    id="rhetorical_question",
    category="style",
    summary="A question that is put to make a point, not to be answered.",
    finds=(
        "Questions whose wording holds the answer: who cares, how dare they, why would anyone, "
        "isn't it strange that, are we really to believe, since when, where is the outrage, is "
        "this what we voted for, and tags (right?, isn't it?). Questions for information, "
        "interview questions and questions that somebody asked are left out."
    ),
    matters=(
        "A rhetorical question makes the reader say what the writer does not have to prove. It is "
        "a common form of casting doubt."
    ),
    false_alarms=(
        "Honest questions of the same form in columns that go on to answer them.",
        "Questions quoted from an interview without a marked questioner.",
    ),
    references=(
        "Ilie 1994, What Else Can I Tell You? A Pragmatic Study of English Rhetorical Questions",
        "Da San Martino et al. 2019, Fine-grained analysis of propaganda in news articles (doubt)",
    ),
    hits=(
        "⟦Who cares what the voters want?⟧",
        "⟦How dare they lecture us?⟧",
        "They lied again. ⟦Are we really supposed to believe this?⟧",
        "⟦Isn't it strange that the files are gone?⟧",
        "⟦Since when is telling the truth a crime?⟧",
        "⟦Why would anyone trust this government?⟧",
        "⟦Is this what we fought for?⟧",
        "⟦He paid for it himself, right?⟧",
        "⟦Do they really think we are fools?⟧",
        "⟦But how many more must die?⟧",
        "⟦Don’t they deserve better?⟧",
        "⟦What were they thinking?⟧ The plan was dead.",
        "⟦Where is the outrage?⟧",
    ),
    misses=(
        "What time does the polling station open?",
        "“Where were you on Monday?” the judge asked.",
        "Q: Why would you resign?",
        "What is Brexit?",
        "How does the new tax work?",
        "Will it rain tomorrow?",
        "He asked whether they were ready.",
        "When will the bridge open?",
        "“Who would have won?” she asked the panel.",
        "I asked them, “Why don’t you go home?”",
        "Have you seen this man?",
    ),
    find=_find,
)
