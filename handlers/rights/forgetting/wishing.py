"""Wishing to be forgotten: what goes and what stays, the wish, a night's sleep, and the word."""

from collections.abc import Iterator

from bot.domain.rights.forgetting import ForgetState, Forgetting, slept_at
from bot.domain.school.tracks import Role
from bot.domain.telling.places import Place
from bot.messages import Button, Day, Moment, Quoted, Reply, Sayable, _, lines, listed, words
from bot.showing.words.left_alone import say_left_alone
from bot.use_cases.matching.forget_at_once import forget_at_once
from bot.use_cases.rights.forgetting.confirm_forgetting import TooSoon, confirm_forgetting
from bot.use_cases.rights.forgetting.wish_forgetting import wish_forgetting
from bot.use_cases.rights.forgetting.withdraw_forgetting import withdraw_forgetting
from handlers.rights.forgetting.deciding import show_to_decide
from handlers.rights.forgetting.reasons import say_goes, say_stays
from handlers.rights.forgetting.taps import (
    ConfirmForgetting,
    WishForgetting,
    WithdrawForgetting,
)
from handlers.talking.naming.in_role import person_in_role
from handlers.talking.routing.offering import offer
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

NAMED = 3
"""People to turn to who are named."""

Rows = tuple[tuple[Button, ...], ...]


def show_forgetting(turn: Turn, said: str) -> Replies:
    """Say what goes and what stays, or where a wish stands; a typed yes confirms it."""
    wished = turn.uow.forgettings.find_open(turn.person.id)
    if wished is not None and wished.state(turn.at) is not ForgetState.LAPSED:
        if said.strip().casefold() in YES and wished.confirmed_at is None:
            return _confirmed(turn)
        return [offer(turn, _standing(turn, wished)), *show_to_decide(turn)]
    return [offer(turn, _explained(turn)), *show_to_decide(turn)]


YES = frozenset({"yes", "ja", "oui"})


def tapped_wish(turn: Turn, tap: WishForgetting) -> Replies:
    """Note the wish; before that, ask whether it is meant."""
    if tap.sure == "ask":
        return [offer(turn, _explained(turn))]
    if forget_at_once(turn.uow, turn.person, turn.at) is not None:
        return [Reply(_("You are forgotten within a minute. Farewell."), edit=True)]
    wished = wish_forgetting(turn.uow, turn.person, turn.at)
    return [offer(turn, _standing(turn, wished, edit=True))]


def tapped_confirm(turn: Turn, _tap: ConfirmForgetting) -> Replies:
    """Confirm the wish, where it was slept on."""
    return _confirmed(turn, edit=True)


def tapped_withdraw(turn: Turn, _tap: WithdrawForgetting) -> Replies:
    """Take the wish back."""
    if not withdraw_forgetting(turn.uow, turn.person, turn.at):
        return [Reply(NOTHING_STANDS)]
    return [Reply(_("The wish is taken back: everything stays as it is."), edit=True)]


NOTHING_STANDS = _("Nothing is to be erased here: /forget says how that goes.")

_TAKE_BACK: Rows = ((button(_("take the wish back"), WithdrawForgetting()),),)


def _explained(turn: Turn) -> Reply:
    return Reply(
        lines(
            *_goes(turn),
            *_stays(turn),
            *say_left_alone(turn.uow.alone.count_after(turn.person.id)),
            *_in_chats(turn),
            _how(turn),
        ),
        ((button(_("I want to be forgotten"), WishForgetting("yes")),),),
    )


def _goes(turn: Turn) -> Iterator[Sayable]:
    yield _("If you are forgotten, this goes for good:")
    for text in say_goes(turn.uow.erasing.list_gone(turn.person.id)):
        yield words("–", text)


def _stays(turn: Turn) -> Iterator[Sayable]:
    whys = [why for _about, why in turn.uow.erasing.list_reasons(turn.person.id)]
    if kept := say_stays(whys):
        yield _("And this stays:")
        for text in kept:
            yield words("–", text)


def _in_chats(turn: Turn) -> Iterator[Sayable]:
    """Say what cannot be taken out of the chats of others' platforms."""
    platforms = {account.platform for account in turn.uow.accounts.list_of(turn.person.id)}
    if Place.TELEGRAM in platforms:
        yield _(
            "On Telegram I delete what I told you unasked in the last 48 hours, and empty what is "
            "older. What you wrote, and what I answered, stands there until you delete the chat."
        )
    if Place.SLACK in platforms:
        yield _(
            "On Slack I delete all that I said to you. What you wrote stays with your school's "
            "Slack: ask there."
        )


def _how(turn: Turn) -> Sayable:
    if turn.uow.intakes.is_only_here(turn.person.id):
        return _(
            "You are here for an intake and nothing else: nobody has to decide about it. After "
            "your yes it is done within a minute, and nobody can bring it back."
        )
    days = turn.uow.forgettings.read_days(turn.person.organisation_id)
    return _(
        "I ask you again when you have slept on it. After your yes it is told to {names}, with "
        "{days} days to decide; until it is done you can take it back. After that nobody can.",
        names=_deciders(turn),
        days=days,
    )


def _deciders(turn: Turn) -> Sayable:
    found = turn.uow.administrators.list_deciders(turn.person.id)
    if not found:
        return _("your school")
    return listed(own.name for own in found[:NAMED])


def _standing(turn: Turn, wished: Forgetting, *, edit: bool = False) -> Reply:
    state = wished.state(turn.at)
    if state is ForgetState.HELD:
        return Reply(say_held(turn, wished), _TAKE_BACK, edit=edit)
    if state is ForgetState.CONFIRMED and wished.due_at is not None:
        said = _(
            "You will be forgotten on {day}. Until then you can take it back.",
            day=Day(wished.due_at),
        )
        return Reply(said, _TAKE_BACK, edit=edit)
    slept = slept_at(wished.wished_at, turn.person.time_zone)
    if turn.at >= slept:
        return Reply(say_again(), ask_again(wished), edit=edit)
    return Reply(say_sleep(), _TAKE_BACK, edit=edit)


def say_sleep() -> Sayable:
    """Say that the wish is noted, and that a night lies before it."""
    return _(
        "I noted that you want to be forgotten. Sleep on it: tomorrow I ask you again, and nothing "
        "happens before that."
    )


def say_again() -> Sayable:
    """Ask once more, after a night's sleep."""
    return _(
        "You said that you want to be forgotten. Is that still so? What goes cannot come back."
    )


def ask_again(wished: Forgetting) -> Rows:
    """The buttons below the question whether somebody still wants to be forgotten."""
    return (
        (button(_("yes, forget me"), ConfirmForgetting(wished.id)),),
        (button(_("no, take it back"), WithdrawForgetting()),),
    )


def say_held(turn: Turn, wished: Forgetting) -> Sayable:
    """Say why an erasure has to wait, and with whom to talk about it."""
    by = turn.uow.people.find(wished.held_by_id) if wished.held_by_id else None
    return lines(
        _(
            "Your wish to be forgotten has to wait. {name} says why:",
            name=person_in_role(turn, by.id, by.name, Role.COACH) if by else _("Your school"),
        ),
        Quoted(wished.held_why),
        _("Talk about it with {names}.", names=by.name if by else _deciders(turn)),
    )


def _confirmed(turn: Turn, *, edit: bool = False) -> Replies:
    try:
        wished = confirm_forgetting(turn.uow, turn.person, turn.at)
    except TooSoon as soon:
        said = _(
            "Sleep on it first: from {when} on your yes counts. I ask you again by myself.",
            when=Moment(soon.until),
        )
        return [Reply(said, _TAKE_BACK)]
    if wished is None or wished.due_at is None:
        return [Reply(NOTHING_STANDS)]
    said = _(
        "Noted. It is told to {names} now. On {day} at the latest you are forgotten, unless there "
        "is a reason to wait. Until then you can take it back.",
        names=_deciders(turn),
        day=Day(wished.due_at),
    )
    return [Reply(said, _TAKE_BACK, edit=edit)]
