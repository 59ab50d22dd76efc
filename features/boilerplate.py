"""Boilerplate: lines and sentences that say nothing about the story, and datelines."""

from __future__ import annotations

import re

_LINE = re.compile(
    r"""\s*(?:
      (?:©|\(c\)\s|copyright\s*(?:©|\(c\)|\d{4}|by\b|20\d\d)|all\s+rights\s+reserved)
    | this\s+(?:material|story|article|content|report|page|document|copy)\s+(?:may|can|must)\s*not\s+be
        \s+(?:published|reproduced|redistributed|copied|used|republished)
    | (?:share|tweet|pin|email|e-mail|print|forward)\s+(?:this|on|via|it|to)\b[^.]{0,60}[.!:]?\s*$
    | (?:subscribe|sign\s+up|register|donate|log\s+in)\s+(?:now|here|to\b|for\b|today|via)
        [^.]{0,120}[.!:]?\s*$
    | (?:follow|like|join|find|contact|connect\s+with)\s+(?:us|me|him|her|them|the\s+author)\s+(?:on|at)\b
    | follow\s+[\w.@’' -]{1,60}\s+on\s+(?:twitter|facebook|instagram|telegram|x|gab|parler|truth)\b
    | (?:click|tap|read|see)\s+(?:here|more|also|the\s+full|the\s+rest)\b[^.]{0,120}[.!:…]*\s*$
    | (?:read|watch|listen|see\s+also|related|also\s+read|more|recommended|trending|tags?|filed\s+under
        |topics?|categories|source|via|photo|image|images|picture|video|caption|credit|advertisement
        |sponsored|continue\s+reading|story\s+continues|comments?|leave\s+a\s+(?:comment|reply)
        |getty\s+images|file\s+photo|loading|back\s+to\s+top|skip\s+to\s+content|cookie\s+policy
        |privacy\s+policy|terms\s+of\s+(?:use|service))\s*(?:[:|].{0,160}|(?:below|now|here))?\s*$
    | (?:photo|image|picture|video)\s+(?:by|credit|courtesy|via|source)\b[^.]{0,100}\.?\s*$
    | \(?(?:reporting|additional\s+reporting|writing|editing|edited|compiled|translated)\s+by\s+.*$
    | (?:published|updated|posted|last\s+(?:updated|modified)|first\s+published)\b\s*(?:on|at|:)?
        .{0,60}\d.{0,30}$
    | (?:https?://|www\.)\S+\s*$
    | [\w.+-]+@[\w-]+\.[\w.]+\s*$
    | (?:pic\.twitter\.com|t\.co)/\S+\s*$
    | (?:we|this\s+(?:site|website))\s+uses?\s+cookies\b.*$
    | (?:this|the)\s+(?:article|post|piece|story|column|report)\s+(?:was\s+)?(?:first|originally)
        \s+(?:appeared|published|posted)\b.*$
    | (?:the\s+)?(?:associated\s+press|reuters|afp|ap)(?:\s+[\w’' ]{0,60})?\s+contributed\s+to\s+this
        \s+(?:report|story|article)\.?\s*$
    | (?:read|get|download)\s+(?:our|the)\s+(?:newsletter|app)\b.*$
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_BYLINE = re.compile(r"\s*(?:[Bb]y|BY|[Ww]ritten [Bb]y|[Pp]osted [Bb]y):?\s+[A-Z]")
_SMALL_WORDS = frozenset("and the of for in at by with on | - – — / &".split())
# Only a text that starts with one of these words, or has © or @ in it, can be boilerplate.
FIRST_WORDS = tuple(
    """
    by written copyright c all this share tweet pin email e print forward subscribe sign register donate log
    follow like join find contact connect click tap read see watch listen related also more
    recommended trending tag tags filed topic topics category categories source via photo image
    images picture video caption credit advertisement sponsored continue continuing story comment
    comments leave getty file loading back skip cookie privacy terms reporting additional writing
    editing edited compiled translated published updated posted last first https http www pic t we
    the associated reuters afp ap get download
    """.split()
)
_COPYRIGHT = re.compile(r"\s*(?:©|\([cC]\)\s*\d{4}|[Cc]opyright\s+(?:©|\([cC]\)|\d{4}))")
_DATELINE = re.compile(
    r"\s*(?:[A-Z][A-Z.’'-]+(?:[ ,/]+[A-Z][\w.’'-]*){0,5})"
    r"(?:,?\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?\s+\d{1,2})?"
    r"(?:,?\s+\d{4})?(?:\s*\((?:[A-Z][\w.&’' -]{1,40})\)|\s*/[A-Z][\w ]{1,30}/)?\s*(?:—|–|--|-)\s+"
)
_AGENCY = re.compile(r"\s*\((?:Reuters|AP|AFP|UPI|TASS|CNN|Xinhua|DPA|ANSA|EFE|PTI|IANS|ANI)\)\s*"
                     r"(?:—|–|--|-|\.|:)?\s+")


def is_boilerplate(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]`, a line or a sentence, is boilerplate and not a statement."""
    if _BYLINE.match(text, start, end):
        return _is_byline(text[start:end])
    return bool(_LINE.match(text, start, end))


def _is_byline(line: str) -> bool:
    """A byline is short, has no sentence end, and nearly all its words are names."""
    words = line.replace(",", " ").split()[1:]
    names = sum(word[0].isupper() or word in _SMALL_WORDS for word in words)
    return len(line) <= 90 and line.rstrip()[-1] not in ".!?" and names >= 0.8 * len(words)


def starts_boilerplate_block(text: str, start: int, end: int) -> bool:
    """Whether all that follows on the same line is boilerplate too (a copyright notice)."""
    return bool(_COPYRIGHT.match(text, start, end))


def body_start(text: str, start: int, end: int) -> int:
    """Where the sentence starts after a dateline such as "MOSCOW, March 26 (Reuters) — "."""
    for pattern in (_DATELINE, _AGENCY):
        match = pattern.match(text, start, min(end, start + 120))
        if match and match.end() < end and _is_dateline(match.group()):
            return match.end()
    return start


def _is_dateline(prefix: str) -> bool:
    """A dateline names a place in capitals and a day or an agency, or is two words at most."""
    words = prefix.strip(" —–-").split()
    return "(" in prefix or any(c.isdigit() for c in prefix) or (
        len(words) <= 3 and words[0].strip(",.").isupper() and len(words[0]) > 2
    )
