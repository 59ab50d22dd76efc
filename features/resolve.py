"""Who a source is: a person, an outlet, an institution, a role; what kind, which state."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple

import numpy as np

from scorer.features.names import Name, people
from scorer.features.reading import Reading
from scorer.features.relations import P, Relations
from scorer.features.speaker import NOBODY, UNKNOWN, Speaker, common, named_speaker, of_outlet
from scorer.features.syntax import BREAK, WORD, Syntax
from scorer.seeds.registry import Registry
from scorer.seeds.registry_rows import Institution, Official, Outlet

_HE_SHE = {"he": "m", "she": "f", "him": "m", "her": "f", "his": "m", "hers": "f"}
_PRONOUNS = frozenset((*_HE_SHE, *["they", "them", "their", "i", "we", "it", "you", "who"]))
_WORD = re.compile(r"\w+")


class _Office(NamedTuple):
    """What a source says of a person beside the name: a body, a role, a state."""

    body: Speaker | None
    role: Official | None
    state: str | None

    @property
    def kind_and_state(self) -> tuple[str, str | None]:
        """What kind of source the person is, and the state it speaks for."""
        if self.body is not None and self.body.kind is not None:
            return self.body.kind, self.body.state
        if self.role is not None and self.role.kind != "unknown":
            return self.role.kind, self.role.state or self.state
        return "person", None


class Resolver:
    """Resolves the sources of one reading. Keeps the speakers so far; use once."""

    def __init__(
        self, reading: Reading, syntax: Syntax, names: list[Name], registry: Registry
    ) -> None:
        """Index names and people of a reading."""
        self.reading, self.registry = reading, registry
        self.text = reading.text
        self.start, self.end = reading.token_lists
        # Bytes answer single questions as fast as lists and cost nothing to make.
        self.capital = syntax.capital.tobytes()
        self.plain = (syntax.kind == WORD).tobytes()
        self.broken = syntax.has(BREAK).tobytes()
        self.opens = (syntax.first == np.arange(syntax.first.size)).tobytes()
        self.names = names
        self.name_first = [name.first for name in names]
        self.people = people(reading, syntax)
        self.last_person: dict[int, Speaker] = {}
        self.known: dict[tuple[int, str], Speaker] = {}
        self._starts: list[int] = reading.statement_start.tolist()
        self._articles: list[int] = reading.statements.article.tolist()
        self.memo: dict[tuple[int, str], Speaker] = {}

    def speakers(self, found: Relations) -> list[Speaker]:
        """The speaker of each relation; relations come in text order."""
        articles = self.reading.statements.article[found.statement].tolist()
        columns = (found.source_first, found.source_last, found.follows, found.embedded)
        rows = zip(articles, *(column.tolist() for column in columns), strict=True)
        bare: list[bool] = (found.pattern == P["quote"]).tolist()
        out: list[Speaker] = []
        for number, (article, first, last, follows, embedded) in enumerate(rows):
            if bare[number]:
                speaker = out[int(follows)] if follows >= 0 else UNKNOWN
            elif first < 0:
                speaker = NOBODY
            else:
                speaker = self._resolve(article, first, last)
            out.append(speaker)
            if speaker.is_person and not embedded:
                self.last_person[article] = speaker
        return out

    def relays(self, found: Relations) -> list[Speaker | None]:
        """The outlet each relation was told to ("told RIA Novosti"), None if none."""
        out: list[Speaker | None] = [None] * len(found)
        for number in (found.told_first >= 0).nonzero()[0].tolist():
            first, last = int(found.told_first[number]), int(found.told_last[number])
            out[number] = self._outlet_in(first, last)
        return out

    def _outlet_in(self, first: int, last: int) -> Speaker | None:
        for name in self._names_in(first, last):
            entity = self.registry.entity(name.row.entity_id) if name.row.entity_id else None
            if isinstance(entity, Outlet):
                return of_outlet(entity)
        return None

    def _text(self, first: int, last: int) -> str:
        return self.text[self.start[first] : self.end[last - 1]]

    def _names_in(self, first: int, last: int) -> list[Name]:
        at = bisect_left(self.name_first, first)
        found: list[Name] = []
        while at < len(self.names) and self.names[at].first < last:
            if self.names[at].last <= last:
                found.append(self.names[at])
            at += 1
        return found

    def _resolve(self, article: int, first: int, last: int) -> Speaker:
        text = self._text(first, last)
        lower = text.lower()
        if lower in _PRONOUNS:
            return self._pronoun(article, lower)
        key = (article, text)
        if key not in self.memo:
            named = self._named(article, first, last)
            self.memo[key] = named or common(text, _WORD.findall(lower))
        return self.memo[key]

    def _pronoun(self, article: int, word: str) -> Speaker:
        person = self.last_person.get(article)
        if word in _HE_SHE and person is not None:
            return person
        return UNKNOWN

    def _named(self, article: int, first: int, last: int) -> Speaker | None:
        """By the registry, then by the people of the article."""
        found = self._names_in(first, last)
        context = frozenset(_states(found))
        state = next(iter(_states(found)), None)
        person = outlet = body = role = None
        for name in found:
            entity = self.registry.resolve(name.row.alias, context)
            if isinstance(entity, Official) and entity.entry == "person" and person is None:
                person = Speaker(entity.name, entity.id, entity.kind, entity.state, is_person=True)
            elif isinstance(entity, Official) and role is None:
                role = entity
            elif isinstance(entity, Outlet):
                outlet = of_outlet(entity)
            elif isinstance(entity, Institution) and body is None:
                body = _of_body(entity, self._text(first, last), state)
        human = self._person(article, first, last, _Office(body, role, state))
        best = person or human or outlet or body
        if best is not None:
            return best
        return self._by_role(first, last, role, state)

    def _person(self, article: int, first: int, last: int, office: _Office) -> Speaker | None:
        """A capitalised name that no registry row covers: a person, by the full name."""
        name = self._free_name(first, last)
        if name is None:
            return None
        surname = name.split()[-1]
        full = self.people.get(article, {}).get(surname, name)
        known = self.known.get((article, full))
        if known is None:
            known = named_speaker(full, *office.kind_and_state)
            self.known[(article, full)] = known
        return known

    def _free_name(self, first: int, last: int) -> str | None:
        """The first run of capitalised words in the source that is no registry name."""
        taken = {t for name in self._names_in(first, last) for t in range(name.first, name.last)}
        at = first
        while at < last:
            if not self.capital[at] or at in taken or not self.plain[at]:
                at += 1
                continue
            end = at + 1
            while end < last and self.capital[end] and end not in taken and not self.broken[end]:
                end += 1
            alone = end - at == 1 and bool(self.opens[at])
            surname = self.text[self.start[end - 1] : self.end[end - 1]]
            if (end - at > 1 or not alone or surname in self._surnames(at)) and len(surname) > 1:
                return self.text[self.start[at] : self._name_end(end - 1)]
            at = end
        return None

    def _name_end(self, token: int) -> int:
        """End of a name's last word with what a hyphen joins to it: "Ban Ki-moon"."""
        joined = self.text[self.end[token] : self.end[token] + 1] in ("-", "‑", "‐")
        follows = token + 1 < len(self.start) and self.start[token + 1] == self.end[token] + 1
        return self.end[token + 1] if joined and follows else self.end[token]

    def _surnames(self, token: int) -> dict[str, str]:
        number = bisect_right(self._starts, self.start[token]) - 1
        return self.people.get(self._articles[number], {})

    def _by_role(
        self, first: int, last: int, role: Official | None, state: str | None
    ) -> Speaker | None:
        text = self._text(first, last)
        if role is not None:
            kind = role.kind if role.kind != "unknown" else "government" if state else "unknown"
            return Speaker(text, None, kind, role.state or state, is_outlet=kind == "state_media")
        if state is not None:
            return Speaker(text, None, "government", state)
        return None


def _of_body(body: Institution, written: str, state: str | None) -> Speaker:
    """A body by its name; a generic group ("police", "the mayor") as written, with its state."""
    if body.subtype == "generic":
        return Speaker(written, body.id, body.kind, body.state or state)
    return Speaker(body.name, body.id, body.kind, body.state)


def _states(names: list[Name]) -> list[str]:
    """Countries spoken of by name, demonym or capital, in text order."""
    found: list[str] = []
    for name in names:
        if name.row.table in ("country", "demonym", "capital") and name.row.entity_id:
            found.append(name.row.entity_id)
    return found
