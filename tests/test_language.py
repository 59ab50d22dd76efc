"""Which texts are taken as English."""

from __future__ import annotations

import pytest

from scorer.features.batch import make_batch
from scorer.features.language import languages

GERMAN = (
    "Die Brücke wurde am Montag gesperrt, weil ein Pfeiler gerissen war. Der Bürgermeister sagte, "
    "die Arbeiten würden bis Mai dauern und die Kosten seien noch nicht bekannt."
)
RUSSIAN = (
    "Мост закрыли в понедельник, потому что треснула опора. Мэр города сообщил, что ремонт "
    "продлится до мая, а его стоимость пока неизвестна жителям и местным властям области."
)
FRENCH = (
    "Le pont a été fermé lundi parce qu'un pilier s'était fissuré. Le maire a déclaré que les "
    "travaux dureraient jusqu'en mai et que leur coût n'était pas encore connu des habitants."
)
ENGLISH = (
    "The bridge was closed on Monday because a pillar had cracked. The mayor said that the work "
    "would last until May and that its cost was not yet known."
)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ENGLISH, "en"),
        (GERMAN, "de"),
        (RUSSIAN, "ru"),
        (FRENCH, "fr"),
        ("The bridge is closed.", "en"),
        ("Bridge closed", "en"),
        ("Putin: attackers fled toward Ukraine", "en"),
        ("Мост закрыт", "ru"),
        ("", None),
        ("  \n ", None),
        ("?! … —", None),
    ],
)
def test_language(text: str, language: str | None) -> None:
    assert languages(make_batch([text])) == [language]


def test_every_text_is_judged_by_itself() -> None:
    texts = [ENGLISH, "", RUSSIAN, GERMAN, ENGLISH, FRENCH]
    assert languages(make_batch(texts)) == ["en", None, "ru", "de", "en", "fr"]
    assert languages(make_batch([])) == []


def test_english_with_foreign_names_and_quotations_is_english() -> None:
    text = ENGLISH + " “Die Brücke ist zu,” she said in German."
    assert languages(make_batch([text])) == ["en"]


def test_a_list_of_names_is_not_refused() -> None:
    text = "Keller Meyer Schmidt Berlin Hamburg 12 14 16 18 20"
    assert languages(make_batch([text])) == ["en"]


def test_lone_surrogates_do_no_harm() -> None:
    assert languages(make_batch([RUSSIAN + "\ud800"])) == ["ru"]
