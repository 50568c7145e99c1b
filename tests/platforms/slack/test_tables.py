"""The class map and the list of alerts as tables on Slack, and in lines where they do not fit."""

import pytest

from bot.domain.divergence.severity import Severity
from bot.messages import Button, Grid, Layout, Reply
from bot.platforms.slack.drawing import messages_of
from bot.platforms.slack.entities import SlackVoice
from bot.ports.divergence import AlertPlace
from bot.storage.unit_of_work import StoredUnitOfWork
from tests.dialogues.chat import opened
from tests.dialogues.divergence.test_alerts_all import standing
from tests.dialogues.slack import SlackSchool
from tests.fakes.slack.blocks import check_blocks


@pytest.fixture
def school(school_url):
    with opened(SlackSchool, school_url) as made:
        yield made


def table_of(school, who):
    (table,) = [own for own in school.users[who].last.blocks if own["type"] == "data_table"]
    return [[cell.get("value", cell["text"]) for cell in row] for row in table["rows"]]


def test_a_class_is_a_table_of_how_many_have_each_colour(school):
    for line in ("jonas 8 all v", "noor 8 all x", "noor 10.1 n.v.t."):
        school.say("t1", line)
    school.say("t1", "/class 6E")
    head, *rows = table_of(school, "t1")
    assert head[0] == "competence"
    assert head[1:6] == [
        "✅ acquired, autonomously",
        "🟩 acquired, with support",
        "🟧 not yet fully acquired",
        "🟥 not acquired",
        "⬜ nothing scored yet",
    ]
    assert ["8 Marks out routes", 1, 0, 0, 1, 0, "–"] in rows
    assert "not here: Noor 1 of 13" in next(row for row in rows if row[0].startswith("10 "))[-1]
    assert "student" in school.buttons("t1")


def test_alerts_are_a_table_with_their_buttons_below(school):
    with school.engine.begin() as connection:
        uow = StoredUnitOfWork(connection)
        (track, *_others) = uow.tracks.list_of(school.people["c1"].person_id)
        competence = uow.tracks.read_programme(track.programme_id).competences[0]
        place = AlertPlace(1, track.id, competence.id)
        uow.alerts.keep(place, standing(school, Severity.CLEAR, 3, days=1), school.at)
    school.say("c1", "/alerts")
    head, row = table_of(school, "c1")
    assert head == ["about whom", "how bad", "what differs", "since", "what is arranged"]
    assert row[:3] == ["Jonas · 8 Marks out routes", "⚠ clear", "seen differently"]
    assert "Jonas · 8 Marks out routes" in school.buttons("c1")
    school.tap("c1", "Jonas · 8 Marks out routes")
    school.tap("c1", "put off 3 days")
    school.say("c1", "/alerts")
    assert table_of(school, "c1")[1][-1] == "put off"


def test_what_a_workspace_does_not_take_is_said_in_lines(school):
    school.say("t1", "jonas 8 all v")
    school.fake.fails("invalid_blocks", method="chat.postMessage", times=1)
    said = school.text("t1", "/class 6E")
    assert "8 Marks out routes: 1 acquired, autonomously · 1 nothing scored yet" in said
    assert "student" in school.buttons("t1")


@pytest.mark.parametrize(("rows", "wide", "text"), [(1, 20, "a"), (100, 2, "a"), (40, 5, "b" * 49)])
def test_a_table_that_fits_is_drawn(rows, wide, text):
    assert "data_table" in kinds_of(rows, wide, text)


@pytest.mark.parametrize(
    ("rows", "wide", "text"), [(0, 2, "a"), (101, 2, "a"), (3, 21, "a"), (60, 4, "b" * 170)]
)
def test_a_table_that_does_not_fit_is_said_in_lines(rows, wide, text):
    assert kinds_of(rows, wide, text) == ["section", "actions"]


def kinds_of(rows, wide, text):
    grid = Grid("seen", ("",) * wide, ((text, *range(1, wide)),) * rows)
    buttons = ((Button("x", "x"),),)
    layout = Layout("above", grid=grid, below=buttons)
    (drawn,) = messages_of(Reply("in lines", buttons, layout=layout), SlackVoice("en", "UTC"))
    check_blocks(drawn.blocks, 50)
    return [block["type"] for block in drawn.blocks]
