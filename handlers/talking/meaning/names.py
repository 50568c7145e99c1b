"""Who is meant: a student or a class group by name, by prefix, or by something near it."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from bot.domain.folding import every_way, fold
from bot.domain.school.naming import understood

NEAR = 70
"""From this likeness (of 100) on, a spelling is near enough to be asked about."""

SHORT, SLIPS = 4, 2
"""Names of so many letters and more may have so many slips behind their first letter."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Meant(Generic[T]):
    """Whom a name fits: surely one, or several to choose from, or near spellings to confirm."""

    sure: T | None = None
    several: tuple[T, ...] = ()
    near: tuple[T, ...] = ()


def meant_by(name: str, among: Sequence[T], name_of: Callable[[T], str]) -> Meant[T]:
    """Find who is meant: by the whole name, its words, a prefix of each, or a near spelling."""
    wanted = fold(name)
    for fits in (_is_name, _is_word, _is_prefix):
        found = tuple(
            known
            for known in among
            if any(fits(wanted, name) for name in every_way(understood(name_of(known))))
        )
        if len(found) == 1:
            return Meant(sure=found[0])
        if found:
            return Meant(several=found)
    return Meant(near=_near(wanted, among, name_of))


def words_of_name(name: str) -> set[str]:
    """List the words, folded, of all that somebody may be called by who types."""
    return {word for called in every_way(understood(name)) for word in called.split()}


def first_words_of(name: str) -> set[str]:
    """List, folded, the first word of each name that somebody may be called by."""
    return {called.split()[0] for called in every_way(understood(name))}


def _is_name(wanted: str, name: str) -> bool:
    return wanted == name


def _is_word(wanted: str, name: str) -> bool:
    return all(word in name.split() for word in wanted.split())


def _is_prefix(wanted: str, name: str) -> bool:
    return all(any(own.startswith(word) for own in name.split()) for word in wanted.split())


def _near(wanted: str, among: Sequence[T], name_of: Callable[[T], str]) -> tuple[T, ...]:
    # Only a misspelt name pays for loading it.
    from rapidfuzz import fuzz
    from rapidfuzz.distance import OSA

    def alike(part: str) -> float:
        # Of a short name two slips are a large part: "jans" is Jonas, and only asked about.
        slips = OSA.distance(wanted, part)
        close = len(wanted) >= SHORT and wanted[:1] == part[:1] and slips <= SLIPS
        return max(fuzz.ratio(wanted, part), NEAR if close else 0)

    def likeness(known: T) -> float:
        return max(alike(part) for name in names(known) for part in (name, *name.split()))

    def names(known: T) -> list[str]:
        return [fold(name) for name in understood(name_of(known))]

    # Words beside a name are not a misspelling of it: 'jonas peeters niet' is not Jonas Peeters.
    size = len(wanted.split())
    fitting = [known for known in among if any(size <= len(n.split()) for n in names(known))]
    near = sorted((it for it in fitting if likeness(it) >= NEAR), key=likeness, reverse=True)
    return tuple(near[:3])


_NOBODY = frozenset((
    "gisteren", "eergisteren", "vandaag", "morgen", "overmorgen", "maandag", "dinsdag", "woensdag",
    "donderdag", "vrijdag", "zaterdag", "zondag", "week", "vorige", "volgende", "niks", "niets",
    "iets", "en", "ook", "nog", "nee", "neen", "ja", "oh", "toch", "wacht", "niet", "wel", "maar",
    "wat", "wie", "waar", "wanneer", "waarom", "hoe", "welke", "is", "was", "kan", "mag", "moet",
    "ik", "jij", "je", "hij", "ze", "we", "het", "de", "een", "dat", "dit", "die", "hier", "daar",
    "voor", "van", "met", "op", "bij", "in", "al", "nu", "alles", "alleen", "hulp", "zonder",
    "yesterday", "today", "tomorrow", "monday", "tuesday", "wednesday", "thursday", "friday",
    "nothing", "and", "also", "too", "no", "yes", "not", "but", "what", "who", "where", "when",
    "why", "how", "which", "can", "must", "i", "you", "he", "she", "they", "it", "the", "a", "that",
    "this", "here", "there", "for", "of", "with", "on", "at", "alone", "last", "next",
    "demain", "rien", "et", "aussi", "non", "oui", "pas", "mais", "que", "qui", "ou",
    "quand", "pourquoi", "comment", "gestern", "heute", "nichts", "und", "auch", "nein", "nicht",
    "aber", "wer", "wo", "wann", "warum", "wie", "ich", "das",
    "aujourd'hui", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
    "semaine", "prochaine", "derniere", "je", "tu", "il", "elle", "nous", "vous", "ils", "elles",
    "ce", "ca", "cela", "ici", "pour", "avec", "tout", "seul", "sans", "aide", "deja", "maintenant",
    "encore", "quoi", "est", "etait", "peut", "sait", "fait", "quel", "quelle", "combien",
    *every_way((
        "übermorgen", "vorgestern", "montag", "dienstag", "mittwoch", "donnerstag", "freitag",
        "samstag", "sonntag", "woche", "letzte", "nächste", "etwas", "noch", "doch", "warte",
        "welche", "ist", "war", "kann", "darf", "muss", "du", "er", "sie", "wir", "es", "der",
        "dies", "dort", "für", "von", "mit", "auf", "bei", "schon", "jetzt", "allein", "hilfe",
        "ohne", "wieso",
    )),
))  # fmt: skip
"""Words of a line that are nobody's name, folded, in four languages."""

_BEFORE = frozenset(
    ("van", "voor", "over", "of", "for", "about", "de", "pour", "fur", "fuer", "von")
)


def behind_small_word(name: str) -> str:
    """Leave out the small word before a name: 'for jonas'; '' where none stands there."""
    first, _blank, rest = name.partition(" ")
    return rest if fold(first) in _BEFORE else ""


_ASKING = frozenset((
    "waarom", "wanneer", "hoe", "hoeveel", "welke", "wat", "waar", "wie", "why", "when", "how",
    "which", "what", "where", "who", "pourquoi", "quand", "comment", "combien", "qui", "warum",
    "wieso", "wann", "wer", "was", "wo", "weshalb", "wen", "quel", "quelle", "quels", "quelles",
))  # fmt: skip
"""Words with which a question begins, whatever it asks."""


def nobodys(name: str, own: Collection[str]) -> str:
    """Find the words sought as a name that are none: a day, '3x', 'why did'; '' for a name.

    `own` are the names that are known, whose words are left out; one of them is never nobody's.
    """
    known = {word for called in own for word in words_of_name(called)}
    left = [word for word in fold(name).split() if word not in known]
    # '3x' and '10.3' are no names, but '9z' may be a class group's.
    asks = len(left) > 1 and left[0] in _ASKING
    none = asks or all(
        word in _NOBODY or word.removesuffix("x").replace(".", "").isdigit() for word in left
    )
    return " ".join(left) if none else ""
