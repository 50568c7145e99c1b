"""Tips for mentors and teachers: one that fits where the student stands, and what came of it."""

from bot.domain.coaching.methods import Method
from bot.domain.coaching.repertoire import Tip
from bot.domain.coaching.tips import Verdict
from bot.domain.manner import addressed
from bot.domain.school.frameworks import Competence
from bot.domain.school.tracks import Track
from bot.domain.scoring.roles import COACHES_LEARNING
from bot.domain.scoring.scales import Mastery
from bot.i18n import voice_of
from bot.messages import Button, MessageKind, Reply, Sayable, _, lines, words
from bot.use_cases.coaching.give_tip import GivenTip, give_tip
from bot.use_cases.coaching.judge_tip import judge_tip
from handlers.coaching.taps import GiveTip, JudgeTip, ShowTipCard
from handlers.scoring.marks import competence_of
from handlers.talking.meaning.ended import say_ended
from handlers.talking.meaning.seeking import seek
from handlers.talking.meaning.shorthand import TypedLine
from handlers.talking.meaning.whom import Sought, Unclear, nobody
from handlers.talking.menu import RunCommand
from handlers.talking.phrases import first_name, of_competence
from handlers.talking.routing.answered import Answered
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

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


def seek_tips(turn: Turn, words: str) -> Sought[Track, TypedLine]:
    """Read for whom, and perhaps for which competence, `/tips` asks a tip.

    Raises Unclear for whoever is nobody's mentor and nobody's teacher.
    """
    own = list_guided(turn)
    if not own:
        text = _("Tips are for mentors and teachers: you are neither for anybody at the moment.")
        raise Unclear(Reply(say_ended(turn) or text))
    return seek(words, own)


def answer_tips(turn: Turn, track: Track, line: TypedLine) -> Replies:
    """Answer `/tips` about a student, or one competence."""
    asked = competence_of(line.parts[0], turn.programme(track)) if line.parts else None
    return [_next_tip(turn, track, asked)]


def list_guided(turn: Turn) -> list[Track]:
    """List the tracks on which this person is a mentor or a teacher."""
    return [track for track in turn.tracks if track.scoring_role in COACHES_LEARNING]


def tapped_tip(turn: Turn, tap: GiveTip) -> Replies:
    """Say one more tip for a student, and for a competence where one was asked for."""
    track = turn.track(tap.track)
    if track is None or track.scoring_role not in COACHES_LEARNING:
        return [Reply(nobody(turn))]
    return [_next_tip(turn, track, turn.programme(track).competence_by_id(tap.competence))]


def tapped_tip_card(turn: Turn, tap: ShowTipCard) -> Replies:
    """Show every hint on a method's card."""
    hints = (f"• {_hint(turn, tip)}" for tip in turn.uow.repertoire.card(tap.method))
    return [Reply(lines(_title(turn, tap.method), *hints), kind=MessageKind.TIP)]


def _title(turn: Turn, method: Method) -> str:
    return _renamed(turn, method, turn.uow.repertoire.title(method, _language(turn)))


def _hint(turn: Turn, tip: Tip) -> str:
    return _renamed(turn, tip.key, tip.said(_language(turn)))


def _language(turn: Turn) -> str:
    return addressed(turn.person.language, turn.person.manner)


def _renamed(turn: Turn, key: str, text: str) -> str:
    """Call roles as the school does, in a text of ours."""
    return text if key in turn.uow.repertoire.own else voice_of(turn.person).rename(text)


def tapped_verdict(turn: Turn, tap: JudgeTip) -> Answered:
    """Keep what is said of a tip."""
    if not judge_tip(turn.uow, turn.person, tap.told, tap.verdict, turn.at):
        return None
    again = ((button(_("another tip"), RunCommand("tips")),),)
    return [Reply(SAID[tap.verdict], again if tap.verdict is Verdict.NOT_FOR_ME else ())]


def say_tip(turn: Turn, given: GivenTip) -> Sayable:
    """Say a tip under the title of its card, with the mastery that it is for."""
    fits = words("(", FITS[given.mastery], ")", by="") if given.mastery else ""
    return lines(words(_title(turn, given.tip.method), fits), _hint(turn, given.tip))


def tip_buttons(given: GivenTip, *more: Button) -> tuple[tuple[Button, ...], ...]:
    """Make the rows of buttons that judge a tip, and show its whole card, with more beside that."""
    verdicts = (button(LABELS[verdict], JudgeTip(given.told_id, verdict)) for verdict in Verdict)
    card = button(_("the whole card"), ShowTipCard(given.tip.method))
    return (tuple(verdicts), (card, *more))


def _next_tip(turn: Turn, track: Track, asked: Competence | None) -> Reply:
    turn.remember(track)
    given = give_tip(turn.uow, turn.person, [track], turn.at, asked)
    if given is None:
        return Reply(_("You know every tip that fits now. They come back after some months."))
    about = of_competence(track, asked) if asked else first_name(track)
    more = button(_("another tip"), GiveTip(track.id, asked.id if asked else 0))
    text = lines(about, say_tip(turn, given))
    return Reply(text, tip_buttons(given, more), kind=MessageKind.TIP)
