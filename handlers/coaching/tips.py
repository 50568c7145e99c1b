"""Tips for a mentor: one that fits where the student stands, its card, and what came of it."""

from collections.abc import Sequence

from bot.domain.coaching.methods import Method
from bot.domain.coaching.tips import Verdict
from bot.domain.school.frameworks import Competence
from bot.domain.school.tracks import Role, Track
from bot.domain.scoring.scales import Mastery
from bot.messages import Button, MessageKind, Reply, Sayable, _, lines, words
from bot.use_cases.coaching.give_tip import GivenTip, give_tip
from handlers.scoring.marks import competence_of
from handlers.talking.phrases import first_name, of_competence
from handlers.talking.shorthand import TypedLine, read_line
from handlers.talking.turn import Replies, Turn
from handlers.talking.whom import Sought, nobody

FITS = {
    Mastery.NOT_SHOWN: _("for what is not shown yet"),
    Mastery.WITH_SUPPORT: _("for what is shown with support"),
    Mastery.AUTONOMOUS: _("for what is done alone"),
}
SAID = {
    Verdict.HELPED: _("Good to hear. More of this kind will come."),
    Verdict.NOT_FOR_ME: _("All right, that one does not come back, and fewer of its kind do."),
}
LABELS = {Verdict.HELPED: _("helped"), Verdict.NOT_FOR_ME: _("not for me")}

ButtonRow = tuple[Button, ...]


def seek_tips(turn: Turn, words: str) -> Sought[Track, TypedLine] | Replies:
    """Read for whom, and perhaps for which competence, `/tips` asks a tip: it is the mentor's."""
    own = mentored(turn)
    if not own:
        return [Reply(_("Tips are for mentors: you are the mentor of nobody at the moment."))]
    line = read_line(words)
    return Sought(line.name, own, line)


def tips(turn: Turn, track: Track, line: TypedLine) -> Replies:
    """Answer `/tips` about a student, or one competence."""
    asked = competence_of(line.parts[0], turn.programme(track)) if line.parts else None
    return [_next_tip(turn, track, asked)]


def mentored(turn: Turn) -> list[Track]:
    """List the tracks on which this person is a mentor."""
    return [track for track in turn.tracks if Role.MENTOR in track.roles]


def tapped_another(turn: Turn, arguments: Sequence[str]) -> Replies:
    """Give one more tip for a student, and for a competence where one was asked for."""
    track = turn.track(int(arguments[0]))
    if track is None or Role.MENTOR not in track.roles:
        return [Reply(nobody(turn))]
    return [_next_tip(turn, track, turn.programme(track).competence_by_id(int(arguments[1])))]


def tapped_tip_card(turn: Turn, arguments: Sequence[str]) -> Replies:
    """Show every hint on a method's card."""
    method, known = Method(arguments[0]), turn.uow.repertoire
    language = turn.person.language
    hints = (f"• {one.said(language)}" for one in known.card(method))
    return [Reply(lines(known.title(method, language), *hints), kind=MessageKind.TIP)]


def tapped_verdict(turn: Turn, arguments: Sequence[str]) -> Replies | None:
    """Keep what a mentor says of a tip."""
    told = turn.uow.tips.find(int(arguments[0]))
    if told is None or told.person_id != turn.person.id:
        return None
    verdict = Verdict(arguments[1])
    turn.uow.tips.judge(told.id, verdict)
    more = ((Button(_("another tip"), "go:tips"),),) if verdict is Verdict.NOT_FOR_ME else ()
    return [Reply(SAID[verdict], more)]


def tip_text(turn: Turn, given: GivenTip) -> Sayable:
    """Say a tip under the title of its card, with the mastery that it is for."""
    language = turn.person.language
    title = turn.uow.repertoire.title(given.tip.method, language)
    fits = words("(", FITS[given.mastery], ")", by="") if given.mastery else ""
    return lines(words(title, fits), given.tip.said(language))


def tip_buttons(given: GivenTip) -> ButtonRow:
    """Make the buttons that judge a tip, and show its whole card."""
    verdicts = (Button(LABELS[one], f"tv:{given.told_id}:{one}") for one in Verdict)
    return (*verdicts, Button(_("the whole card"), f"tc:{given.tip.method}"))


def _next_tip(turn: Turn, track: Track, asked: Competence | None) -> Reply:
    turn.remember(track)
    given = give_tip(turn.uow, turn.person, [track], turn.at, asked)
    if given is None:
        return Reply(_("You know every tip that fits now. They come back after some months."))
    about = of_competence(track, asked) if asked else first_name(track)
    more = Button(_("another tip"), f"tp:{track.id}:{asked.id if asked else 0}")
    text = lines(about, tip_text(turn, given))
    return Reply(text, (tip_buttons(given), (more,)), kind=MessageKind.TIP)
