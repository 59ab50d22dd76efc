"""Marker: a source that is not named."""

from __future__ import annotations

from scorer.features.marker import Marker

MARKER = Marker(
    id="anonymous_source",
    category="sourcing",
    summary="Somebody is quoted who is known to the writer but not named to the reader.",
    finds=(
        "Sources and officials without a name, conditions of anonymity, leaks, and reports that "
        "circulate without anybody behind them: sources familiar with the matter, a senior "
        "official said, on condition of anonymity, reports circulated. Plain “officials said” "
        "and “the ministry said” name an institution and are left out."
    ),
    matters=(
        "The reader cannot weigh who speaks, what he knows and what he wants. Anonymity can be "
        "justified; guidelines ask that it is rare and that the reason is given."
    ),
    false_alarms=(
        "“A senior official said” is marked although the name may stand in the next sentence.",
        "“Sources said” about written historical sources.",
    ),
    references=(
        "Society of Professional Journalists, SPJ Code of Ethics (2014)",
        "Associated Press, Statement of News Values and Principles: Anonymous Sources",
        "Reuters Handbook of Journalism: Sources",
    ),
    hits=(
        "The plan was dropped in June, according to three ⟦people familiar with⟧ the talks.",
        "A diplomat who spoke ⟦on condition of anonymity⟧ said the envoy had left.",
        "⟦Sources close to⟧ the family denied it.",
        "⟦Reports circulated⟧ that the general had been dismissed.",
        "⟦A senior administration official⟧ said the order was ready.",
        "The engineer, who ⟦asked not to be named⟧, fears for his job.",
        "She was ⟦not authorised to speak⟧ publicly about the case.",
        "⟦Sources told⟧ the paper that the deal was dead.",
        "The ⟦unnamed official⟧ did not say when.",
    ),
    misses=(
        "Solar power is now the cheapest source of energy in the province.",
        "The river is the only water source for the town.",
        "The program is open source and its source code is free.",
        "Police are looking for two unidentified gunmen.",
        "Maria Lund, a senior official at the port, said the ship was late.",
        "The ministry reports circulated quarterly show a loss.",
        "An anonymous donation of $2m saved the museum.",
    ),
)
