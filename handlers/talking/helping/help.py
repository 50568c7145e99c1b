"""Help: what somebody can do, by what they are; it works at any point."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from bot.domain.folding import fold
from bot.domain.school.offices import Office
from bot.domain.school.tracks import Role
from bot.domain.school.visibility import SEES_AFTERWARDS
from bot.domain.scoring.roles import COACHES_LEARNING, SETS_FOCUS, TALLIES
from bot.i18n import voice_of
from bot.messages import Command, Reply, Sayable, Text, _, lines, words
from handlers.talking.helping.examples import list_examples
from handlers.talking.meaning.ended import FOR_COUNCIL
from handlers.talking.menu import menu_button
from handlers.talking.turn import Replies, Turn

_DATED = ("desk", "visit", "agreement", "recognition", "mentortraining", "handover")
"""What is planned and put in writing, and has its days."""

_SEEN = ("photo", "film", "route", "class", "overview", "alerts", "log", "raters")
_LEARNING = ("helps", "intervention", "questionnaire", "prior")
_EVALUATING = (
    "periods",
    "choose",
    "evaluations",
    "deliberation",
    "council",
    "decision",
    "endview",
)
_OTHERWISE = ("absent", "substitute", "incident", "stops", "track", "lost", "guardian")
_PLANNING = (
    "plan",
    "groups",
    "lessons",
    "trainingplan",
    "activities",
    "scenarios",
    "contexts",
    "tuning",
    "intake",
)
"""What campus and work are planned with."""

_RIGHTS = ("mydata", "looks", "contest", "forget", "privacy", "admin")
"""What somebody may ask of what is kept."""

_SECTOR = ("sector", "totals")
"""What who speaks for a sector has."""

_RUNNING = ("admin", "intake", "sector", "totals", "questionnaire")
"""What somebody has who runs Kompaan for a school."""

_OWN = (("language", "settings"), ("mydata", "forget", "privacy"))
"""What everybody has of their own, in this order."""

_OF_OTHERS: dict[str, Sayable] = {"helps": _("what helps a student at work, as they share it")}
"""What commands do that do another thing for whoever is not the student."""


class _Deeds(NamedTuple):
    """What somebody can do of one sort, under a title unless it comes first."""

    title: Sayable | None
    said: Sequence[Sayable]


def show_help(turn: Turn, said: str) -> Replies:
    """Answer `/help` with what this person can do, or with what of it words behind it are about."""
    deeds = _list_own(turn)
    if found := _list_about(turn, deeds, fold(said.strip())):
        return [Reply(lines(*found, _("/help shows all of it.")), menu_button(turn))]
    parts = (lines(part.title, *part.said) for part in deeds if part.said)
    return [Reply(words(*parts, by="\n\n"), menu_button(turn))]


def _list_about(turn: Turn, deeds: Sequence[_Deeds], wanted: str) -> list[Sayable]:
    """List what has these words in it, or stands under a title that has them."""
    if not wanted:
        return []
    voice = voice_of(turn.person)

    def has(said: Sayable | None) -> bool:
        return said is not None and wanted in fold(voice.say(said))

    return [own for part in deeds for own in part.said if has(part.title) or has(own)]


def _list_own(turn: Turn) -> list[_Deeds]:
    deeds = _list_deeds(turn)
    for office, add in WITH_OFFICE.items():
        if office in turn.offices:
            deeds = add(turn, deeds)
    return deeds


def _with_running(turn: Turn, deeds: list[_Deeds]) -> list[_Deeds]:
    """Begin with what somebody has who runs Kompaan; for whoever does nothing else that is all."""
    own = _list_of_office(turn, Office.ADMINISTRATION, _RUNNING)
    return [_Deeds(None, own[:1]), *deeds] if turn.council_tracks else [_Deeds(None, own)]


def _with_starters(turn: Turn, deeds: list[_Deeds]) -> list[_Deeds]:
    """Begin with the teachers who are new; for whoever does nothing else that is nearly all."""
    coaches = turn.uow.teachers_coaches.is_one(turn.person.id)
    first, *own = _list_of_office(turn, Office.INDUCTION, ("starters",))
    begins = [first]
    if coaches and not turn.coached_tracks:
        begins += list_commands(turn, (Role.COACH,), ("desk",))
    if turn.council_tracks or Office.ADMINISTRATION in turn.offices:
        return [_Deeds(None, begins), *deeds]
    return [_Deeds(None, [*begins, *([_UNDO] if coaches else []), *own])]


def _with_intake(turn: Turn, deeds: list[_Deeds]) -> list[_Deeds]:
    """Add an intake, where nothing else led there; for whoever does nothing else that is all."""
    if turn.coached_tracks or turn.offices & {Office.ADMINISTRATION, Office.INDUCTION}:
        return deeds
    own = _list_of_office(turn, Office.INTAKE, ("intake",))
    return [*deeds, _Deeds(None, own[:1])] if turn.tracks else [_Deeds(None, own)]


def _of_sector(turn: Turn, _deeds: list[_Deeds]) -> list[_Deeds]:
    """List what a speaker for a sector has: they are nothing else here."""
    return [_Deeds(None, [*_list_of_office(turn, Office.SECTOR, _SECTOR), _UNDO])]


WITH_OFFICE: Mapping[Office, Callable[[Turn, list[_Deeds]], list[_Deeds]]] = {
    Office.ADMINISTRATION: _with_running,
    Office.INDUCTION: _with_starters,
    Office.INTAKE: _with_intake,
    Office.SECTOR: _of_sector,
}
"""What an office makes of what somebody can do without it; one after the other."""


def _list_of_office(turn: Turn, office: Office, names: Sequence[str]) -> list[Sayable]:
    """List these commands for whoever has an office, and what everybody has of their own."""
    return [line for some in (names, *_OWN) for line in list_commands(turn, (), some, {office})]


def _list_deeds(turn: Turn) -> list[_Deeds]:
    roles = {role for track in turn.tracks for role in track.roles}
    looks_back = any(track.looks_back for track in turn.council_tracks)
    council = [FOR_COUNCIL] if looks_back and not roles & SEES_AFTERWARDS else []
    report = _(
        "/report – the colours, as you may see them; with a student and a number, one in depth"
    )
    return [
        _Deeds(None, _list_scoring(turn)),
        _Deeds(_("What has a date:"), list_commands(turn, roles, _DATED)),
        _Deeds(_("The colours:"), [report, *list_commands(turn, roles, _SEEN)]),
        _Deeds(_("Learning:"), list(_list_learning(turn, roles))),
        _Deeds(_("Evaluating:"), [*list_commands(turn, roles, _EVALUATING), *council]),
        _Deeds(_("When things go otherwise:"), list_commands(turn, roles, _OTHERWISE)),
        _Deeds(_("Planning:"), list_commands(turn, roles, _PLANNING)),
        _Deeds(_("What is kept of you:"), list_commands(turn, roles, _RIGHTS)),
        _Deeds(_("At any time:"), _list_always(turn)),
    ]


def _list_scoring(turn: Turn) -> list[Sayable]:
    scores = {track.scoring_role for track in turn.scored_tracks}  # none once a track has ended
    if not scores:
        return []
    tallies = [_("/today – tally what was done today")] if scores & TALLIES else []
    return [
        _("/score – score by tapping, or type it:"),
        *list_examples(turn),
        _("/open – what still waits for you"),
        _("/next – what lies just beyond what is done alone, and why"),
        *tallies,
    ]


def _list_learning(turn: Turn, roles: AbstractSet[Role]) -> Iterator[Sayable]:
    if any(track.scoring_role is Role.STUDENT for track in turn.scored_tracks):
        yield _("/reflect – a question about your day; 'history' shows your answers")
    elif roles - {Role.STUDENT}:
        yield _("/reflect – the answers that a student shares with you")
    if COACHES_LEARNING & roles:
        yield _("/tips – a tip for coaching, for one competence with its number behind it")
    if SETS_FOCUS & roles:
        yield _("/focus – what matters in the coming weeks")
    yield from list_commands(turn, roles, _LEARNING)


def _list_always(turn: Turn) -> list[Sayable]:
    return [
        _UNDO,
        _("/settings, /language – how I talk with you, where my messages come, your devices")
        if turn.uow.page_address
        else _("/settings, /language – how I talk with you"),
        _("/cancel – put away what I asked"),
    ]


_UNDO = _("/undo – take back what you stored last")


def list_commands(
    turn: Turn,
    roles: Iterable[Role],
    names: Sequence[str],
    offices: Iterable[Office] = (),
) -> list[Sayable]:
    """List those of these commands that fit the roles and offices, in the order of the names."""
    roles = frozenset(roles)
    fitting = {command.name: command for command in turn.table.menu(roles, offices)}
    others = {} if Role.STUDENT in roles else _OF_OTHERS
    return [
        _say_command(turn, fitting[name], others.get(name, fitting[name].does))
        for name in names
        if name in fitting
    ]


def _say_command(turn: Turn, command: Command, does: Sayable) -> Text:
    # A text of ours, so that where commands are typed otherwise it says so.
    return Text(f"/{command.word(turn.person.language)} – {{does}}", {"does": does})
