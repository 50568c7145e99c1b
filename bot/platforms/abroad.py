"""Answering on a platform that is not the school's: what stays home, and how it is found there.

Where something was left out, the whole answer is put on the school's own page, and a button leads
to it: one tap more. To know it, the same is asked as if at home, and nothing of that stays.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from bot.domain.school.naming import Abroad, going_abroad, staying_home
from bot.i18n import Voice
from bot.messages import Answer, Incoming, Reply
from bot.platforms.transcript import rendered
from bot.ports import Shown, UnitOfWork
from bot.showing.discreet import Scrubber, discreetly, holds_back, leading_home

Converse = Callable[[UnitOfWork, Incoming], Answer]


def answer_abroad(uow: UnitOfWork, converse: Converse, said: Incoming) -> Answer:
    """Answer what was said on a platform that is not the school's."""
    with going_abroad() as abroad:
        answer = converse(uow, said)
    if not abroad.discreet:
        return answer
    link = ""
    if abroad.withheld or holds_back(answer.replies):
        with uow.rehearsing() as rehearsed, staying_home():
            whole = converse(rehearsed, said)
            shown = _shown(whole, said.said_at)
        link = show_at_home(uow, said.person_id, shown, said.key)
    typed = "" if said.tap else f"{said.text} {said.caption}"
    replies = say_abroad(uow, said.person_id, answer.replies, abroad, link, typed)
    return replace(answer, replies=replies)


def say_abroad(
    uow: UnitOfWork,
    person_id: int,
    replies: Sequence[Reply],
    abroad: Abroad,
    link: str,
    typed: str = "",
) -> list[Reply]:
    """Write replies as a discreet school hands them out; `link` leads to what is left out."""
    names = dict(abroad.names)
    if typed or abroad.unsure:
        names = {**uow.code_words.list_names(person_id), **names}
    scrub = Scrubber({full: said for full, said in names.items() if full not in abroad.open}, typed)
    clean = [discreetly(reply, scrub) for reply in replies]
    if clean and (abroad.withheld or holds_back(replies)):
        clean[-1] = leading_home(clean[-1], link)
    return clean


def show_at_home(uow: UnitOfWork, person_id: int, shown: Sequence[Shown], key: str) -> str:
    """Put messages on somebody's page, and give the link to the first; '' where there is none."""
    person = uow.people.find(person_id)
    if person is None or not uow.page_address or not shown:
        return ""
    kept = [uow.transcripts.add(person.id, person.organisation_id, own, key) for own in shown]
    return f"{uow.page_address}/me?message={kept[0].id}"


def _shown(answer: Answer, at: datetime) -> list[Shown]:
    voice = Voice(answer.language, answer.time_zone, at)
    return [rendered(reply, voice, at) for reply in answer.replies]
