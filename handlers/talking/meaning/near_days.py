"""The day until which ordinary words reach: 'until Friday', 'today and tomorrow', '16 October'."""

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from bot.domain.folding import every_way, fold
from bot.domain.weekdays import MONTHS, WEEKDAYS
from handlers.talking.meaning.dates import read_day

FRIDAY, SUNDAY = 4, 6
SHORTEST = 2

_AWAY_FROM_TODAY = {
    "today": 0, "vandaag": 0, "heute": 0, "aujourd'hui": 0, "aujourdhui": 0,
    "tomorrow": 1, "morgen": 1, "demain": 1,
    "overmorgen": 2, "ubermorgen": 2, "uebermorgen": 2, "apres-demain": 2,
}  # fmt: skip
_COUNTS = {
    "a": 1, "one": 1, "een": 1, "1": 1, "un": 1, "une": 1, "ein": 1, "eine": 1, "einen": 1,
    "einer": 1, "two": 2, "twee": 2, "deux": 2, "zwei": 2,
    "three": 3, "drie": 3, "trois": 3, "drei": 3,
    "four": 4, "vier": 4, "quatre": 4, "five": 5, "vijf": 5, "cinq": 5, "funf": 5, "fuenf": 5,
    "huit": 8, "dix": 10, "zehn": 10, "quinze": 15, "vierzehn": 14,
}  # fmt: skip
_WEEK = {"week", "weken", "weeks", "semaine", "semaines", "woche", "wochen"}
_DAY = {"day", "days", "dag", "dagen", "jour", "jours", "tag", "tage", "tagen"}
_WEEKEND = {"weekend", "week-end", "wochenende"}
_THIS = {"this", "deze", "cette", "diese", "dit", "heel", "hele", "whole", "rest", "ce", "cet",
         "toute", "reste", "dieser", "diesen", "dieses", "ganze", "ganzen"}  # fmt: skip
_COMING = {"prochaine", "prochain", "suivante", "suivant",
           *every_way(("nächste", "nächsten", "nächster", "nächstes", "kommende", "kommenden",
                       "kommender", "kommendes"))}  # fmt: skip
"""French and German words for 'next', which also stand beside a day: 'vendredi prochain'."""

_NEXT = {"next", "volgende", *_COMING}
_AS_ONE_COMES = {"coming", "komende", "komend", "aanstaande", "eerstkomende"}
"""Words beside a weekday that mean the first one to come; 'volgende' means that of next week."""

_OF_NEXT_WEEK = {"next", "volgende"}
_EDGES = {
    **dict.fromkeys(("eind", "einde", "end", "fin", "ende"), 31),
    **dict.fromkeys(("mid", "half", "midden", "mi", "mitte"), 15),
    **dict.fromkeys(("begin", "beginning", "start", "debut", "anfang"), 1),
}
"""The last day of a month, the middle, and the first, by words before its name."""

_THE = {"the", "de", "der", "des", "le", "la"}
_MONTH = {"month", "maand", "mois", "monats", "monat"}
_OF = {"of", "van", "de", "d", "du"}
_SINCE = {"since", "sinds", "sedert", "depuis", "seit"}
_FILLING = {
    "until", "till", "til", "to", "up", "and", "including", "incl", "through", "for", "only",
    "just", "the", "a", "of", "on", "yes", "please", "all", "it", "is", "so", "i", "am", "i'm",
    "ill", "sick",
    "tot", "en", "met", "t/m", "tem", "tm", "voor", "alleen", "enkel", "de", "het", "op", "van",
    "ja", "graag", "nog", "dus", "ik", "ben", "ziek", "zeker", "maar", "gewoon", "aub",
    "jusqu'a", "jusqu'au", "jusque", "et", "pour", "seulement", "le", "la", "au", "inclus", "oui",
    "je", "suis", "malade", "du", "jusqu'aux", "jusqu'en", "d'ici", "fin", "les", "y",
    "compris", "soir", "s'il", "vous", "te", "plait", "svp", "d'accord", "absent", "absente",
    "bis", "und", "zum", "einschliesslich", "inklusive", "nur", "fur", "fuer", "bitte", "ich",
    "bin", "krank", "der", "den", "dem", "des", "ende", "abend", "gern", "gerne",
    "krankgeschrieben", "abwesend",
}  # fmt: skip
_IN_TWO = {"apres demain": "apres-demain", "aujourd hui": "aujourd'hui", "week end": "week-end"}
"""Days that are written as one word, or as two."""

_TOKEN = re.compile(r"[^\s,;!?()“”\"]+")
_DAY_AND_MONTH = re.compile(r"(\d{1,2})[/.-](\d{1,2})", re.ASCII)
_YEAR = re.compile(r"20\d{2}", re.ASCII)
_DAY_OF_MONTH = re.compile(r"(\d{1,2})(?:th|st|nd|rd|e|ste|de|er|\.)?", re.ASCII)


def reaches(text: str, today: date) -> date | None:
    """Find the last day that words name, seen from today; None where a word says something else."""
    days = [*_days(_words(text), today)]
    return max((day for day in days if day), default=None) if None not in days else None


def named_days(text: str, today: date) -> list[date]:
    """List the days that stand among other words; a day since when something is, is none."""
    words = [  # 'ma' is French for 'my'
        word for word in _words(text) if len(word) > SHORTEST or word[0].isdigit()
    ]
    return sorted({day for day in _days(words, today) if day})


def names_no_day(text: str, today: date) -> bool:
    """Say whether words only lead to a day, such as 'yes please', and say nothing else."""
    return not [*_days(_words(text), today)]


def _words(text: str) -> list[str]:
    said = fold(text)
    for apart, whole in _IN_TWO.items():
        said = said.replace(apart, whole)
    return [word for word in (found.rstrip(".:") for found in _TOKEN.findall(said)) if word]


def _days(words: Sequence[str], today: date) -> Iterator[date | None]:
    """List the days that words name, and None for each word that says something else."""
    at = 0
    while at < len(words):
        day, size = _day_at(words[at : at + 4], today)
        if words[at] in _SINCE:
            _since, skipped = _day_at(words[at + 1 : at + 5], today)
            size = 1 + skipped
        elif day is not None or words[at] not in _FILLING | _THIS:
            yield day
        at += size


def _day_at(words: Sequence[str], today: date) -> tuple[date | None, int]:
    """Read the day with which words begin, and say how many of them it takes."""
    first, second = [*words[:2], "", ""][:2]
    if first in _AWAY_FROM_TODAY:
        return today + timedelta(days=_AWAY_FROM_TODAY[first]), 1
    if (span := _span(first, second, today)) is not None:
        return span, 2
    if first in _WEEK | _WEEKEND:
        last = SUNDAY if first in _WEEKEND or today.weekday() > FRIDAY else FRIDAY
        return today + timedelta(days=last - today.weekday()), 1
    if (in_month := _of_month(words, today) or _edge_of_month(words, today)) is not None:
        return in_month
    if (coming := _coming_weekday(words[:2], today)) is not None:
        return coming, 2
    if first in WEEKDAYS and first not in _FILLING:
        # 'Friday 16 October' is one day, which its date names.
        dated, size = _day_at(words[1:], today) if _number_follows(words) else (None, 0)
        return dated or today + timedelta(days=(WEEKDAYS[first] - today.weekday()) % 7), 1 + size
    return _written(first, today), 1


def _of_month(words: Sequence[str], today: date) -> tuple[date | None, int] | None:
    """Read '30 June', 'June 30', and both with a year behind them; None where neither begins."""
    for at, month in enumerate(words[:2]):
        number = _DAY_OF_MONTH.fullmatch([*words, ""][1 - at]) if month in MONTHS else None
        if number is None:
            continue
        day, of = int(number[1]), MONTHS[month]
        if len(words) > 2 and _YEAR.fullmatch(words[2]):
            return read_day(f"{day}/{of}/{words[2]}"), 3
        return _coming(day, of, today), 2
    return None


def _edge_of_month(words: Sequence[str], today: date) -> tuple[date | None, int] | None:
    """Read 'eind oktober' or 'fin du mois' as a day to come; None where no month is named so."""
    said = [part for word in words for part in _parts(word)]
    edge = _EDGES.get(said[0]) if said else None
    at = next((at for at, word in enumerate(said[1:], start=1) if word not in _OF | _THE), 0)
    month = said[at] if edge and at else ""
    if month not in MONTHS and month not in _MONTH:
        return None
    size = _size(words, at)
    if month in _MONTH:
        return _in_month(today.year, today.month, edge or 1), size
    behind = words[size] if len(words) > size else ""
    if _YEAR.fullmatch(behind):
        return _in_month(int(behind), MONTHS[month], edge or 1), size + 1
    found = _in_month(today.year, MONTHS[month], edge or 1)
    return (found if found >= today else _in_month(today.year + 1, MONTHS[month], edge or 1)), size


def _parts(word: str) -> list[str]:
    """Take apart what is written as one: "d'octobre", 'mi-octobre'."""
    return [part for part in re.split(r"['-]", word) if part]


def _size(words: Sequence[str], at: int) -> int:
    """Say how many words hold so many parts and one more."""
    seen = 0
    for size, word in enumerate(words, start=1):
        seen += len(_parts(word))
        if seen > at:
            return size
    return len(words)


def _in_month(year: int, month: int, day: int) -> date:
    """Find a day of a month, or its last one."""
    return date(year, month, min(day, monthrange(year, month)[1]))


def _number_follows(words: Sequence[str]) -> bool:
    """Say whether the second of some words begins with a digit."""
    return len(words) > 1 and words[1][:1].isdigit()


def _span(first: str, second: str, today: date) -> date | None:
    """Read 'next week', 'two weeks' or '3 days' as the last day of it."""
    if (first in _NEXT and second in _WEEK) or (first in _WEEK and second in _COMING):
        return today + timedelta(days=7 + FRIDAY - today.weekday())
    count = int(first) if first.isdecimal() and len(first) < 3 else _COUNTS.get(first)
    if count is None:
        return None
    if second in _WEEK:
        return today + timedelta(weeks=count)
    return today + timedelta(days=max(count, 1) - 1) if second in _DAY else None


def _coming_weekday(words: Sequence[str], today: date) -> date | None:
    """Read 'vendredi prochain' or 'nächsten Freitag': the next one to come, never today."""
    named = [WEEKDAYS[word] for word in words if word in WEEKDAYS and word not in _FILLING]
    if len(words) < 2 or len(named) != 1 or (_COMING | _AS_ONE_COMES).isdisjoint(words):
        return _of_next_week(words, today)
    return today + timedelta(days=(named[0] - today.weekday() - 1) % 7 + 1)


def _of_next_week(words: Sequence[str], today: date) -> date | None:
    """Read 'volgende vrijdag' or 'next Friday': that of the week after this one (ours)."""
    first, second = [*words, "", ""][:2]
    if first not in _OF_NEXT_WEEK or second not in WEEKDAYS or second in _FILLING:
        return None
    return today + timedelta(days=7 + WEEKDAYS[second] - today.weekday())


def _written(word: str, today: date) -> date | None:
    found = _DAY_AND_MONTH.fullmatch(word)
    return _coming(int(found[1]), int(found[2]), today) if found else read_day(word)


def _coming(day: int, month: int, today: date) -> date | None:
    """Find a day of a month in the year in which it is nearest to today."""
    near = []
    for year in (today.year - 1, today.year, today.year + 1):
        try:
            near.append(date(year, month, day))
        except ValueError:
            continue
    return min(near, key=lambda found: abs(found - today), default=None)
