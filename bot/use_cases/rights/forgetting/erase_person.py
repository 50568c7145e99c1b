"""Erase a person: rows, names and words, as each table of the storage declares."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.domain.administering.rights_acts import RightsActKind
from bot.domain.joining.accounts import Account
from bot.domain.rights.erasures import Erasure
from bot.domain.rights.forgetting import Forgetting
from bot.domain.telling.places import Place
from bot.messages import MessageKind
from bot.ports import UnitOfWork
from bot.ports.rights.erasing import ErasedChat, ErasureList, Known
from bot.ports.telling.outbox import Content, MessageDraft

TELEGRAM_TAKES_BACK = timedelta(hours=48)
"""How old a message of ours may be for Telegram to delete it; older ones are emptied.

Source: https://core.telegram.org/bots/api#deletemessage.
"""


@dataclass(frozen=True, slots=True)
class Leaving:
    """Our messages in a chat of somebody who is erased, by what can be done about them."""

    platform: str
    deleted: int
    emptied: int


@dataclass(frozen=True, slots=True)
class LastWords:
    """What is left of a message that can only be emptied, and what is said last of all."""

    notice: str
    farewell: str


SayLast = Callable[[Known, Leaving], LastWords]


@dataclass(frozen=True, slots=True)
class ErasingTools:
    """The list that is kept apart, and who puts the last words."""

    erasures: ErasureList
    say: SayLast


def erase_person(uow: UnitOfWork, wanted: Forgetting, at: datetime, tools: ErasingTools) -> bool:
    """Erase somebody at an instant (aware); raises Refused where that cannot be noted apart.

    The list comes first: what is on it and still here is erased by the next tick. Nothing is done
    where the wish was taken back, or has to wait: then it gives False.
    """
    standing = uow.forgettings.hold_open(wanted.person_id)
    if standing is None or standing.id != wanted.id or standing.held_at is not None:
        return False
    known = uow.erasing.hold(wanted.person_id)
    if known is None:
        uow.forgettings.mark_erased(wanted.id, at)
        return False
    traces = uow.erasing.read_traces(known.tracks)
    mark = tools.erasures.mark(known.organisation_id, known.id, known.school_id)
    tools.erasures.add(
        Erasure(
            known.organisation_id, known.id, mark, at,
            tracks=tuple(known.tracks), sums=traces.sums, decisions=traces.decisions,
        )
    )  # fmt: skip
    erase_known(uow, known, at, tools.say)
    uow.forgettings.mark_erased(wanted.id, at)
    uow.rights_acts.note(
        known.organisation_id, RightsActKind.ERASED, at, about=known.id, forgetting=wanted.id
    )
    return True


def erase_known(uow: UnitOfWork, known: Known, at: datetime, say: SayLast) -> None:
    """Erase somebody who is on the list by now, and take our messages out of their chats."""
    chats = uow.erasing.list_chats(known)
    places = uow.accounts.list_of(known.id)
    uow.erasing.blank_mentions(known)
    uow.erasing.erase(known.id, at)
    chats = _whole_chats(known, chats, at)
    notice = say(known, Leaving("", 0, 0)).notice
    drafts = [_taking_back(chat, notice) for chat in chats]
    for place in places:
        if place.platform in {Place.TELEGRAM, Place.SLACK}:
            last = say(known, _leaving(known, place.platform, chats, at))
            drafts.append(_farewell(known, place, last.farewell))
    uow.outbox.write(drafts, at)


def _whole_chats(known: Known, chats: Sequence[ErasedChat], at: datetime) -> list[ErasedChat]:
    """Of somebody's own chats on Slack take all that is older than now, which Slack can list."""
    found = {}
    for chat in chats:
        ref = chat.ref
        if chat.platform == Place.SLACK and chat.person_id == known.id:
            ref = f"{ref.partition('/')[0]}/*{at.timestamp():.6f}"
        found[chat.platform, chat.address, ref] = replace(chat, ref=ref)
    return list(found.values())


def _leaving(known: Known, platform: str, chats: Sequence[ErasedChat], at: datetime) -> Leaving:
    own = [chat for chat in chats if (chat.person_id, chat.platform) == (known.id, platform)]
    old = sum(_is_old(chat, at) for chat in own)
    return Leaving(platform, len(own) - old, old)


def _farewell(known: Known, place: Account, words: str) -> MessageDraft:
    return MessageDraft(
        known.organisation_id,
        known.id,
        place.platform,
        place.address,
        MessageKind.NOTICE,
        f"forgotten:{place.platform}",
        Content(words),
    )


def look_through_again(uow: UnitOfWork, erased: Forgetting, at: datetime) -> bool:
    """Erase what was written while somebody was erased; False while their chats are not empty."""
    if uow.erasing.has_waiting(erased.person_id, at):
        return False
    uow.erasing.erase(erased.person_id, at)
    return True


def mark_clean(uow: UnitOfWork, erased: Forgetting, at: datetime) -> None:
    """Note that nothing of somebody is left, in the file of the database either."""
    uow.forgettings.mark_clean(erased.id, at)


def _is_old(chat: ErasedChat, at: datetime) -> bool:
    return chat.platform == Place.TELEGRAM and at - chat.sent_at >= TELEGRAM_TAKES_BACK


def _taking_back(chat: ErasedChat, notice: str) -> MessageDraft:
    return MessageDraft(
        chat.organisation_id,
        chat.person_id,
        chat.platform,
        chat.address,
        MessageKind.NOTICE,
        f"taken back:{chat.platform}:{chat.ref}",
        Content(notice, deletes=chat.ref),
    )
