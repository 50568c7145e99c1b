"""Quick fingers: every tap is stored, and the message comes to show the last of it, at its pace."""

import asyncio
import random
from collections import defaultdict
from functools import partial
from itertools import pairwise

import pytest
from telegram.error import RetryAfter

from bot.domain.importing.drafts import RosterRow
from bot.platforms.in_order import InOrder, Saying
from bot.platforms.line.edits import IN_A_CHAT, OF_A_BOT, Edits, Picture
from bot.platforms.line.patience import HeldBack
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.importing.import_roster import import_roster
from tests.databases import connected
from tests.dialogues.card.cards import code_of, open_card, row_of
from tests.dialogues.chat import opened, shown
from tests.dialogues.clock import hear
from tests.dialogues.scoring.test_colleagues import add_mentor
from tests.dialogues.telegram import TelegramSchool
from tests.fakes.virtual_time import run

BOT = (30, 1.0)
"""What the fake's limits allow a bot: so many in so many seconds."""


def asked(error: Exception) -> float | None:
    return 2.0 if isinstance(error, RetryAfter) else None


class Strict:
    """Takes edits as Telegram does: it refuses what is too much, and now and then what is not."""

    def __init__(self, chance: float = 0.0, seed: int = 1) -> None:
        self.chance, self.dice = chance, random.Random(seed)
        self.drawn: dict[tuple[int, int], str] = {}
        self.times: defaultdict[int, list[float]] = defaultdict(list)
        self.closed: defaultdict[int, float] = defaultdict(float)
        self.broken: list[str] = []

    def drawing(self, place: tuple[int, int]):
        async def send(values) -> bool:
            now, chat = asyncio.get_running_loop().time(), place[0]
            if now < self.closed[chat]:
                self.broken.append(f"{chat} was edited before its pause was over")
            if self.dice.random() < self.chance:
                self.closed[chat] = now + 2
                raise RetryAfter(2)
            await asyncio.sleep(0.05)
            self.times[chat].append(now)
            self.drawn[place] = values["text"]
            return True

        return send

    def most_in_a_second(self) -> int:
        times = sorted(time for own in self.times.values() for time in own)
        return max(sum(begin <= time < begin + BOT[1] for time in times) for begin in times)


def test_thirteen_taps_in_each_of_200_chats_end_in_what_was_said_last():
    platform, edits = Strict(chance=0.1), Edits()

    order = InOrder()

    async def speak(picture: Picture, before: Saying | None) -> None:
        if before is not None:
            await asyncio.wait([before])
        await edits.draw(picture, platform.drawing(picture.place), asked)

    async def tap_all(chat: int) -> None:
        for tap in range(13):
            picture = edits.announce((chat, 1), {"text": str(tap)})
            order.say(chat, partial(speak, picture))
            await asyncio.sleep(0.7)

    async def everybody() -> float:
        await asyncio.gather(*map(tap_all, range(200)))
        await asyncio.gather(*order.under_way)
        return asyncio.get_running_loop().time()

    took = run(everybody())
    assert platform.drawn == {(chat, 1): "12" for chat in range(200)}
    assert platform.broken == []
    assert platform.most_in_a_second() <= BOT[0]
    assert took < 40
    gaps = [
        later - earlier for times in platform.times.values() for earlier, later in pairwise(times)
    ]
    assert min(gaps) >= IN_A_CHAT - OF_A_BOT


def test_the_first_tap_is_shown_at_once():
    platform, edits = Strict(), Edits()

    async def tap() -> None:
        await edits.draw(edits.announce((1, 1), {"text": "first"}), platform.drawing((1, 1)), asked)

    run(tap())
    assert platform.times == {1: [0.0]}


def test_at_the_end_what_has_to_wait_is_kept_once():
    edits, held = Edits(), []

    async def refuse(_values) -> bool:
        raise RetryAfter(30)

    async def draw(number: int) -> None:
        try:
            await edits.draw(
                edits.announce((1, 1), {"text": str(number)}), refuse, lambda _error: 30.0
            )
        except HeldBack as back:
            held.append((number, back.seconds))

    async def end() -> float:
        tasks = [asyncio.create_task(draw(number)) for number in range(3)]
        await asyncio.sleep(5)
        edits.close()
        await asyncio.gather(*tasks)
        return asyncio.get_running_loop().time()

    assert run(end()) < 10
    assert held == [(2, 30.0)]


def test_where_a_message_is_gone_the_newest_is_said_anew_and_nothing_older():
    edits, order, anew = Edits(), InOrder(), []

    async def refuse(_values) -> bool:
        return False

    async def speak(picture: Picture, before: Saying | None) -> None:
        if before is not None:
            await asyncio.wait([before])
        if not await edits.draw(picture, refuse, asked):
            anew.append(picture.values["text"])

    async def tap_all() -> None:
        for tap in range(5):
            order.say(1, partial(speak, edits.announce((1, 1), {"text": str(tap)})))
        await asyncio.gather(*order.under_way)

    run(tap_all())
    assert anew == ["4"]


def marked(card) -> list[str]:
    """Read what a card shows as chosen, of the indicators in sight."""
    return [
        "".join(own["label"][2:] for own in row_of(card, number) if own["label"].startswith("●"))
        for number in range(1, 8)
    ]


@pytest.mark.parametrize("webhook", [False, True])
def test_a_hundred_quick_taps_are_all_stored_and_the_card_ends_true(school_url, webhook):
    dice = random.Random(5)
    with opened(TelegramSchool, school_url, webhook=webhook, pace=1.0) as school:
        card, karim = open_card(school), school.users["m1"]
        taps = [(dice.randint(1, 7), dice.choice("✗◐✓")) for _tap in range(100)]
        school.fake.do("limits")
        school.fake.fails("429", method="editMessageText", chance=0.3, retry_after=1)
        for number, sign in taps:
            karim.act("taps", user=karim.id, message=card.id, code=code_of(card, number, sign))
        school.quiet()
        assert school.scores == 100
        assert school.fake.unanswered == []
        last = next(message for message in karim.answers if message.id == card.id)
        said = dict(taps)
        assert marked(shown(last)) == [said[number] for number in range(1, 8)]
        drawn = [
            call["at"] for call in school.fake.calls("editMessageText") if call["status"] == 200
        ][1:]  # the menu became the card before
        assert all(b - a > 0.9 for a, b in pairwise(drawn))
        assert karim.last.id == card.id


def test_the_last_state_arrives_where_no_answer_came_to_its_edit(school_url):
    with opened(TelegramSchool, school_url, webhook=True) as school:
        card, karim = open_card(school), school.users["m1"]
        school.fake.fails("502", method="editMessageText", times=1)
        karim.act("taps", user=karim.id, message=card.id, code=code_of(card, 3, "◐"))
        school.quiet()
        last = next(message for message in karim.answers if message.id == card.id)
        assert marked(shown(last))[2] == "◐"
        assert karim.last.id == card.id


def test_what_says_more_than_a_picture_puts_no_older_one_over_a_newer(school_url):
    with opened(TelegramSchool, school_url, webhook=True, pace=1.0) as school:
        add_mentor(school, "m2")
        school.say("m2", "jonas 10.2 l")
        school.say("m1", "jonas 10.1 l")
        card, karim = open_card(school), school.users["m1"]
        repeats = next(
            own["code"] for row in card.buttons for own in row if "before" in own["label"]
        )
        for code in (code_of(card, 3, "◐"), repeats, code_of(card, 4, "✓")):
            karim.act("taps", user=karim.id, message=card.id, code=code)
        school.quiet()
        last = next(message for message in karim.answers if message.id == card.id)
        assert marked(shown(last))[:4] == ["◐", "◐", "◐", "✓"]
        assert "only a colleague" in karim.last.text


def test_of_a_card_that_has_to_wait_long_only_the_newest_is_said_later(school_url):
    with opened(TelegramSchool, school_url, webhook=True) as school:
        card, karim = open_card(school), school.users["m1"]
        school.fake.fails("429", method="editMessageText", retry_after=600, times=3)
        for number in (1, 2, 3):
            karim.act("taps", user=karim.id, message=card.id, code=code_of(card, number, "✓"))
            school.quiet()
        school.at = school.now()
        school.later(seconds=700)
        hear(school)
        (_menu, later) = karim.answers
        assert marked(shown(later))[:4] == ["✓", "✓", "✓", ""]


def many(school: TelegramSchool, count: int) -> list[str]:
    """Let so many mentors more come to the school, each with a student; gives their ids."""
    rows = [
        RosterRow(
            line=number,
            framework="ELEC-1",
            class_group="8E",
            student_id=f"s{number}",
            student=f"Student{number} Peeters",
            workplace="Elektro bv",
            mentor_id=f"m{number}",
            mentor=f"Mentor{number} Haddad",
            teacher_id="t1",
            teacher="Els Wouters",
            coach_id="c1",
            coach="Lien Martens",
        )
        for number in range(100, 100 + count)
    ]
    with school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        organisation = uow.catalogue.list_organisations()[0]
        assert not import_roster(uow.catalogue, organisation, rows).rejected
    school.found()
    return [row.mentor_id for row in rows]


@pytest.mark.long
def test_two_hundred_chats_at_once_lose_no_tap_and_end_true(school_url):
    with connected(school_url) as engine:
        school = TelegramSchool(engine, webhook=True, pace=1.0)
        school.found()
        mentors = many(school, 200)
        with school.running():
            users = [school.users[mentor] for mentor in mentors]
            for user in users:
                user.says("/score")
            school.quiet()
            for user in users:
                user.taps(None, next(own.code for own in user.last.buttons if " 10 " in own.label))
            school.quiet()
            cards = {user.id: user.last for user in users}
            school.fake.do("limits")
            school.fake.fails("429", method="editMessageText", chance=0.05, retry_after=1)
            school.fake.pause()
            for number in (*range(1, 8), *range(1, 7)):
                for user in users:
                    code = code_of(shown(cards[user.id]), number, "✓" if number % 2 else "◐")
                    user.act("taps", user=user.id, message=cards[user.id].id, code=code)
            school.fake.pause(False)
            school.fake.quiet(300)
            school.quiet()
            assert school.scores == 13 * 200
            assert school.fake.unanswered == []
            for user in users:
                assert marked(shown(user.last)) == ["✓" if n % 2 else "◐" for n in range(1, 8)]
                assert user.last.id == cards[user.id].id
