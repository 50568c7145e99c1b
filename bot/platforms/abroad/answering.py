"""Answering on a platform that is not the school's: what stays home, and how it is found there.

Where something was left out, the whole answer is put on the school's own page, and a button leads
to it: one tap more. To know it, the same is asked as if at home, and nothing of that stays.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.school.naming import Abroad, going_abroad, staying_home
from bot.i18n import voice_of
from bot.messages import Answer, Incoming, Reply
from bot.platforms.transcript import rendered
from bot.ports import Shown, UnitOfWork
from bot.showing.discreet import discreetly, holds_back, leading_home
from bot.showing.scrubbing import SHORTEST, Scrubber, parts_of

Converse = Callable[[UnitOfWork, Incoming], Answer]


def answer_abroad(uow: UnitOfWork, converse: Converse, said: Incoming) -> Answer:
    """Answer what was said on a platform that is not the school's."""
    with going_abroad() as abroad:
        answer = converse(uow, said)
    if not abroad.discreet:
        return answer
    typed = "" if said.tap else f"{said.text} {said.caption}"
    going = hand_out(uow, said.person_id, answer.replies, abroad, typed)
    if going.left_out:
        with uow.rehearsing() as rehearsed, staying_home():
            shown = _shown(converse(rehearsed, said), said.said_at)
        going.lead_home(show_at_home(uow, said.person_id, shown, said.key))
        if whom := answer.about.get(said.ref):
            uow.transcripts.note_about(said.person_id, said.key, whom)
    return replace(answer, replies=going.replies)


@dataclass
class Going:
    """Replies as a discreet school hands them out, and whether something of them stays home."""

    replies: list[Reply]
    left_out: bool

    def lead_home(self, link: str) -> None:
        """Say below the last of them where the rest stands; `link` leads there."""
        if self.replies:
            self.replies[-1] = leading_home(self.replies[-1], link)


def hand_out(
    uow: UnitOfWork, person_id: int, replies: Sequence[Reply], abroad: Abroad, typed: str = ""
) -> Going:
    """Write replies without names and files that stay home; `typed` is what they answer."""
    names = dict(abroad.names)
    shown = _list_words(replies) if abroad.typed or abroad.unsure else ()
    typed = " ".join((typed, *_said_again(abroad.typed, shown))).strip()
    unsure = (title in words for title in abroad.unsure for words in shown)
    if typed or "" in abroad.unsure or any(unsure):
        names = {**uow.code_words.list_names(person_id), **names}
    names = {full: said for full, said in names.items() if full not in abroad.open}
    scrub = Scrubber(names, typed, abroad.names, abroad.programmes)
    clean = [discreetly(reply, scrub) for reply in replies]
    return Going(clean, abroad.withheld or scrub.met_left_out or holds_back(replies))


def _list_words(replies: Sequence[Reply]) -> Sequence[str]:
    """List what is said in replies that is not our own text."""
    shown: list[str] = []

    def note(words: str) -> str:
        shown.append(words)
        return words

    for reply in replies:
        discreetly(reply, note)
    return shown


def _said_again(known: Collection[str], shown: Sequence[str]) -> Iterator[str]:
    """Find of what was typed before that of which a word is shown, cut short perhaps."""
    if known:
        said = {part for words in shown for part in parts_of(words) if len(part) >= SHORTEST}
        yield from (typed for typed in known if said & set(parts_of(typed)))


def show_at_home(uow: UnitOfWork, person_id: int, shown: Sequence[Shown], key: str) -> str:
    """Put messages on somebody's page, and give the link to the first; '' where there is none."""
    person = uow.people.find(person_id)
    if person is None or not uow.page_address or not shown:
        return ""
    kept = [uow.transcripts.add(person.id, person.organisation_id, own, key) for own in shown]
    return f"{uow.page_address}/me?message={kept[0].id}"


def _shown(answer: Answer, at: datetime) -> list[Shown]:
    voice = voice_of(answer, at)
    return [rendered(reply, voice, at) for reply in answer.replies]
