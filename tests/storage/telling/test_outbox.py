"""The outbox in the database: who gets what to send, and what is kept of it."""

from datetime import timedelta

import pytest

from bot.domain.telling.delivery import (
    DeliveryState,
    Later,
    NotReached,
    Permanent,
    RefusalReason,
    Sent,
    Unknown,
)
from bot.messages import MessageKind
from bot.ports.telling.outbox import Content, MessageDraft, OutboxStanding, Posted, Tried
from bot.storage.telling.outbox import StoredOutbox
from bot.storage.telling.outbox_standings import standings
from tests.fakes.outbox import (
    LEASED,
    MORNING,
    change,
    claim,
    draft,
    populate,
    rows,
    settle,
    states,
    texts,
    write,
)

SECOND = timedelta(seconds=1)


@pytest.fixture
def school(engine):
    populate(engine, 5)
    return engine


def tried(message, outcome, at=MORNING):
    return Tried(message, outcome, at)


def test_what_is_written_comes_back_whole(school):
    content = Content(
        "Hé", ((({"label": "Ja", "code": "y"}),),), {"title": "t", "rows": [1]}, "in words"
    )
    one = MessageDraft(
        1, 2, "telegram", "2", MessageKind.QUESTION, "s", content, expires_at=MORNING + SECOND
    )
    assert write(school, [one]) == 1
    (message,) = claim(school)
    assert message.content == Content(
        "Hé", [[{"label": "Ja", "code": "y"}]], {"title": "t", "rows": [1]}, "in words"
    )
    assert (message.person_id, message.platform, message.address) == (2, "telegram", "2")
    assert (message.kind, message.attempts, message.track_id) == (MessageKind.QUESTION, 1, None)
    assert (message.expires_at, message.made_at) == (MORNING + SECOND, MORNING)


@pytest.mark.parametrize(
    ("asks", "about_id", "kept"),
    [("feedback given", 12, "feedback given:12"), ("again", None, "again")],
)
def test_what_a_message_asks_for_comes_back_with_what_it_is_about(school, asks, about_id, kept):
    with school.begin() as connection:
        posted = Posted(2, MessageKind.QUESTION, "s", asks, about_id=about_id)
        assert StoredOutbox(connection).post(posted, MORNING) is not None
    (message,) = claim(school)
    assert (message.asks, message.about_id) == (asks, about_id)
    assert rows(school)["s"].asks == kept  # as the version before wrote and reads it


def test_of_one_subject_there_is_never_a_second(school):
    assert write(school, [draft(1, "a"), draft(1, "b")]) == 2
    assert write(school, [draft(1, "b"), draft(1, "c"), draft(2, "b")]) == 2
    assert write(school, [draft(1, "a", kind=MessageKind.TIP)]) == 1
    assert write(school, []) == 0
    (first, *_rest) = claim(school)
    settle(school, [tried(first, Sent("9"))])
    assert write(school, [draft(1, "a")]) == 0


def test_it_is_written_with_what_causes_it_or_not_at_all(school):
    with school.connect() as connection, connection.begin() as transaction:
        StoredOutbox(connection).write([draft(1, "a")], MORNING)
        transaction.rollback()
    assert states(school) == {}


def test_one_at_a_time_of_each_chat_and_the_oldest_first(school):
    write(school, [draft(chat, f"{chat}{turn}") for turn in "abc" for chat in (1, 2)])
    for turn in "abc":
        taken = claim(school)
        assert texts(taken) == [f"1{turn}", f"2{turn}"]
        assert claim(school) == []
        settle(school, [tried(message, Sent()) for message in taken])
    assert claim(school) == []


def test_not_more_than_asked_for_and_not_of_chats_that_rest(school):
    write(school, [draft(chat, f"s{chat}") for chat in range(1, 6)])
    assert texts(claim(school, at_most=2, resting=dict.fromkeys(["1", "3"], MORNING))) == [
        "s2",
        "s4",
    ]
    assert texts(claim(school)) == ["s1", "s3", "s5"]


def test_platforms_do_not_meet(school):
    write(school, [draft(1, "s", platform="slack")])
    assert claim(school) == []


def test_what_is_for_later_waits_without_holding_up_the_chat(school):
    write(school, [draft(1, "later", not_before=MORNING + 60 * SECOND), draft(1, "now")])
    (now,) = claim(school)
    assert texts([now]) == ["now"]
    settle(school, [tried(now, Sent())])
    assert claim(school, MORNING + 59 * SECOND) == []
    assert texts(claim(school, MORNING + 60 * SECOND)) == ["later"]


def test_whoever_is_tried_again_later_holds_up_the_chat_and_no_other(school):
    soon = MORNING + 5 * SECOND
    write(school, [draft(1, "soon", not_before=soon), draft(1, "first"), draft(1, "second")])
    write(school, [draft(2, "other")])
    first, other = claim(school)
    settle(school, [tried(first, Later(30)), tried(other, Sent())])
    assert rows(school)["first"].not_before == MORNING + 30 * SECOND
    assert claim(school, MORNING + 29 * SECOND) == []
    assert texts(claim(school, MORNING + 30 * SECOND)) == ["soon"]


def test_outcomes_are_stored(school):
    write(school, [draft(chat, f"s{chat}") for chat in range(1, 6)])
    results = [Sent("77"), Later(), NotReached(), Permanent(RefusalReason.GONE), Unknown()]
    at = MORNING + SECOND
    settle(school, [tried(*pair, at) for pair in zip(claim(school), results, strict=True)])
    stored = [
        (row.state, row.last_error, row.platform_ref, row.sent_at, row.lease_until, row.attempts)
        for _subject, row in sorted(rows(school).items())
    ]
    assert stored == [
        ("sent", "", "77", at, None, 1),
        ("pending", "later", "", None, None, 1),
        ("pending", "not_reached", "", None, None, 1),
        ("dead", "gone", "", None, None, 1),
        ("unknown", "timed_out", "", None, None, 1),
    ]


def test_a_lease_that_ran_out_is_unknown_and_not_sent_again(school):
    write(school, [draft(1, "a"), draft(1, "b")])
    (message,) = claim(school)
    with school.begin() as connection:
        stored = StoredOutbox(connection)
        assert stored.lapse("telegram", LEASED - SECOND) == 0
        assert stored.lapse("slack", LEASED) == 0
        assert stored.lapse("telegram", LEASED) == 1
    assert (rows(school)["a"].state, rows(school)["a"].last_error) == ("unknown", "lapsed")
    assert texts(claim(school, LEASED)) == ["b"]
    # Its worker was only slow, and tells after all.
    settle(school, [tried(message, Sent("5"))])
    assert (rows(school)["a"].state, rows(school)["a"].platform_ref) == ("sent", "5")


def test_an_outcome_is_stored_once_and_of_the_newest_attempt(school):
    write(school, [draft(1, "a")])
    (first,) = claim(school)
    settle(school, [tried(first, Later())])
    settle(school, [tried(first, Sent())])
    assert rows(school)["a"].state == "pending"
    (second,) = claim(school, MORNING + SECOND)
    settle(school, [tried(first, Permanent(RefusalReason.BLOCKED))])
    assert rows(school)["a"].state == "sending"
    settle(school, [tried(second, Sent())])
    assert rows(school)["a"].state == "sent"


def test_a_person_may_decide_to_send_the_unknown_again(school):
    write(school, [draft(1, "a"), draft(2, "b")])
    one, other = claim(school)
    settle(school, [tried(one, Unknown()), tried(other, Sent())])
    with school.begin() as connection:
        assert StoredOutbox(connection).try_again("telegram", MORNING) == 1
    assert texts(claim(school)) == ["a"]


def test_what_waits_follows_to_another_chat(school):
    write(school, [draft(1, "a"), draft(1, "b"), draft(2, "c")])
    claim(school, at_most=1)
    with school.begin() as connection:
        assert StoredOutbox(connection).readdress(1, "telegram", "11") == 1
    assert {subject: row.address for subject, row in rows(school).items()} == {
        "a": "1", "b": "11", "c": "2",
    }  # fmt: skip


def test_standings(school):
    write(school, [draft(1, "a"), draft(2, "b"), draft(3, "c")])
    write(school, [draft(4, "d", platform="slack")], MORNING - SECOND)
    write(school, [draft(5, "e")])
    settle(school, [tried(claim(school, at_most=1)[0], Sent(), MORNING + SECOND)])
    change(school, "e", last_error="later")
    with school.begin() as connection:
        assert standings(connection) == [
            OutboxStanding("slack", DeliveryState.PENDING, "", 1, MORNING - SECOND),
            OutboxStanding("telegram", DeliveryState.PENDING, "", 2, MORNING),
            OutboxStanding("telegram", DeliveryState.PENDING, "later", 1, MORNING),
            OutboxStanding("telegram", DeliveryState.SENT, "", 1, MORNING + SECOND),
        ]


def test_what_another_version_wrote_is_read_as_far_as_it_goes(school):
    write(school, [draft(1, "a"), draft(2, "b")])
    change(school, "a", kind="of tomorrow", content={"text": "Hé", "voice": "x"})
    change(school, "b", content={})
    one, other = claim(school)
    assert (one.kind, one.content) == ("of tomorrow", Content("Hé"))
    assert other.content == Content("")
