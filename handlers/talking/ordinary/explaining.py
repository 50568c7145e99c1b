"""What plain questions are answered with: the marks, who reads along, students, who is around.

Everything else that is asked so is answered by its command.
"""

import re
from collections.abc import Iterator, Sequence

from bot.domain.folding import every_way, fold
from bot.domain.school.tracks import Role, Track
from bot.domain.school.visibility import SEES_CLASS_GROUP
from bot.domain.scoring.colours import Colour
from bot.domain.scoring.scales import Coverage, Mastery
from bot.i18n import voice_of
from bot.messages import Reply, Sayable, _, lines, listed, words
from bot.showing.words.readers import SEEN_BY
from bot.showing.words.scores.colours import COLOUR_LETTER, COLOUR_MEANING
from bot.use_cases.talking.see_around import see_around
from handlers.talking.helping.help import show_help
from handlers.talking.meaning.names import meant_by
from handlers.talking.meaning.whom import nobody
from handlers.talking.meaning.words import LETTERS
from handlers.talking.ordinary.numbered import numbered
from handlers.talking.ordinary.questions import PlainQuestion, plain_question
from handlers.talking.ordinary.said.kinds import Asked
from handlers.talking.phrases import COLOUR_SQUARE, ROLE_WORD, first_name, more_students
from handlers.talking.routing.answered import Reread
from handlers.talking.turn import Replies, Turn

MARK_MEANS: dict[Mastery | Coverage, Sayable] = {
    Mastery.NOT_SHOWN: _("x: not shown. It does not occur, or was not seen."),
    Mastery.WITH_SUPPORT: _("l: with support. Shown, but with help or not yet in every situation."),
    Mastery.AUTONOMOUS: _("v: alone. Shown unprompted, in every situation."),
    Coverage.NOT_YET: _("n: never. It has not come up yet."),
    Coverage.SOMETIMES: _("s: sometimes. It came up one to three times."),
    Coverage.REGULARLY: _("r: regularly. It came up four times or more."),
}
"""The letters of a line, explained; the scales are those of the source's chapter 3 §6."""

NVT_MEANS = _("nvt: not applicable here. It cannot be seen in this place, so nobody waits for it.")

_GREEN = (Colour.LIGHT_GREEN, Colour.DARK_GREEN)
_COLOURS: dict[str, tuple[Colour, ...]] = {
    "grijs": (Colour.GREY,), "grijze": (Colour.GREY,), "grey": (Colour.GREY,),
    "gray": (Colour.GREY,), "gris": (Colour.GREY,), "grise": (Colour.GREY,),
    "grau": (Colour.GREY,), "graue": (Colour.GREY,),
    "rood": (Colour.RED,), "rode": (Colour.RED,), "red": (Colour.RED,), "rouge": (Colour.RED,),
    "rot": (Colour.RED,), "rote": (Colour.RED,),
    "oranje": (Colour.ORANGE,), "orange": (Colour.ORANGE,),
    "lichtgroen": (Colour.LIGHT_GREEN,), "licht groen": (Colour.LIGHT_GREEN,),
    "light green": (Colour.LIGHT_GREEN,), "vert clair": (Colour.LIGHT_GREEN,),
    **dict.fromkeys(every_way(("hellgrün", "hell grün")), (Colour.LIGHT_GREEN,)),
    "donkergroen": (Colour.DARK_GREEN,), "donker groen": (Colour.DARK_GREEN,),
    "dark green": (Colour.DARK_GREEN,), "vert fonce": (Colour.DARK_GREEN,),
    **dict.fromkeys(every_way(("dunkelgrün", "dunkel grün")), (Colour.DARK_GREEN,)),
    "groen": _GREEN, "groene": _GREEN, "green": _GREEN, "vert": _GREEN, "verte": _GREEN,
    **dict.fromkeys(every_way(("grün", "grüne")), _GREEN),
}  # fmt: skip
_ALL_MARKS = frozenset((
    "letters", "letter", "scores", "score", "punten", "teken", "tekens", "marks", "mark",
    "lettres", "lettre", "notes", "signes", "signe", "buchstaben", "buchstabe", "noten", "zeichen",
    "bewertungen", "xlv", "nsr",
))  # fmt: skip
_ALL_COLOURS = frozenset((
    "kleur", "kleuren", "colour", "colours", "color", "colors", "couleur", "couleurs", "farbe",
    "farben",
))  # fmt: skip
_MARK_WORDS: dict[str, Mastery | Coverage] = {
    "alleen": Mastery.AUTONOMOUS, "zelfstandig": Mastery.AUTONOMOUS, "alone": Mastery.AUTONOMOUS,
    "seul": Mastery.AUTONOMOUS, "allein": Mastery.AUTONOMOUS,
    **dict.fromkeys(every_way(("selbstständig", "selbständig")), Mastery.AUTONOMOUS),
    "met ondersteuning": Mastery.WITH_SUPPORT, "met hulp": Mastery.WITH_SUPPORT,
    "with support": Mastery.WITH_SUPPORT, "avec aide": Mastery.WITH_SUPPORT,
    "mit hilfe": Mastery.WITH_SUPPORT,
    **dict.fromkeys(every_way(("mit unterstützung",)), Mastery.WITH_SUPPORT),
    "niet getoond": Mastery.NOT_SHOWN, "not shown": Mastery.NOT_SHOWN,
    "pas montre": Mastery.NOT_SHOWN, "nicht gezeigt": Mastery.NOT_SHOWN,
    "nooit": Coverage.NOT_YET, "never": Coverage.NOT_YET, "jamais": Coverage.NOT_YET,
    "nie": Coverage.NOT_YET,
    "soms": Coverage.SOMETIMES, "sometimes": Coverage.SOMETIMES, "parfois": Coverage.SOMETIMES,
    "manchmal": Coverage.SOMETIMES,
    "regelmatig": Coverage.REGULARLY, "regularly": Coverage.REGULARLY,
    "regulierement": Coverage.REGULARLY,
    **dict.fromkeys(every_way(("regelmäßig",)), Coverage.REGULARLY),
}  # fmt: skip
_NVT = frozenset((
    "nvt", "n v t", "n a", "na", "n a here", "pas ici", "sans objet", "hier nicht", "nicht hier",
))  # fmt: skip
_ASIDE = re.compile(
    r"\b(?:het |the |la |der |dem )?(?:verschil tussen|difference between|difference entre"
    r"|unterschied zwischen|kleur|colou?r|couleur|farbe|letter|lettre|buchstabe|blokje|vakje"
    r"|teken|mark|signe|zeichen|een|de|het|the|a|la|le|les|die|das|der|den|dem)\b ?"
)
_AND = re.compile(r" (?:en|and|et|und|of|or|ou|oder) | ")
_MYSELF = frozenset(("mij", "me", "mezelf", "moi", "mir", "mich"))
MOST_NAMED = 24
"""Students named in one answer; of more only how many."""

_COMMANDS = {
    Asked.PHOTO: "/periods",
    Asked.OPEN: "/open",
    Asked.CHOICE: "/choose",
    Asked.END_VIEW: "/endview",
}
_OF_A_STUDENT = {
    Asked.STANDING: "/report",
    Asked.RESULT: "/deliberation",
    Asked.DECISION: "/decision",
}


def answer_plainly(turn: Turn, text: str) -> Replies | Reread | None:
    """Answer a plain question as its command does, or with a text of ours; None for what is none.

    It is looked up only: nothing is stored, and what waits goes on waiting.
    """
    asked = plain_question(text)
    if asked is None:
        return None
    if asked.asks in _COMMANDS:
        return Reread(_COMMANDS[asked.asks])
    if asked.asks is Asked.ALERTS:
        coaches = any(Role.COACH in track.roles for track in turn.tracks)
        return Reread("/alerts") if coaches else None
    if asked.asks is Asked.EVALUATIONS:
        prepares = any(track.roles & SEES_CLASS_GROUP for track in turn.tracks)
        return Reread("/evaluations" if prepares else "/open")
    if asked.asks in _OF_A_STUDENT:
        return _of_student(turn, asked)
    if asked.asks is Asked.HELP:
        return show_help(turn, "")
    said = list(_explained(turn, asked))
    return [Reply(lines(*said))] if said else None


def _explained(turn: Turn, asked: PlainQuestion) -> Iterator[Sayable]:
    if asked.asks is Asked.MEANING:
        yield from _meanings(turn, asked.of)
    elif asked.asks is Asked.READERS:
        roles = {role for track in turn.tracks for role in track.roles}
        yield from (SEEN_BY[role] for role in Role if role in roles)
    elif asked.asks is Asked.UNDO:
        yield _("/undo takes back what you stored last; so does the button below what was stored.")
        yield _("To correct a score, say it again: the newest counts. Or edit your message.")
    elif asked.asks is Asked.STUDENTS:
        yield from _students(turn)
    elif asked.asks is Asked.AROUND:
        yield from _around(turn, asked.of)


def _of_student(turn: Turn, asked: PlainQuestion) -> Reread | None:
    """Show what is asked of whom a question names: a student of this person, or one who left."""
    command = _OF_A_STUDENT[asked.asks]
    number = asked.of[len(name := asked.of.rstrip(" .0123456789")) :].strip()
    if not name or name in _MYSELF:
        return Reread(f"{command} {number}".strip())
    known = meant_by(name, turn.tracks, lambda track: track.student)
    former = meant_by(name, turn.uow.endings.list_former(turn.person.id), lambda life: life.student)
    if not (known.sure or known.several or known.near or former.sure or former.several):
        return None  # 'how is the weather doing'
    return Reread(f"{command} {name} {number}".strip())


def _meanings(turn: Turn, of: str) -> Iterator[Sayable]:
    """Explain each letter, number, colour or word that is named; nothing for what is not ours."""
    bare = " ".join(_ASIDE.sub("", of).split())
    found = [*numbered(turn, bare)]
    if found:
        yield from found
        return
    for name in [bare] if _meaning(turn, bare) else filter(None, _AND.split(bare)):
        meaning = _meaning(turn, name)
        if not meaning:
            return
        found += meaning
    yield from found or _all_of(of)


def _meaning(turn: Turn, name: str) -> list[Sayable]:
    """Explain one letter, colour or word; a letter may be a mark as well as a colour's."""
    known = [*_all_of(name)]
    if known:
        return known
    if name in _NVT:
        return [NVT_MEANS]
    mark = LETTERS.get(name) or _MARK_WORDS.get(name)
    colours = _COLOURS.get(name) or _colours_of_letter(turn, name)
    if not colours and len(name) > 1 and name.endswith(("groen", "green", "grun", "gruen")):
        colours = _GREEN
    return [*([MARK_MEANS[mark]] if mark else []), *map(_colour, colours)]


def _all_of(name: str) -> Iterator[Sayable]:
    """Explain all letters, or all colours, where they are asked for as a whole."""
    said = set(name.split())
    if said & _ALL_MARKS:
        yield from MARK_MEANS.values()
    elif said & _ALL_COLOURS:
        yield from map(_colour, Colour)


def _colours_of_letter(turn: Turn, letter: str) -> tuple[Colour, ...]:
    voice = voice_of(turn.person)
    return tuple(c for c, own in COLOUR_LETTER.items() if fold(voice.say(own)) == letter)


def _colour(colour: Colour) -> Sayable:
    return _(
        "{square} {letter} in a report: {meaning}.",
        square=COLOUR_SQUARE[colour],
        letter=COLOUR_LETTER[colour],
        meaning=COLOUR_MEANING[colour],
    )


def _students(turn: Turn) -> Iterator[Sayable]:
    tracks = [track for track in turn.tracks if track.roles - {Role.STUDENT}]
    if not tracks:
        yield nobody(turn) if not turn.tracks else _("You are the student here: /report is yours.")
        return
    for track in tracks[:MOST_NAMED]:
        workplaces = listed(place.workplace for place in track.placements)
        yield words(track.student, track.class_group, workplaces or None, by=" · ")
    if len(tracks) > MOST_NAMED:
        yield more_students(len(tracks) - MOST_NAMED)


def _around(turn: Turn, name: str) -> Iterator[Sayable]:
    """Name who is around a student: the one named, the one spoken of, or oneself."""
    for track in _meant(turn, name):
        people = [
            words(who.name, words("(", ROLE_WORD[who.role], ")", by=""))
            for who in see_around(turn.uow, track)
        ]
        if people:
            called, names = first_name(track), listed(people)
            yield _("Around {student}: {people}", student=called, people=names)


def _meant(turn: Turn, name: str) -> Sequence[Track]:
    if name:
        sure = meant_by(name, turn.tracks, lambda track: track.student).sure
        return [sure] if sure else []
    own = [track for track in turn.tracks if Role.STUDENT in track.roles]
    return own or ([turn.about] if turn.about else turn.tracks[:1] if len(turn.tracks) == 1 else [])
