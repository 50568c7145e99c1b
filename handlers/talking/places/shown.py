"""Where unasked messages go, said and chosen: only of the places that somebody has."""

from bot.domain.telling.mail_addresses import MailAddress, MailGiver, shown
from bot.domain.telling.places import Place
from bot.messages import Button, Day, Reply, Sayable, Text, _, lines
from bot.use_cases.talking.change_preferences import Setting, change_preferences
from bot.use_cases.telling.mail.take_address_away import take_address_away
from bot.use_cases.telling.places import find_place, list_places
from handlers.talking.places.taps import (
    AskAway,
    ChoosePlace,
    GiveAddress,
    ShowPlaces,
    TakeAddressAway,
)
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

PLACES: dict[Place, Text] = {
    Place.TELEGRAM: _("on Telegram"),
    Place.SLACK: _("on Slack"),
    Place.PAGE: _("on the page alone"),
    Place.PUSH: _("on the page, with a push message"),
    Place.MAIL: _("on the page, with an e-mail"),
}
"""Where messages go, as it stands in a sentence and on a button."""

SHOW = _("where my messages come")


def offers_places(turn: Turn) -> bool:
    """Say whether there is anything to choose: two places, or a page to which e-mail may point."""
    places = list_places(turn.uow, turn.person.id, turn.at)
    return len(places) > 1 or (Place.PAGE in places and turn.uow.sends_mail)


def say_place(turn: Turn) -> Sayable | None:
    """Say where messages go; nothing for whoever has no place yet."""
    place = find_place(turn.uow, turn.person.id, turn.at)
    return _("Messages come: {place}", place=PLACES[place]) if place else None


def show_button() -> Button:
    """Lead to what can be chosen."""
    return button(SHOW, ShowPlaces())


def tapped_places(turn: Turn, _tap: ShowPlaces) -> Replies:
    """Show where messages go, and what else there is."""
    return [draw_places(turn, edit=True)]


def tapped_place(turn: Turn, tap: ChoosePlace) -> Replies:
    """Let messages go to a place, and show all again."""
    change_preferences(turn.uow, turn.person.id, Setting.PLACE, tap.place.value, turn.at)
    return [draw_places(turn, edit=True)]


def tapped_ask(turn: Turn, _tap: AskAway) -> Replies:
    """Ask whether no e-mail is to come: the address would have to be confirmed anew."""
    address = turn.uow.mail_addresses.find(turn.person.id)
    if address is None:
        return [draw_places(turn, edit=True)]
    asked = _(
        "No e-mail at {address} any more? To have it again you type the address, and a new code.",
        address=shown(address.address),
    )
    sure = button(_("yes, no e-mail"), TakeAddressAway())
    return [Reply(asked, ((sure,), (button(_("leave it so"), ShowPlaces()),)), edit=True)]


def tapped_away(turn: Turn, _tap: TakeAddressAway) -> Replies:
    """Send no e-mail any more."""
    take_address_away(turn.uow, turn.person.id, turn.at)
    return [draw_places(turn, edit=True)]


def draw_places(turn: Turn, *, edit: bool) -> Reply:
    """Draw where messages go, the address, and what can be changed of both."""
    now = find_place(turn.uow, turn.person.id, turn.at)
    places = list_places(turn.uow, turn.person.id, turn.at)
    address = turn.uow.mail_addresses.find(turn.person.id)
    mails = turn.uow.sends_mail
    others = [place for place in places if place is not now]
    rows = [(button(PLACES[place], ChoosePlace(place)),) for place in others]
    if mails:
        label = _("another e-mail address") if address else _("give an e-mail address")
        rows.append((button(label, GiveAddress()),))
        rows += [(button(_("no e-mail any more"), AskAway()),)] if address else []
    return Reply(
        lines(
            say_place(turn),
            _say_address(address) if mails else None,
            _("What I tell you unasked goes there. What you ask is answered where you ask it."),
        ),
        tuple(rows),
        edit=edit,
    )


def _say_address(address: MailAddress | None) -> Sayable:
    if address is None:
        return _("E-mail: none")
    written = shown(address.address)
    if address.refused_at is not None:
        return _(
            "E-mail: {address} takes no mail since {day}",
            address=written,
            day=Day(address.refused_at),
        )
    if address.giver is MailGiver.SCHOOL:
        return _("E-mail: {address}, as your school gave it", address=written)
    return _("E-mail: {address}, as you gave it", address=written)
