"""A lost phone: one tap of the coach ends its sessions, and another one gives a new link."""

import re
from collections.abc import Sequence

from bot.domain.folding import either_way, fold
from bot.domain.joining.invitations import page_link
from bot.domain.joining.sessions import HANDED_LINK_LASTS
from bot.domain.school.names import first_name_of
from bot.domain.school.tracks import Role
from bot.messages import Button, Moment, QrPicture, Reply, Sayable, _, _n, lines
from bot.ports.joining.sessions import DeviceHolder
from bot.ports.telling.outbox import OutboxMessage
from bot.use_cases.joining.lose_phone import find_around, hand_link, list_holders, lose_phone
from handlers.joining.devices import NOWHERE, ONCE, show_devices
from handlers.joining.taps import HandLink, LosePhone
from handlers.talking.meaning.names import words_of_name
from handlers.talking.naming.in_role import person_in_role
from handlers.talking.phones import say_closed
from handlers.talking.phrases import short
from handlers.talking.routing.tap import button
from handlers.talking.telling import MessagePart
from handlers.talking.turn import Replies, Turn

AT_MOST = 8
"""People offered at once; a name behind the command finds the others."""

NOT_THEIRS = _("That is nobody around your students. Your own devices: /devices.")

_GONE = (
    (
        "gsm|gsm's|telefoon|smartphone|mobiel|toestel|tablet|laptop|phone|mobile|device",
        "kwijt|kwijtgeraakt|kwijtgespeeld|verloren|gestolen|gepikt|lost|stolen|gone",
    ),
    (
        "gsm|telephone|portable|smartphone|mobile|appareil|tablette|ordinateur",
        "perdue?|perd|volee?|vole|egaree?|disparue?|pique|introuvable",
    ),
    (
        "handy|telefon|smartphone|tablet|laptop|gerät",
        "verloren|gestohlen|geklaut|weg|verschwunden|verlegt|abhandengekommen",
    ),
)
"""Devices, and that they are gone, by the language: Dutch 'gsm weg' may say to put it away."""

_LOST = re.compile(
    either_way(
        "|".join(
            rf"\b(?:{device})\b.*\b(?:{gone})\b|\b(?:{gone})\b.*\b(?:{device})\b"
            for device, gone in _GONE
        )
    )
)
_OWN = re.compile(r"\b(?:mijn|m'n|my|mijne|mon|ma|mein|meine|meinen|m'a|mir)\b")
_OF_ONESELF = re.compile(
    r"(?:ik\b|i\b|i've\b|mijn\b|m'n\b|my\b|j'ai\b|je\b|mon\b|ma\b|on m'a\b|ich\b|mein\b|meine\b"
    r"|mir\b|man hat mir\b)"
)
LONGEST = 60
"""Characters of a line that may say it in plain words; a story is none."""


def show_lost(turn: Turn, words: str) -> Replies:
    """Answer `/lost`, with or without whose phone it is."""
    if not turn.coached_tracks:
        return show_devices(turn, "")
    around = list_holders(turn.uow, turn.person.id, turn.at)
    holders = [holder for holder in around if holder.devices]
    named = [holder for holder in around if _is_named(holder, words)] if words.strip() else []
    if named and turn.uow.page_address and not any(holder.devices for holder in named):
        return [_let_in(named[:AT_MOST])]
    named = [holder for holder in named if holder.devices]
    if not holders:
        return [Reply(_("Nobody around your students has a device on the page."))]
    text: Sayable = _("Whose phone is lost? A tap closes their chat on all their devices at once.")
    if words.strip() and not named:
        text = lines(_("Nobody called '{name}' has a device on the page.", name=short(words)), text)
    named = named or holders
    more = len(named) - AT_MOST
    if more > 0:
        text = lines(text, _n("And {count} more: type the name behind /lost.",
                              "And {count} more: type the name behind /lost.", more))  # fmt: skip
    return [Reply(text, tuple((_offer(holder),) for holder in named[:AT_MOST]))]


def type_lost(turn: Turn, text: str) -> Replies | None:
    """Read that a phone is lost, in plain words; None for what says else."""
    said = fold(text)
    if len(said) > LONGEST or not turn.uow.page_address or not _LOST.search(said):
        return None
    if _OWN.search(said) and _OF_ONESELF.match(said):
        return show_devices(turn, "")
    if not turn.coached_tracks:
        return None  # what somebody says of another one may be a note
    named = [
        holder
        for holder in list_holders(turn.uow, turn.person.id, turn.at)
        if words_of_name(holder.name) & set(re.findall(r"[^\W_]+", said))
    ]
    return show_lost(turn, first_name_of(named[0].name) if named else "")


def tapped_lost(turn: Turn, tap: LosePhone) -> Replies:
    """Close somebody's chat on all their devices."""
    person = find_around(turn.uow, turn.person.id, tap.person)
    if person is None:
        return [Reply(NOT_THEIRS)]
    ended = lose_phone(turn.uow, person, turn.at, turn.person.id)
    again = button(_("give a new link"), HandLink(person.id))
    return [Reply(say_closed(person, ended), ((again,),), edit=True)]


def tapped_hand(turn: Turn, tap: HandLink) -> Replies:
    """Make a new link for somebody, which the coach sees once and hands over."""
    person = find_around(turn.uow, turn.person.id, tap.person)
    if person is None:
        return [Reply(NOT_THEIRS)]
    if not turn.uow.page_address or person.sample:
        return [Reply(NOWHERE)]
    if any(session.is_open(turn.at) for session in turn.uow.sessions.list_of(person.id)):
        return [Reply(_("{name} came in again meanwhile, so no link is needed.", name=person.name))]
    invited = hand_link(turn.uow, person, turn.at, turn.person.id)
    link = page_link(turn.uow.page_address, invited.code)
    hours = int(HANDED_LINK_LASTS.total_seconds()) // 3600
    text = lines(
        _("A new link for {name}; an earlier one no longer works:", name=person.name),
        link,
        _n("It works once, for {count} hour.", "It works once, for {count} hours.", hours),
        _("Hand it to them yourself: whoever opens it talks as {name}.",
          name=first_name_of(person.name)),
    )  # fmt: skip
    return [Reply(text, files=(QrPicture("Kompaan", link),), instead=ONCE)]


def tell_lost(turn: Turn, message: OutboxMessage) -> MessagePart | None:
    """Tell somebody that their devices were closed, by whom, and when."""
    session = turn.uow.sessions.find_by_id(message.about_id or 0)
    if session is None or session.ended_at is None:
        return None
    by = turn.uow.people.find(session.ended_by) if session.ended_by else None
    return MessagePart(
        lines(
            _(
                "{who} closed your chat on all your devices ({when}), as is done where a phone is "
                "lost.",
                who=person_in_role(turn, by.id, by.name, Role.COACH) if by else _("Your school"),
                when=Moment(session.ended_at),
            ),
            _("Was that not wanted? Then say so to them; a new link lets you in again."),
        )
    )


def tell_handed(turn: Turn, message: OutboxMessage) -> MessagePart | None:
    """Tell somebody that a coach made a link for them."""
    maker = turn.uow.accounts.find_maker(message.about_id or 0)
    by = turn.uow.people.find(maker) if maker else None
    if by is None:
        return None
    text = _(
        "{who} made a new link to the page for you ({when}), to hand it to you in person.",
        who=person_in_role(turn, by.id, by.name, Role.COACH),
        when=Moment(message.made_at),
    )
    return MessagePart(text)


def _let_in(named: Sequence[DeviceHolder]) -> Reply:
    """Offer a new link to who has no device, or none any more."""
    said = (_("The chat of {name} is open on no device.", name=holder.name) for holder in named)
    offered = (
        (button(_("new link for {name}", name=short(holder.name)), HandLink(holder.person_id)),)
        for holder in named
    )
    return Reply(lines(*said), tuple(offered))


def _offer(holder: DeviceHolder) -> Button:
    label = _n(
        "{name} · {count} device",
        "{name} · {count} devices",
        holder.devices,
        name=short(holder.name),
    )
    return button(label, LosePhone(holder.person_id))


def _is_named(holder: DeviceHolder, words: str) -> bool:
    parts = words_of_name(holder.name)
    return all(any(part.startswith(word) for part in parts) for word in fold(words).split())
