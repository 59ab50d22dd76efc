"""Every name under which the registry's entities appear in a text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from scorer.seeds.registry_rows import Country, Entity, Institution, NameRow, Official, Outlet

# Names this short (RT, Time, Baza) are common in other senses.
SHORT = 5
_SMALL_WORDS = frozenset({"a", "and", "for", "in", "of", "on", "the", "to"})


def table_of(entity: Entity) -> str:
    """outlet, institution, official, role or country."""
    if isinstance(entity, Official):
        return "role" if entity.entry == "role" else "official"
    return type(entity).__name__.lower()


def name_rows(
    entities: Sequence[Entity], defaults: Mapping[str, str | None], preferred: frozenset[str]
) -> Iterator[NameRow]:
    """A row a name: entities first, then countries, demonyms and capitals.

    A name of several entities is one row. Its `entity_id` is the only `preferred` candidate, else
    the id in `defaults`, else None. A name occurs once among the entities, and once in each of the
    country tables, so that "US" is a country and a demonym.
    """
    yield from _entity_names(entities, defaults, preferred)
    countries = [entity for entity in entities if isinstance(entity, Country)]
    yield from _country_names(countries, "country", [(c.name, *c.aliases) for c in countries])
    yield from _country_names(countries, "demonym", [c.demonyms for c in countries])
    yield from _country_names(countries, "capital", [c.capitals for c in countries])


def _entity_names(
    entities: Sequence[Entity], defaults: Mapping[str, str | None], preferred: frozenset[str]
) -> Iterator[NameRow]:
    owners: dict[str, list[Entity]] = {}
    flagged: set[str] = set()
    for entity in entities:
        if not isinstance(entity, Country):
            for alias, ambiguous in _spellings(entity):
                owners.setdefault(alias, []).append(entity)
                if ambiguous:
                    flagged.add(alias)
    for alias, candidates in owners.items():
        ids = tuple([entity.id for entity in candidates])
        chosen = _choose(ids, defaults.get(alias), preferred)
        shown = next((c for c in candidates if c.id == chosen), candidates[0])
        yield NameRow(alias, chosen, table_of(shown), alias in flagged or len(ids) > 1, ids)


def _choose(ids: tuple[str, ...], default: str | None, preferred: frozenset[str]) -> str | None:
    wanted = [name for name in ids if name in preferred]
    if len(ids) == 1 or len(wanted) == 1:
        return (wanted or ids)[0]
    return default if default in ids else None


def _country_names(
    countries: Sequence[Country], table: str, names: Sequence[tuple[str, ...]]
) -> Iterator[NameRow]:
    owners: dict[str, list[Country]] = {}
    for country, aliases in zip(countries, names, strict=True):
        for alias in aliases:
            owners.setdefault(alias, []).append(country)
    for alias, found in owners.items():
        ids = tuple(country.id for country in found)
        ambiguous = len(ids) > 1 or any(alias in country.ambiguous for country in found)
        yield NameRow(alias, ids[0] if len(ids) == 1 else None, table, ambiguous, ids)


def _spellings(entity: Outlet | Institution | Official) -> Iterator[tuple[str, bool]]:
    """Names with whether they are ambiguous, and their spelling at the start of a sentence."""
    role = isinstance(entity, Official) and entity.entry == "role"
    seen: dict[str, bool] = {}
    for name in (entity.name, *entity.aliases):
        ambiguous = role or len(name) <= SHORT or name in entity.ambiguous
        seen.setdefault(name, ambiguous)
        if name[0].islower():
            seen.setdefault(_first_upper(name), ambiguous)
        if role:
            seen.setdefault(title(name), ambiguous)
    yield from seen.items()


def _first_upper(name: str) -> str:
    """Capital at the start, but "iStories" and "eNCA" stay."""
    if not name[0].islower() or name[1:2].isupper():
        return name
    return name[0].upper() + name[1:]


def title(role: str) -> str:
    """A role as a title.

    >>> title("commander-in-chief"), title("head of the FSB"), title("state TV host")
    ('Commander-in-Chief', 'Head of the FSB', 'State TV Host')
    """
    words = [
        "-".join(p if p in _SMALL_WORDS else p[:1].upper() + p[1:] for p in word.split("-"))
        for word in role.split(" ")
    ]
    return _first_upper(" ".join(words))
