"""Who a source is: a person, an outlet, an institution, a role; what kind, which state."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from scorer.features.names import Name, people
from scorer.features.patterns import Relation
from scorer.features.reading import Reading
from scorer.features.syntax import BREAK, Syntax
from scorer.seeds.registry import Registry
from scorer.seeds.registry_rows import Institution, Official, Outlet

_HE_SHE = {"he": "m", "she": "f", "him": "m", "her": "f", "his": "m", "hers": "f"}
_THEY = frozenset("they them their".split())
_ANONYMOUS = frozenset(
    "source sources insider insiders people person critics supporters observers some many others "
    "reports rumors rumours analysts experts witnesses".split()
)
_DOCUMENT = frozenset(
    "report statement document documents study survey poll polls lawsuit filing indictment complaint "
    "memo letter email emails transcript affidavit book article paper release ruling data".split()
)
_ACADEMIC = frozenset(
    "researchers researcher scientists scientist professor university study academics scholar "
    "scholars economist economists historian institute".split()
)
_COMPANY = frozenset("company firm corporation bank airline inc ltd corp plc llc".split())
_OUTLET_WORDS = frozenset("newspaper newspapers magazine outlet outlets agency media broadcaster".split())


@dataclass(frozen=True, slots=True)
class Speaker:
    """A resolved source. `name` None: nobody is named. `id`: registry id."""

    name: str | None
    id: str | None
    kind: str | None
    state: str | None
    is_outlet: bool = False
    is_person: bool = False
    ownership: str | None = None


NOBODY = Speaker(None, None, "anonymous", None)
UNKNOWN = Speaker(None, None, "unknown", None)


class Resolver:
    """Resolves the sources of one reading, in text order. Keeps the speakers so far; use once."""

    def __init__(
        self, reading: Reading, syntax: Syntax, names: list[Name], registry: Registry
    ) -> None:
        """Index names and people of a reading."""
        self.reading, self.syntax, self.registry = reading, syntax, registry
        self.names = names
        self.name_first = [name.first for name in names]
        self.people = people(reading, syntax)
        self.article: list[int] = reading.statements.article.tolist()
        self.last_person: dict[int, Speaker] = {}
        self.by_relation: dict[int, Speaker] = {}
        self.known: dict[tuple[int, str], Speaker] = {}

    def speaker(self, relation: Relation) -> Speaker:
        """The speaker of a relation; call in text order."""
        article = self.article[relation.statement]
        if relation.pattern == "quote":
            followed = relation.follows
            found = self.by_relation.get(id(followed), UNKNOWN) if followed else UNKNOWN
        elif relation.source[0] < 0:
            found = NOBODY
        else:
            found = self._resolve(article, *relation.source)
        self.by_relation[id(relation)] = found
        if found.is_person and relation.pattern != "noun":
            self.last_person[article] = found
        return found

    def relay_in(self, first: int, last: int) -> Speaker | None:
        """An outlet named among tokens `first` to `last`, e.g. whom a source told something."""
        for name in self._names_in(first, last):
            entity = self.registry.entity(name.row.entity_id) if name.row.entity_id else None
            if isinstance(entity, Outlet):
                return _of_outlet(entity)
        return None

    def _names_in(self, first: int, last: int) -> list[Name]:
        at = bisect_left(self.name_first, first)
        found: list[Name] = []
        while at < len(self.names) and self.names[at].first < last:
            if self.names[at].last <= last:
                found.append(self.names[at])
            at += 1
        return found

    def _resolve(self, article: int, first: int, last: int) -> Speaker:
        words = [self.syntax.word(t) for t in range(first, last)]
        if len(words) == 1 and (words[0] in _HE_SHE or words[0] in _THEY or words[0] in ("i", "we", "it")):
            return self._pronoun(article, words[0])
        text = self.reading.text[self.syntax.start[first] : self.syntax.end[last - 1]]
        named = self._named(article, first, last)
        if named is not None:
            return named
        return _common(text, words)

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
                outlet = _of_outlet(entity)
            elif isinstance(entity, Institution) and body is None:
                body = Speaker(entity.name, entity.id, entity.kind, entity.state)
        human = self._person(article, first, last, body, role, state)
        best = person or human or outlet or body
        if best is not None:
            return best
        return self._by_role(first, last, role, state)

    def _person(
        self,
        article: int,
        first: int,
        last: int,
        body: Speaker | None,
        role: Official | None,
        state: str | None,
    ) -> Speaker | None:
        """A capitalised name that no registry row covers: a person, by full name at first mention."""
        name = self._free_name(first, last)
        if name is None:
            return None
        surname = name.split()[-1]
        full = self.people.get(article, {}).get(surname, name)
        known = self.known.get((article, full))
        if known is None:
            kind, of_state = "person", None
            if role is not None and role.kind != "unknown":
                kind, of_state = role.kind, role.state or state
            if body is not None:
                kind, of_state = body.kind or kind, body.state
            known = Speaker(full, None, kind, of_state, is_person=True)
            self.known[(article, full)] = known
        return known

    def _free_name(self, first: int, last: int) -> str | None:
        """The last run of capitalised words in the source that is no registry name."""
        taken = {t for name in self._names_in(first, last) for t in range(name.first, name.last)}
        syntax = self.syntax
        best: str | None = None
        at = first
        while at < last:
            if not syntax.capital[at] or at in taken or syntax.kind[at]:
                at += 1
                continue
            end = at + 1
            while end < last and syntax.capital[end] and end not in taken and not (
                syntax.gap[end] & BREAK
            ):
                end += 1
            alone = end - at == 1 and syntax.first[syntax.statement[at]] == at
            surname = self.reading.raw(end - 1)
            known = surname in self.people.get(self.article[syntax.statement[at]], {})
            if (end - at > 1 or known or not alone) and len(surname) > 1:
                best = self.reading.text[syntax.start[at] : syntax.end[end - 1]]
                break
            at = end
        return best

    def _by_role(
        self, first: int, last: int, role: Official | None, state: str | None
    ) -> Speaker | None:
        text = self.reading.text[self.syntax.start[first] : self.syntax.end[last - 1]]
        if role is not None:
            kind = role.kind if role.kind != "unknown" else "government" if state else "unknown"
            return Speaker(text, None, kind, role.state or state, is_outlet=kind == "state_media")
        if state is not None:
            return Speaker(text, None, "government", state)
        return None


def _states(names: list[Name]) -> list[str]:
    """Countries spoken of by name, demonym or capital, in text order."""
    found: list[str] = []
    for name in names:
        if name.row.table in ("country", "demonym", "capital") and name.row.entity_id:
            found.append(name.row.entity_id)
    return found


def _of_outlet(outlet: Outlet) -> Speaker:
    return Speaker(
        outlet.name, outlet.id, outlet.kind, outlet.state, is_outlet=True, ownership=outlet.ownership
    )


def _common(text: str, words: list[str]) -> Speaker:
    """A source by a common noun: "officials", "a report", "sources"."""
    here = frozenset(words)
    if here & _ANONYMOUS:
        return Speaker(text, None, "anonymous", None)
    if here & _ACADEMIC:
        return Speaker(text, None, "academic", None)
    if here & _DOCUMENT:
        return Speaker(text, None, "document", None)
    if here & _COMPANY:
        return Speaker(text, None, "company", None)
    if here & _OUTLET_WORDS:
        return Speaker(text, None, "commercial_media", None, is_outlet=True)
    return Speaker(text, None, "unknown", None)

