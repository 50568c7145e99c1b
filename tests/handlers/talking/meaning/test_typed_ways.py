"""Words are read however a phone writes them: accents, umlauts and apostrophes."""

from datetime import UTC, date, datetime, time

import pytest

from bot.domain.folding import either_way, fold, folded_ways, is_typed_as
from handlers.joining.lost import _LOST
from handlers.talking.meaning.ahead import read_ahead
from handlers.talking.meaning.dates import read_clock, read_day, read_moment
from handlers.talking.meaning.names import meant_by
from handlers.talking.meaning.near_days import named_days, reaches
from handlers.talking.meaning.words import is_all, keyword_of
from handlers.talking.ordinary.patterns import compiled

TODAY = date(2026, 10, 14)
NOW = datetime(2026, 10, 14, 10, 0, tzinfo=UTC)


def test_a_word_is_folded_in_both_ways_only_where_it_has_an_umlaut():
    assert fold("Œuvre") == "oeuvre"
    assert folded_ways("Müller") == ("muller", "mueller")
    assert folded_ways("regelmäßig") == ("regelmassig", "regelmaessig")
    assert folded_ways("goed") == ("goed",)
    assert is_typed_as("Période 4", "periode 4")
    assert is_typed_as("Prüfung", "Pruefung")
    assert not is_typed_as("Prüfung", "Prufng")
    assert compiled(either_way("für")).fullmatch("fuer")


@pytest.mark.parametrize("typed", ["Müller", "muller", "Mueller", "MUELLER"])
def test_a_name_with_an_umlaut_is_found_without_one(typed: str):
    assert meant_by(typed, ["Jörg Müller", "Noor Aziz"], str).sure == "Jörg Müller"
    assert meant_by("joerg", ["Jörg Müller", "Noor Aziz"], str).sure == "Jörg Müller"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("überspringen", "skip"), ("ueberspringen", "skip"), ("uberspringen", "skip"),
        ("passer", "skip"), ("aujourd’hui", "today"), ("Terminé", "done"), ("termine", "done"),
        ("außer", "except"), ("ausser", "except"), ("excepté", "except"), ("arrêter", "none"),
    ],
)  # fmt: skip
def test_a_keyword_is_read_on_any_phone(typed: str, meant: str):
    assert keyword_of(typed) == meant


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("jusqu'à vendredi", 16), ("jusqu’au 20 octobre", 20), ("vendredi prochain", 16),
        ("mercredi prochain", 21), ("la semaine prochaine", 23), ("fin de semaine", 16),
        ("demain", 15), ("après-demain", 16), ("apres demain", 16), ("quinze jours", 28),
        ("bis nächsten Montag", 19), ("bis naechsten Montag", 19), ("kommende Woche", 23),
        ("übermorgen", 16), ("uebermorgen", 16), ("bis zum 20.10.", 20), ("am 20. Oktober", 20),
        ("bis Ende der Woche", 16), ("tot 20 oktober 2026", 20), ("until October 20 2026", 20),
        ("vrijdag 16 oktober 2026", 16),
    ],
)  # fmt: skip
def test_a_day_in_words_is_read(typed: str, day: int):
    assert reaches(typed, TODAY) == date(2026, 10, day)


def test_a_month_with_a_year_is_of_that_year():
    assert reaches("tot 30 juni 2027", TODAY) == date(2027, 6, 30)
    assert named_days("1 octobre 2026 jusqu'au 30 juin 2027", TODAY)[-1] == date(2027, 6, 30)
    assert reaches("tot 31 juni 2027", TODAY) is None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("vendredi à 15h30", "2026-10-16T15:30"),
        ("vendredi prochain à 15 h", "2026-10-16T15:00"),
        ("le 3 décembre à 15 h 30", "2026-12-03T15:30"),
        ("vendredi 18 décembre 15:00", "2026-12-18T15:00"),
        ("demain 9h", "2026-10-15T09:00"),
        ("3. Dezember 15 Uhr", "2026-12-03T15:00"),
        ("Freitag um 15.30 Uhr", "2026-10-16T15:30"),
        ("nächsten Montag 15 Uhr", "2026-10-19T15:00"),
        ("Fr., 18. Dez. 15:00", "2026-12-18T15:00"),
        ("vrijdag", None), ("le 31 février à 15h", None), ("15 Uhr", None),
    ],
)  # fmt: skip
def test_a_moment_to_come_is_read(typed: str, meant: str | None):
    found = read_ahead(typed, NOW)
    assert (found and found.isoformat(timespec="minutes")) == meant


def test_days_and_times_with_a_year_are_read():
    assert read_day("3 décembre 2026") == read_day("3. Dezember 2026") == date(2026, 12, 3)
    assert read_day("1er août 2027") == date(2027, 8, 1)
    assert read_day("31 février 2027") is None
    assert read_day("3 décembre") is None
    assert read_clock("15 Uhr") == read_clock("15 h") == read_clock("15u") == time(15)
    assert read_clock("15h30") == read_clock("15 h 30") == read_clock("15.30 Uhr") == time(15, 30)
    assert read_clock("25 Uhr") is read_clock("15") is None
    for typed in ("18/12/2026 16:00", "18 décembre 2026 à 16h", "18. Dezember 2026 um 16 Uhr"):
        assert read_moment(typed, "UTC") == datetime(2026, 12, 18, 16, tzinfo=UTC), typed


@pytest.mark.parametrize(
    ("typed", "lost"),
    [
        ("j'ai perdu mon téléphone", True), ("on m'a volé mon portable", True),
        ("mon gsm a disparu", True), ("ich habe mein Handy verloren", True),
        ("mein Handy ist weg", True), ("mein Geraet wurde gestohlen", True),
        ("mijn gsm is kwijt", True), ("leg je gsm weg", False), ("das Handy ist handlich", False),
        ("a handy tool was lost", False), ("le téléphone sonne", False),
    ],
)  # fmt: skip
def test_a_lost_phone_is_heard(typed: str, lost: bool):
    assert bool(_LOST.search(fold(typed))) is lost


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("eind oktober", date(2026, 10, 31)), ("einde van oktober", date(2026, 10, 31)),
        ("end of October", date(2026, 10, 31)), ("the end of february", date(2027, 2, 28)),
        ("fin octobre", date(2026, 10, 31)), ("fin d’octobre", date(2026, 10, 31)),
        ("Ende Oktober", date(2026, 10, 31)), ("tot eind september", date(2027, 9, 30)),
        ("eind februari 2028", date(2028, 2, 29)), ("half november", date(2026, 11, 15)),
        ("mid November", date(2026, 11, 15)), ("mi-novembre", date(2026, 11, 15)),
        ("Mitte November", date(2026, 11, 15)), ("begin december", date(2026, 12, 1)),
        ("the beginning of December", date(2026, 12, 1)), ("début décembre", date(2026, 12, 1)),
        ("Anfang Dezember", date(2026, 12, 1)), ("eind van de maand", date(2026, 10, 31)),
        ("end of the month", date(2026, 10, 31)), ("fin du mois", date(2026, 10, 31)),
        ("Ende des Monats", date(2026, 10, 31)),
        ("volgende vrijdag", date(2026, 10, 23)), ("next Friday", date(2026, 10, 23)),
        ("komende vrijdag", date(2026, 10, 16)), ("coming Friday", date(2026, 10, 16)),
        ("volgende maandag", date(2026, 10, 19)), ("vendredi prochain", date(2026, 10, 16)),
        ("nächsten Freitag", date(2026, 10, 16)),
    ],
)  # fmt: skip
def test_the_edge_of_a_month_and_a_day_of_next_week_are_read(typed: str, day: date):
    assert reaches(typed, TODAY) == day


@pytest.mark.parametrize("typed", ["eind", "the end", "eind goed", "next time", "volgende keer"])
def test_what_names_no_day_reaches_none(typed: str):
    assert reaches(typed, TODAY) is None


@pytest.mark.parametrize(
    "typed",
    ["That’s all", "dat is alles", "Dat was het.", "c’est tout", "Das war’s!", "das waer's"],
)
def test_that_nothing_follows_is_read_in_every_language(typed: str):
    assert is_all(typed)


def test_that_nothing_follows_is_no_part_of_something_else():
    assert not is_all("that is all he showed")
    assert not is_all("klaar")
