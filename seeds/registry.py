"""The registry: who speaks in the news, for whom, and under which names."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path

from scorer.seeds.domains import DomainTables, look_up
from scorer.seeds.files import folder
from scorer.seeds.registry_csv import read_user_rows
from scorer.seeds.registry_names import name_rows
from scorer.seeds.registry_rows import (
    Country,
    DisinfoDomain,
    DomainScore,
    Entity,
    Institution,
    NameRow,
    Official,
    Outlet,
    SharedName,
    read_table,
)

_SHORTEST_PART = 3


class Registry:
    """Outlets, institutions, officials and countries, by id, name and web domain."""

    def __init__(
        self,
        entities: Iterable[Entity],
        defaults: Mapping[str, str | None],
        preferred: frozenset[str] = frozenset(),
        own_scores: Mapping[str, DomainScore] | None = None,
    ) -> None:
        """`defaults`: shared name to id; `preferred`: ids that win a shared name."""
        self._by_id = {entity.id: entity for entity in entities}
        self._defaults = defaults
        self._preferred = preferred
        self._domains = DomainTables(own_scores or {})

    @classmethod
    def load(cls, extra: Path | None = None) -> Registry:
        """The packaged registry, with the rows of `extra` added or put in place.

        Raises InputError with every fault of `extra` at once.
        """
        known = {entity.id: entity for entity in _packaged()}
        shared = read_table(SharedName, folder() / "names.csv")
        defaults = {row.alias: row.default_id for row in shared}
        if extra is None:
            return cls(known.values(), defaults)
        own = read_user_rows(extra, known)
        added = frozenset(own.entities.keys() - known.keys())
        return cls((known | own.entities).values(), defaults, added, own.domains)

    @cached_property
    def outlets(self) -> tuple[Outlet, ...]:
        """All outlets, in the order of the table."""
        return tuple(e for e in self._by_id.values() if isinstance(e, Outlet))

    @cached_property
    def institutions(self) -> tuple[Institution, ...]:
        """All institutions, in the order of the table."""
        return tuple(e for e in self._by_id.values() if isinstance(e, Institution))

    @cached_property
    def officials(self) -> tuple[Official, ...]:
        """All persons and roles, in the order of the table."""
        return tuple(e for e in self._by_id.values() if isinstance(e, Official))

    @cached_property
    def countries(self) -> tuple[Country, ...]:
        """All countries, in the order of the table."""
        return tuple(e for e in self._by_id.values() if isinstance(e, Country))

    @cached_property
    def names(self) -> tuple[NameRow, ...]:
        """Every name, to be matched as spelt; where a name has several rows, the first goes first.

        Apostrophes are straight; the text may have curly ones.
        """
        return tuple(name_rows(list(self._by_id.values()), self._defaults, self._preferred))

    def entity(self, entity_id: str) -> Entity | None:
        """The entity of an id, or None."""
        return self._by_id.get(entity_id)

    def resolve(self, alias: str, context: frozenset[str] = frozenset()) -> Entity | None:
        """The one entity meant by a name as spelt, or None.

        `context`: codes of the countries spoken of. A shared name goes to its only candidate from
        one of them, else to its default.
        """
        row = self._first_row.get(alias)
        if row is None:
            return None
        near = [e for c in row.candidates if (e := self._by_id[c]) and _place(e) in context]
        if len(near) == 1:
            return near[0]
        return self._by_id[row.entity_id] if row.entity_id else None

    def outlet_by_domain(self, address: str) -> Outlet | None:
        """The outlet of a URL or domain; None for one not listed and for what is no address."""
        return look_up(self._outlet_of, address)

    def domain_score(self, address: str) -> DomainScore | None:
        """The quality score of the domain of an address; the row names the domain it is for."""
        return look_up(self._domains.scores, address)

    def disinfo_domain(self, address: str) -> DisinfoDomain | None:
        """The row of a domain that reports tie to an influence operation, or None."""
        return look_up(self._domains.disinfo, address)

    def find(self, name: str) -> list[Entity]:
        """Entities whose id, name or domain is `name`, without regard to case and accents.

        Where there is none, those with a name that contains it, from three letters on.
        """
        wanted = _plain(name)
        ids = dict.fromkeys(self._by_plain_name.get(wanted, ()))
        if (outlet := self.outlet_by_domain(name)) is not None:
            ids[outlet.id] = None
        if not ids and len(wanted) >= _SHORTEST_PART:
            holders = (found for key, found in self._by_plain_name.items() if wanted in key)
            ids = dict.fromkeys(entity_id for found in holders for entity_id in found)
        return [self._by_id[entity_id] for entity_id in ids]

    @cached_property
    def _outlet_of(self) -> dict[str, Outlet]:
        return {domain: outlet for outlet in self.outlets for domain in outlet.domains}

    @cached_property
    def _first_row(self) -> dict[str, NameRow]:
        return {row.alias: row for row in reversed(self.names)}

    @cached_property
    def _by_plain_name(self) -> dict[str, list[str]]:
        index: dict[str, list[str]] = {}
        for entity_id in self._by_id:
            index.setdefault(_plain(entity_id), []).append(entity_id)
        for row in self.names:
            index.setdefault(_plain(row.alias), []).extend(row.candidates)
        return index


def _packaged() -> Iterable[Entity]:
    home = folder()
    yield from read_table(Outlet, home / "outlets.csv")
    yield from read_table(Institution, home / "institutions.csv")
    yield from read_table(Official, home / "officials.csv")
    yield from read_table(Country, home / "countries.csv")


def _place(entity: Entity) -> str | None:
    return entity.id if isinstance(entity, Country) else entity.state or entity.country


def _plain(name: str) -> str:
    """Case, accents, outer space and a leading "the" taken away."""
    letters = unicodedata.normalize("NFKD", name.strip())
    bare = "".join(c for c in letters if not unicodedata.combining(c)).casefold()
    return bare.removeprefix("the ").replace("’", "'")
