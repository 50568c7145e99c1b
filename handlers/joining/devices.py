"""One's own devices on the page: listed, ended, and one more let in by a link of one's own."""

from collections.abc import Sequence

from bot.domain.joining.invitations import page_link
from bot.domain.joining.sessions import OWN_LINK_LASTS, Session
from bot.messages import Button, Day, Moment, QrPicture, Reply, Sayable, _, _n, lines, words
from bot.ports.telling.outbox import OutboxMessage
from bot.use_cases.joining.disown_device import disown_device
from bot.use_cases.joining.end_devices import end_device, end_others, find_own
from bot.use_cases.joining.invite_person import invite_person
from handlers.joining.taps import AddDevice, DisownDevice, EndDevice, EndOthers
from handlers.talking.routing.doors import ShowDevices
from handlers.talking.routing.offering import offer
from handlers.talking.routing.tap import button
from handlers.talking.telling import MessagePart
from handlers.talking.turn import Replies, Turn

AT_MOST = 8
"""Devices that are listed, the last used first."""

GONE = _("This device is not open any more.")
ONCE = _("The link was shown once. Make another one where it is needed.")
NOWHERE = _("Your school has no page yet on which devices could be open.")


def show_devices(turn: Turn, _words: str) -> Replies:
    """Answer `/devices`: where one's own chat is open on the page."""
    return [_draw(turn, edit=False)]


def tapped_devices(turn: Turn, _tap: ShowDevices) -> Replies:
    """Show one's own devices below the settings, or what is left of them."""
    return [_draw(turn, edit=False)]


def tapped_end(turn: Turn, tap: EndDevice) -> Replies:
    """End one of one's own devices, once that is sure."""
    session = find_own(turn.uow, turn.person.id, tap.session)
    if session is None or not session.is_open(turn.at):
        return [Reply(GONE)]
    if tap.sure == "ask":
        asked = _("Close your chat on {device}? It opens there again only with a new link.",
                  device=_name(session))  # fmt: skip
        return [offer(turn, _sure(asked, EndDevice(session.id, "yes")))]
    end_device(turn.uow, turn.person.id, session.id, turn.at)
    return [_draw(turn, _("Closed on {device}.", device=_name(session)), edit=True)]


def tapped_others(turn: Turn, tap: EndOthers) -> Replies:
    """End all of one's own devices but this one, once that is sure."""
    if tap.sure == "ask":
        asked = (
            _("Close your chat on all other devices?")
            if turn.said.seat
            else _("Close your chat on all these devices?")
        )
        return [offer(turn, _sure(asked, EndOthers("yes")))]
    ended = end_others(turn.uow, turn.person.id, turn.said.seat, turn.at)
    said = _n("Closed on {count} device.", "Closed on {count} devices.", len(ended))
    return [_draw(turn, said, edit=True)]


def tapped_add(turn: Turn, _tap: AddDevice) -> Replies:
    """Make a link of one's own, for ten minutes; it is said once, and kept nowhere."""
    if not turn.uow.page_address or turn.person.sample:
        return [Reply(NOWHERE)]
    invited = invite_person(turn.uow, turn.person, turn.at, OWN_LINK_LASTS, turn.person.id)
    link = page_link(turn.uow.page_address, invited.code)
    minutes = int(OWN_LINK_LASTS.total_seconds()) // 60
    text = lines(
        _("Open this on your other device, or hold its camera before the picture:"),
        link,
        _n("It works once, for {count} minute.", "It works once, for {count} minutes.", minutes),
        _("It is for you alone: whoever opens it talks as you."),
    )
    return [Reply(text, files=(QrPicture("Kompaan", link),), instead=ONCE)]


def tell_device(turn: Turn, message: OutboxMessage) -> MessagePart | None:
    """Tell of a device that came in, while it is open: it may not have been its person."""
    session = find_own(turn.uow, turn.person.id, message.about_id or 0)
    if session is None:
        return None
    text = _(
        "Your chat was opened on one more device: {device}, {when}.",
        device=_name(session),
        when=Moment(session.made_at),
    )
    return MessagePart(text, ((button(_("that was not me"), DisownDevice(session.id)),),))


def tapped_disown(turn: Turn, tap: DisownDevice) -> Replies:
    """Close what was none of theirs, and tell the coaches."""
    if not disown_device(turn.uow, turn.person.id, tap.session, turn.at):
        return [Reply(GONE)]
    text = lines(
        _("Closed there, and your coach is told. Nothing more can be read or said from there."),
        _("Look through what was said as you: /report, and /undo takes back what is wrong."),
    )
    return [Reply(text, edit=True)]


def tell_disowned(turn: Turn, message: OutboxMessage) -> MessagePart | None:
    """Tell a coach that somebody else may have had a link."""
    session = turn.uow.sessions.find_by_id(message.about_id or 0)
    person = turn.uow.people.find(session.person_id) if session else None
    if session is None or person is None:
        return None
    text = _(
        "{name} says that it was somebody else who opened their chat on {device} ({when}). It is "
        "closed there. Talk about it: a link may have got into other hands.",
        name=person.name,
        device=_name(session),
        when=Moment(session.made_at),
    )
    return MessagePart(text)


def _draw(turn: Turn, before: Sayable | None = None, *, edit: bool) -> Reply:
    held = turn.uow.sessions.list_of(turn.person.id)
    open_ = [session for session in held if session.is_open(turn.at)]
    more = len(open_) - AT_MOST
    text = lines(
        before,
        _("Your chat is open on these devices:")
        if open_
        else _("Your chat is open on no device of the page."),
        *(_described(turn, session) for session in open_[:AT_MOST]),
        _n("and {count} more", "and {count} more", more) if more > 0 else None,
    )
    return Reply(text, _offered(turn, open_), edit=edit)


def _offered(turn: Turn, open_: Sequence[Session]) -> tuple[tuple[Button, ...], ...]:
    rows = [
        (button(_("close: {device}", device=_name(session)), EndDevice(session.id, "ask")),)
        for session in open_[:AT_MOST]
    ]
    if len(open_) > 1:
        label = _("close all others") if turn.said.seat else _("close all")
        rows.append((button(label, EndOthers("ask")),))
    if turn.uow.page_address and not turn.person.sample:
        rows.append((button(_("one more device"), AddDevice()),))
    return tuple(rows)


def _described(turn: Turn, session: Session) -> Sayable:
    said = _(
        "{device}: since {since}, last used {used}",
        device=_name(session),
        since=Day(session.made_at),
        used=_("today") if turn.day_of(session.used_at) == turn.today else Day(session.used_at),
    )
    return words(said, _("(this one)") if session.seat == turn.said.seat else None)


def _name(session: Session) -> Sayable:
    return session.device or _("unknown device")


def _sure(asked: Sayable, sure: EndDevice | EndOthers) -> Reply:
    rows = ((button(_("yes, close it"), sure),), (button(_("no"), ShowDevices()),))
    return Reply(asked, rows, edit=True)
