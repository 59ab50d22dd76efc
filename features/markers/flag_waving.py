"""Marker: love of the nation or group as an argument."""

from __future__ import annotations

from scorer.features.marker import Marker

MARKER = Marker(
    id="flag_waving",
    category="persuasion",
    summary="Strong national or group feeling is used to justify a claim or a deed.",
    finds=(
        "Our great nation, our brave soldiers, the American people (as those wronged or served), "
        "the will of the people, true patriots, God bless America, sacred soil, our way of life, "
        "defend our values, betray our country. Team names, missiles and plain citizenship are "
        "left out."
    ),
    matters="Who could be against the nation? The feeling stands where a reason should.",
    false_alarms=(
        "Ceremonial speech on national days.",
        "Political science prose on patriotism.",
    ),
    references=(
        "Da San Martino et al. 2019, Fine-grained analysis of propaganda in news articles, EMNLP",
        "Hobbs and McGee 2008, Teaching about propaganda",
        "Billig 1995, Banal Nationalism",
    ),
    hits=(
        "We will make ⟦our great nation⟧ safe.",
        "They ⟦betrayed our country⟧ for money.",
        "⟦True patriots⟧ will not forget.",
        "⟦God bless America⟧.",
        "He lied to ⟦the American people⟧.",
        "⟦Our brave soldiers⟧ did not die for this.",
        "They fight ⟦for the motherland⟧.",
        "It is the ⟦will of the people⟧.",
        "We defend ⟦our way of life⟧.",
        "This ⟦un-American⟧ bill must fail.",
    ),
    misses=(
        "The New England Patriots won by three points.",
        "Germany will deliver two Patriot missile systems.",
        "He became an American citizen in 1999.",
        "The flag of Japan is white and red.",
        "The American company hired 300 people.",
        "Many of the people in the hall left early.",
        "The values in the table are rounded.",
        "She studied at the American University in Cairo.",
        "The nation of islands has 90,000 inhabitants.",
        "The Great Patriotic War museum opened a new hall.",
    ),
    techniques=("Flag-Waving", "Flag_Waving"),
)
