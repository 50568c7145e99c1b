"""What of a desk comes near or is late, within the coach's one message of a day."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from bot.domain.dated import Dated
from bot.domain.desk.steps import key_of
from bot.domain.school.names import first_name_of
from bot.i18n import voice_of
from bot.messages import MessageKind, Sayable, _, _n, colon, lines, words
from bot.ports.telling.errands import Errand
from bot.use_cases.desk.list_desk import gather, list_desk
from bot.use_cases.desk.look_at_desks import key_within
from handlers.desk.phrases import say_desk_day, say_what, say_when
from handlers.desk.taps import ShowDesk
from handlers.talking.routing.tap import button
from handlers.talking.telling import MessagePart
from handlers.talking.turn import Turn

LINES = 6
"""Lines of one message; what is more is counted, and stands on the desk."""

NAMED = 4
"""Students named of whom the same is said."""


def tell_desk(turn: Turn, errands: Sequence[Errand]) -> MessagePart | None:
    """Say what came near or is late, as it stands by now; what was done meanwhile is left out."""
    meant = {key_within(errand.subject) for errand in errands}
    desk = list_desk(turn.uow, turn.person, turn.tracks, turn.today)
    found = gather(own for own in desk.everything if key_of(own) in meant)
    if not found:
        return None
    said = list(_same(turn, found))
    more = len(said) - LINES
    text = lines(
        _("On your desk:"),
        *said[:LINES],
        _n("and {count} more: /desk", "and {count} more: /desk", more) if more > 0 else None,
    )
    brief = _n(
        "On your desk {count} thing is near or late: /desk",
        "On your desk {count} things are near or late: /desk",
        len(found),
    )
    rows = ((button(_("my desk"), ShowDesk(0, None)),),)
    return MessagePart(text, rows, MessageKind.REMINDER, brief=brief if len(said) > 1 else "")


def _same(turn: Turn, found: Iterable[Dated]) -> Iterator[Sayable]:
    """Say what is the same of several students, and has the same day, in one line."""
    voice = voice_of(turn.person)
    alike: dict[tuple[str, str], list[Dated]] = defaultdict(list)
    for own in found:
        alike[voice.say(_when(turn, own)), voice.say(say_what(turn, own))].append(own)
    for (when, what), several in alike.items():
        names = [first_name_of(own.student) for own in several if own.student]
        more = len(names) - NAMED
        named = ", ".join(names[:NAMED]) if names else None
        rest = _n("and {count} more", "and {count} more", more) if more > 0 else None
        yield words("•", colon(when), words(what, words(named, rest) if named else None, by=" · "))


def _when(turn: Turn, dated: Dated) -> Sayable:
    if dated.due_on is not None and dated.due_on < turn.today:
        return words("⚠", _("late since {day}", day=say_desk_day(turn, dated.due_on)))
    return say_when(turn, dated)
