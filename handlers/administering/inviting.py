"""Inviting: a link with its picture for one, a list for all of a class group who did not come."""

from datetime import timedelta

from bot.messages import (
    Button,
    Day,
    Reply,
    Sayable,
    Table,
    _,
    _n,
    lines,
    listed,
)
from bot.ports.administering.school_people import SomebodyAround
from bot.use_cases.administering.invite_group import invite_group
from handlers.administering.people import BACK, GONE, find_here
from handlers.administering.taps import InviteGroup, InviteSomebody, ShowClassGroups
from handlers.talking.phrases import ROLE_WORD, short
from handlers.talking.places.invitation import WAY_NAMES, show_invitation, way_in
from handlers.talking.routing.doors import OpenAdmin
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

LIST_ONCE = _("The list was sent once. Make another one where it is needed.")
AT_MOST = 12
"""Class groups, and people with a button of their own, shown at once."""


def tapped_invite(turn: Turn, tap: InviteSomebody) -> Replies:
    """Make a link for somebody, which the administrator sees once and hands over."""
    person = find_here(turn, tap.person)
    if person is None:
        return [Reply(GONE)]
    lasting = timedelta(days=turn.uow.ways_in.days)
    (invited,) = invite_group(turn.uow, [person], turn.at, lasting, turn.person.id)
    return [show_invitation(turn, invited)]


def tapped_groups(turn: Turn, _tap: ShowClassGroups) -> Replies:
    """List the class groups."""
    groups = turn.uow.school_people.list_class_groups(turn.person.organisation_id)
    if not groups:
        return [Reply(_("There is no class group yet: read a roster in."), ((_back(),),))]
    rows = [
        (button(short(name), InviteGroup(identity, "ask")),) for identity, name in groups[:AT_MOST]
    ]
    more = len(groups) - AT_MOST
    text = lines(
        _("Of which class group?"),
        _n("and {count} more", "and {count} more", more) if more > 0 else None,
    )
    return [Reply(text, (*rows, (_back(),)), edit=True)]


def tapped_group(turn: Turn, tap: InviteGroup) -> Replies:
    """Show who of a class group did not come yet; invite all of them once that is sure."""
    school = turn.person.organisation_id
    groups = dict(turn.uow.school_people.list_class_groups(school))
    if tap.group not in groups:
        return [Reply(_("This class group is not there any more."), ((_back(),),))]
    around = turn.uow.school_people.list_around(school, tap.group)
    away = [own for own in around if not own.joined]
    name = groups[tap.group]
    if not away:
        everybody = _("Everybody around {group} came.", group=name)
        return [Reply(everybody, ((_back(),),), edit=True)]
    if tap.sure == "ask":
        return [_asked(tap.group, name, away, len(around))]
    return [_listed(turn, name, away)]


def _asked(group: int, name: str, away: list[SomebodyAround], everybody: int) -> Reply:
    text = lines(
        _n(
            "{group}: {count} of {everybody} did not come yet.",
            "{group}: {count} of {everybody} did not come yet.",
            len(away),
            group=name,
            everybody=everybody,
        ),
        _("One list with a link for each, or one after the other with a picture to scan?"),
    )
    everyone = button(_("list for all of them"), InviteGroup(group, "yes"))
    each = [
        (button(short(own.person.name), InviteSomebody(own.person.id)),) for own in away[:AT_MOST]
    ]
    return Reply(text, ((everyone,), *each, (_back(),)), edit=True)


def _listed(turn: Turn, name: str, away: list[SomebodyAround]) -> Reply:
    ways = turn.uow.ways_in
    people = [own.person for own in away]
    lasting = timedelta(days=ways.days)
    invited = invite_group(turn.uow, people, turn.at, lasting, turn.person.id)
    rows: tuple[tuple[Sayable, ...], ...] = tuple(
        (
            own.person.school_id,
            own.person.name,
            listed([ROLE_WORD[role] for role in own.roles]),
            *(way_in(turn, way, made) for way in ways.named),
            Day(made.expires_at, full=True),
        )
        for own, made in zip(away, invited, strict=True)
    )
    columns = (_("id"), _("name"), _("role"), *(WAY_NAMES[way] for way in ways.named), _("until"))
    text = lines(
        _n(
            "{group}: {count} person invited. Links of before no longer work.",
            "{group}: {count} people invited. Links of before no longer work.",
            len(away),
            group=name,
        ),
        _("Whoever has this list can come in with it: hand it out with care, then delete it."),
    )
    table = Table(_("Invitations {group}", group=name), columns, rows, turn.person.time_zone)
    return Reply(text, files=(table,), instead=LIST_ONCE)


def _back() -> Button:
    return button(BACK, OpenAdmin())
