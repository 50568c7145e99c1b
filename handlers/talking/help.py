"""Help, cancel, and what to say when we did not understand: these work at any point."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from bot.domain.school.tracks import Role, Track
from bot.domain.school.visibility import SEES_AFTERWARDS
from bot.domain.scoring.roles import COACHES_LEARNING, SETS_FOCUS, TALLIES
from bot.messages import Reply, Sayable, Text, _, _n, lines, words
from handlers.talking.meaning.ended import FOR_COUNCIL
from handlers.talking.meaning.whom import LineWaiting
from handlers.talking.menu import menu_button
from handlers.talking.phrases import an_indicator, first_name
from handlers.talking.turn import Replies, Turn

_BESIDE_SCORES = (
    "photo",
    "film",
    "route",
    "class",
    "periods",
    "choose",
    "evaluations",
    "deliberation",
    "decision",
    "council",
    "endview",
    "alerts",
    "overview",
    "log",
    "raters",
    "track",
    "lost",
    "helps",
    "absent",
    "stops",
    "incident",
    "guardian",
    "desk",
    "visit",
    "agreement",
    "recognition",
    "mentortraining",
    "handover",
)
_PLANNING = (
    "plan",
    "groups",
    "lessons",
    "trainingplan",
    "activities",
    "scenarios",
    "contexts",
    "tuning",
)
"""What campus and work are planned with: under a line of its own, so that help stays readable."""

_RIGHTS = ("mydata", "looks", "contest", "forget", "privacy", "admin")
"""What somebody may ask of what is kept, under a line of its own as well."""

_ADMINISTERING = (("admin",), ("language", "settings"), ("mydata", "forget", "privacy"))
"""What somebody has who administers, in this order."""


def show_help(turn: Turn, _words: str) -> Replies:
    """Answer `/help` with what this person can do, on this person's own students."""
    said = _list_deeds(turn)
    if turn.uow.administrators.is_one(turn.person.id):
        own = [
            line
            for names in _ADMINISTERING
            for line in list_commands(turn, (), names, administers=True)
        ]
        said = [own[0], *said] if turn.council_tracks else own
    if turn.uow.teachers_coaches.has_part(turn.person.id):
        said = _with_starters(turn, said)
    return [Reply(lines(*said), menu_button(turn))]


def _with_starters(turn: Turn, said: list[Sayable]) -> list[Sayable]:
    """Begin with the teachers who are new; for who does nothing else that is nearly all."""
    first = list_commands(turn, (), ("starters",), inducts=True)
    if turn.council_tracks or turn.uow.administrators.is_one(turn.person.id):
        return [*first, *said]
    beside = (
        line for names in _ADMINISTERING for line in list_commands(turn, (), names, inducts=True)
    )
    return [*first, *beside]


def cancel(turn: Turn, _words: str) -> Replies:
    """Answer `/cancel`: put away what was asked, and every line that waits."""
    waiting, left = turn.dialogue.asking is not None, turn.table.kept(turn)
    line = turn.asked(LineWaiting)
    turn.close()
    turn.waits_no_more = turn.nothing_waits = True
    if left is not None:
        kept = _("All right, put away. Your answer so far is kept, for you alone.")
        return [replace(left, text=kept)]
    if line is not None:
        return [Reply(_put_away(1 + len(line.behind)))]
    if waiting:
        return [Reply(_("All right, put away. What was stored stays; /undo takes it back."))]
    return [Reply(_("Nothing was going on. /help shows what you can do."))]


def _put_away(count: int) -> Sayable:
    return lines(
        _n(
            "All right, put away: nothing was stored of what you typed.",
            "All right, all {count} are put away: nothing was stored of those lines.",
            count,
        ),
        _("What was stored before stays; /undo takes it back."),
    )


def not_understood(turn: Turn) -> Replies:
    """Say that a line was not understood, that nothing was stored, and what to send instead."""
    tapped = turn.question is not None and turn.question.stored
    return [
        Reply(
            lines(
                _("I did not understand that. Nothing of it was stored.")
                if tapped
                else _("I did not understand that. Nothing was stored."),
                _("What you tapped before stays; just go on.") if tapped else None,
                such_as(turn),
                _("/help shows what you can do."),
            ),
            menu_button(turn),
        )
    ]


def unknown_command(turn: Turn, command: str) -> Replies:
    """Say that there is no such command."""
    return [
        Reply(
            _(
                "I do not know the command {command}. Nothing was stored. /help shows them all.",
                command=command,
            ),
            menu_button(turn),
        )
    ]


def _list_deeds(turn: Turn) -> list[Sayable]:
    roles = {role for track in turn.tracks for role in track.roles}
    scores = {track.scoring_role for track in turn.scored_tracks}  # none once a track has ended
    said: list[Sayable] = []
    if scores:
        said += [_("/score – score by tapping, or type it:"), *_list_examples(turn)]
        said.append(_("/open – what still waits for you"))
        said.append(_("/next – what lies just beyond what is done alone, and why"))
    if scores & TALLIES:
        said.append(_("/today – tally what was done today"))
    if roles & COACHES_LEARNING:
        said.append(_("/tips – a tip for coaching, for one competence with its number behind it"))
    if Role.STUDENT in scores:
        said.append(_("/reflect – a question about your day; 'history' shows your answers"))
    elif roles - {Role.STUDENT}:
        said.append(_("/reflect – the answers that a student shares with you"))
    if roles & SETS_FOCUS:
        said.append(_("/focus – what matters in the coming weeks"))
    said += [
        _("/report – the colours, as you may see them; with a student and a number, one in depth"),
        *list_commands(turn, roles, _BESIDE_SCORES),
        _("/undo – take back what you stored last"),
        _("/settings, /language – how I talk with you, where my messages come, your devices")
        if turn.uow.page_address
        else _("/settings, /language – how I talk with you"),
        _("/cancel – put away what I asked"),
    ]
    if not roles & SEES_AFTERWARDS and any(track.looks_back for track in turn.council_tracks):
        said.append(FOR_COUNCIL)
    return [
        *said,
        *_titled(_("Planning:"), list_commands(turn, roles, _PLANNING)),
        *_titled(_("What is kept of you:"), list_commands(turn, roles, _RIGHTS)),
    ]


def _titled(title: Sayable, listed: Sequence[Sayable]) -> Sequence[Sayable]:
    return [title, *listed] if listed else []


def list_commands(
    turn: Turn,
    roles: Iterable[Role],
    names: Collection[str],
    *,
    administers: bool = False,
    inducts: bool = False,
) -> list[Sayable]:
    """List those of these commands that fit the roles, by their words, with what they do."""
    # A text of ours, so that where commands are typed otherwise it says so.
    return [
        Text(f"/{command.word(turn.person.language)} – {{does}}", {"does": command.does})
        for command in turn.table.menu(roles, administers=administers, inducts=inducts)
        if command.name in names
    ]


def such_as(turn: Turn) -> Sayable | None:
    """One line that works, about the student of the conversation or the only one."""
    tracks = turn.scored_tracks
    track = turn.about if turn.about in tracks else tracks[0] if len(tracks) == 1 else None
    if track is None:
        return None
    here = turn.question.here if turn.question else 0
    example = f"{_called(track)}{an_indicator(turn.programme(track), here)} v"
    return _("A score is typed such as: {example}", example=example)


def _taught(turn: Turn) -> list[str]:
    """The class group of a teacher's first track, for an example of a line about all of it."""
    return [track.class_group for track in turn.tracks if track.scoring_role is Role.TEACHER][:1]


def _called(track: Track) -> str:
    return "" if track.scoring_role is Role.STUDENT else f"{first_name(track).lower()} "


def _list_examples(turn: Turn) -> list[Sayable]:
    about = turn.about if turn.about in turn.scored_tracks else None
    track = about or next(iter(turn.scored_tracks), None)
    if track is None:
        return [_("/report shows the colours.")]
    competence = turn.programme(track).competences[-1]
    name, number = _called(track), competence.number
    first, last = competence.indicators[0].number, competence.indicators[-1].number
    whole = _("{line} all v", line=f"  {name}{number}")
    return [
        words(whole, f", {last}x" if first != last else None, by=""),
        f"  {name}{number}.{first} l",
        *(f"  {group} {number}.{first} v" for group in _taught(turn)),
        f"  {name}{number} {('vlx' * len(competence.indicators))[: len(competence.indicators)]}",
        _("  (x not, l with support, v alone; n never, s sometimes, r regularly)"),
    ]
