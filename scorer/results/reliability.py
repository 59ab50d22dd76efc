"""How well a statement is sourced: a documented sum of named terms.

The definition is a rule of thumb in the spirit of newsroom sourcing standards, not a measurement of
truth: who is named, what kind of source that is, through whom the words came, and what the narrator
says of them. `terms` lists what counted, so that a reader can disagree with it.
"""

from __future__ import annotations

from typing import NamedTuple

# Where a source of each kind starts, between 0 (worst) and 1.
BASE = {
    "document": 0.75,
    "academic": 0.75,
    "wire_agency": 0.75,
    "public_media": 0.70,
    "international_org": 0.70,
    "commercial_media": 0.65,
    "ngo": 0.60,
    "government": 0.55,
    "company": 0.50,
    "person": 0.50,
    "party": 0.45,
    "military": 0.45,
    "security_service": 0.45,
    "unknown": 0.40,
    "state_media": 0.30,
    "militant_group": 0.30,
    "anonymous": 0.25,
}
STATE_RELAY = -0.15  # the words came through an outlet under state control
OWN_STATE = -0.10  # that outlet and the speaker speak for the same state
CORROBORATED = 0.15
DOUBTED = -0.15  # the narrator keeps a distance: claimed, insisted
UNSUBSTANTIATED = -0.25  # the narrator says that evidence is missing
HEARSAY = -0.10


class Sourcing(NamedTuple):
    """What counts towards the reliability of one statement. `kind` None: nobody is named."""

    kind: str | None
    state: str | None
    relay_kind: str | None
    relay_state: str | None
    stance: str | None
    corroborated: bool
    unsubstantiated: bool
    hearsay: bool


def terms(sourcing: Sourcing) -> dict[str, float]:
    """The named terms whose sum, cut to [0, 1], is the reliability; {} where it is not defined."""
    if sourcing.kind is None and not (sourcing.unsubstantiated or sourcing.hearsay):
        return {}
    kind = sourcing.kind or "unknown"
    through_state = sourcing.relay_kind == "state_media"
    own = sourcing.state is not None and sourcing.state == sourcing.relay_state
    flags = {
        "through a state-controlled outlet": (through_state, STATE_RELAY),
        "which speaks for the same state": (through_state and own, OWN_STATE),
        "corroborated by another source": (sourcing.corroborated, CORROBORATED),
        "the narrator keeps a distance": (sourcing.stance == "doubts", DOUBTED),
        "called unsubstantiated": (sourcing.unsubstantiated, UNSUBSTANTIATED),
        "hearsay": (sourcing.hearsay, HEARSAY),
    }
    found = {f"source: {kind}": BASE[kind]}
    found.update({name: value for name, (holds, value) in flags.items() if holds})
    return found


def reliability(sourcing: Sourcing) -> float:
    """Sum of the terms in [0, 1]; NaN where it is not defined."""
    found = terms(sourcing)
    return min(1.0, max(0.0, sum(found.values()))) if found else float("nan")
