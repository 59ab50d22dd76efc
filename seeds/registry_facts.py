"""From rows of compiled facts to rows of our tables: short codes for sources and remarks.

The codes are explained in `LICENCES.md`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from scorer.seeds.registry_rows import MEDIA_KINDS

Row = dict[str, str]
Table = list[Row]

# What an office-holder speaks as. Roles not listed are government offices.
ROLE_KINDS = {
    "security_chief": "security_service",
    "police": "security_service",
    "military_chief": "military",
    "military": "military",
    "int_org_head": "international_org",
    "un_expert": "international_org",
    "militant_leader": "militant_group",
    "opposition_leader": "party",
    "civil_society": "ngo",
    "media_executive": "state_media",
    "media_personality": "state_media",
    "media": "person",
    "expert": "person",
    "witness": "person",
    "religious_leader": "person",
}
KINDS_OF_STATE = ("government", "security_service", "military", "state_media")
SOURCES = (
    (r"^own knowledge", "own"),
    (r"State Media Monitor", "smm"),
    (r"^Wikipedia", "wikipedia"),
    (r"^EU (?!DisinfoLab)", "eu_law"),
    (r"US State|GEC", "us_state"),
    (r"US Treasury|OFAC|SDGT", "us_treasury"),
    (r"Ukrainian NSDC|Czech government|Slovak NSA|Moldovan CES|DOJ", "government"),
    (r"stored-repo", "atlas"),
    (r"", "report"),
)
CHECKED = {
    "ownership:SMM snapshot": "ownership",
    "identity/domain:RSP snapshot": "identity",
    "domain only": "domain",
    "listed in SMM snapshot with another code": "ownership_differs",
    "no": "",
}
TAGS = (
    (r"\bexile", "exile"),
    (r"^platform|^Gazprom-Media platform", "platform"),
    (r"\baggregator$", "aggregator"),
    (r"fact-checker", "fact_checker"),
    (r"satire", "satire"),
    (r"Telegram channel", "telegram"),
    (r"^fabricated", "fabricated"),
    (r"auto-imported", "unreviewed_aliases"),
)
CLOSED = re.compile(
    r"^(?!.*(?:division|America) closed).*\b(?:closed|dissolved|shut down)\b\D*(\d{4})"
)
UNSURE = re.compile(r"not verified|approximate|stored-repo")


def parts(cell: str) -> list[str]:
    """The entries of a list cell."""
    return [entry.strip() for entry in cell.split(";") if entry.strip()]


def joined(entries: Iterable[str]) -> str:
    """A list cell, each entry once, in order."""
    return ";".join(dict.fromkeys(filter(None, entries)))


def codes(cell: str, patterns: Iterable[tuple[str, str]]) -> str:
    """For each entry the code of the first pattern it matches."""
    patterns = tuple(patterns)
    return joined(
        next((code for pattern, code in patterns if re.search(pattern, entry)), "")
        for entry in parts(cell)
    )


def outlet(fact: Row) -> Row:
    notes = fact["notes"]
    closed = CLOSED.search(notes)
    return fact | {
        "kind": MEDIA_KINDS[fact["ownership"]],
        "ambiguous": fact["ambiguous_alias"],
        "source": codes(fact["basis"], SOURCES),
        "year": fact["basis_year"],
        "checked": joined(CHECKED.get(e, "designation") for e in parts(fact["verified_here"])),
        "smm": fact["smm_typology"],
        "rsp": fact["rsp_status"],
        "tags": joined([codes(notes, TAGS), f"closed_{closed[1]}" if closed else ""]),
    }


def institution(fact: Row) -> Row:
    speaks = fact["type"] in KINDS_OF_STATE or fact["subtype"] == "state_company"
    return fact | {
        "kind": fact["type"],
        "state": fact["country"] if speaks else "",
        "ambiguous": fact["ambiguous_alias"],
        "source": codes(fact["basis"], SOURCES),
        "confidence": "medium",
    }


def official(fact: Row) -> Row:
    kind = ROLE_KINDS.get(fact["role_type"], "government")
    unsure = UNSURE.search(fact["notes"] + fact["basis"])
    return fact | {
        "entry": fact["kind"],
        "kind": kind,
        "state": fact["country"] if kind in KINDS_OF_STATE else "",
        "ambiguous": fact["ambiguous_alias"],
        "source": codes(fact["basis"], SOURCES),
        "confidence": "low" if unsure else "medium",
    }


def country(fact: Row) -> Row:
    first, *others = parts(fact["names"])
    return fact | {
        "id": fact["iso2"],
        "name": first,
        "aliases": joined(others),
        "capitals": fact["capital_metonyms"],
        "source": "own",
        "confidence": "high",
    }


def domain(fact: Row) -> Row:
    expert = fact["basis"].startswith("Lin")
    return fact | {
        "basis": "lin" if expert else "idiap",
        "second": fact["idiap_p_fp"] if expert else "",
        "confidence": "medium" if expert else "low",
    }


def disinfo(facts: Table) -> Table:
    """One row a domain; operations and reporters of several rows are joined."""
    rows: dict[str, Row] = {}
    for fact in facts:
        reporters = re.split(
            r", | & ", re.sub(r" - .*?(?=$|,)| \(.*?\)| GitHub", "", fact["reported_by"])
        )
        reported = joined(reporters).replace("Gouvernement français", "French government")
        via = "dima" if "DIMA" in fact["via"] else "laundromat"
        row = fact | {
            "operations": fact["operation"],
            "reported_by": reported,
            "year": fact["year_in_source"],
            "state": fact["state_attribution"],
            "source": via,
        }
        known = rows.setdefault(fact["domain"], row)
        for column in ("operations", "reported_by", "source"):
            known[column] = joined([*parts(known[column]), *parts(row[column])])
    return list(rows.values())
