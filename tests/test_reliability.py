"""Reliability of a statement's sourcing: the documented sum."""

from __future__ import annotations

from itertools import product
from math import isnan
from typing import Any

import pytest

from scorer.results.reliability import BASE, Sourcing, reliability, terms
from scorer.results.vocabulary import SOURCE_KINDS

NOBODY = Sourcing(None, None, None, None, None, False, False, False)


def test_every_kind_of_source_has_a_start() -> None:
    assert set(BASE) == set(SOURCE_KINDS)
    assert all(0 <= value <= 1 for value in BASE.values())


def test_where_nobody_is_named_and_nothing_claimed_it_is_not_defined() -> None:
    assert isnan(reliability(NOBODY))
    assert terms(NOBODY) == {}
    assert isnan(reliability(NOBODY._replace(corroborated=True)))


def test_a_claim_of_nobody_counts_as_an_unknown_source() -> None:
    assert reliability(NOBODY._replace(unsubstantiated=True)) == pytest.approx(0.15)
    assert reliability(NOBODY._replace(hearsay=True)) == pytest.approx(0.30)


def test_terms_add_up_to_the_value() -> None:
    official = NOBODY._replace(kind="government", state="RU")
    assert reliability(official) == pytest.approx(0.55)
    relayed = official._replace(relay_kind="state_media", relay_state="RU")
    assert terms(relayed) == {
        "source: government": 0.55,
        "through a state-controlled outlet": -0.15,
        "which speaks for the same state": -0.10,
    }
    assert reliability(relayed) == pytest.approx(0.30)
    assert reliability(relayed._replace(relay_state="BY")) == pytest.approx(0.40)


@pytest.mark.parametrize(
    ("change", "value"),
    [
        ({"stance": "doubts"}, 0.40),
        ({"stance": "neutral"}, 0.55),
        ({"stance": "endorses"}, 0.55),
        ({"stance": "denies"}, 0.55),
        ({"corroborated": True}, 0.70),
        ({"unsubstantiated": True}, 0.30),
        ({"hearsay": True}, 0.45),
        ({"relay_kind": "wire_agency"}, 0.55),
        ({"stance": "doubts", "unsubstantiated": True, "hearsay": True}, 0.05),
    ],
)
def test_what_moves_it(change: dict[str, Any], value: float) -> None:
    sourcing = NOBODY._replace(kind="government")._replace(**change)
    assert reliability(sourcing) == pytest.approx(value)


def test_it_always_lies_between_0_and_1() -> None:
    flags = (False, True)
    for kind, relay, corroborated, unsubstantiated, hearsay in product(
        BASE, (None, "state_media"), flags, flags, flags
    ):
        for stance in (None, "doubts"):
            value = reliability(
                Sourcing(kind, "RU", relay, "RU", stance, corroborated, unsubstantiated, hearsay)
            )
            assert 0.0 <= value <= 1.0
