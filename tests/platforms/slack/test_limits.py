"""Slack's limits: what is drawn fits, and what is mutated breaks nothing."""

import copy
import json
import random
from datetime import UTC, datetime

import pytest

from bot.i18n import Voice
from bot.messages import Button, Choice, ChoiceRow, Field, Form, Layout, Reply, _
from bot.platforms.slack.drawing import LONGEST, messages_of, pieces_of
from bot.platforms.slack.entities import SlackVoice, as_typed
from bot.platforms.slack.events import read_message
from bot.platforms.slack.home import home_of
from bot.platforms.slack.modal import modal_of, tell_in_modal
from tests.dialogues.chat import opened
from tests.dialogues.slack import SlackSchool
from tests.fakes.slack.blocks import check_blocks, check_view
from tests.fakes.slack.delivering import encoded, signed
from tests.fakes.slack.world import Delivery
from tests.fakes.waiting import Stopwatch
from tests.platforms.slack.line import a_message, post

VOICE = SlackVoice("en", "UTC")
LONG = ("a" * 9000, "line\n" * 3000, "<&>" * 5000, "😀" * 5000, "x &\n" * 2000, "short", "", " \n ")


@pytest.fixture
def hooked(school_url):
    with opened(SlackSchool, school_url) as made:
        yield made


@pytest.mark.parametrize("text", LONG)
def test_a_long_text_is_cut_into_sections_that_fit(text):
    pieces = list(pieces_of(text))
    assert all(0 < len(piece) <= LONGEST for piece in pieces)
    if text.strip():
        assert "".join(pieces).split() == text.split() or "\n" in text
        assert "".join("".join(pieces).split()) == "".join(text.split())


@pytest.mark.parametrize("text", LONG)
@pytest.mark.parametrize("rows", [0, 1, 45, 60, 400])
@pytest.mark.parametrize("wide", [1, 3, 30])
def test_every_message_is_one_that_slack_takes(text, rows, wide):
    buttons = tuple((Button("b" * 200, f"c{row}"),) * wide for row in range(rows))
    for drawn in messages_of(Reply(text, buttons), VOICE):
        check_blocks(drawn.blocks, 50)
        assert 0 < len(drawn.text) <= 4000
    check_view(home_of([Reply(text, buttons)] * 20, VOICE), ("home",))
    check_view(tell_in_modal(text, VOICE), ("modal",))


@pytest.mark.parametrize("rows", [1, 7, 45, 60])
@pytest.mark.parametrize("text", ["short", "a" * 2999, "b" * 3001])
@pytest.mark.parametrize("choices", [0, 4, 11])
def test_rows_of_choices_are_drawn_where_they_fit(rows, text, choices):
    own = tuple(Button("w" * 99, f"c{at}", at == 1) for at in range(choices))
    plain = ((Button("x", "all"),),)
    layout = Layout("above", (ChoiceRow(text, own),) * rows, below=((Button("done", "d"),),))
    (drawn,) = messages_of(Reply("whole", plain, layout=layout), VOICE)
    check_blocks(drawn.blocks, 50)
    kinds = [block.get("accessory", block)["type"] for block in drawn.blocks]
    fits = rows <= 45 and len(text) <= LONGEST and choices <= 10
    assert kinds.count("radio_buttons") == (rows if fits and choices else 0)
    assert (drawn.blocks[0]["text"]["text"] == "above") == fits


def form(indicators, label="i" * 2500, title="t" * 300):
    fields = []
    for number in range(indicators):
        three = tuple(Choice(value, "w" * 100) for value in "XLV")
        fields.append(Field(f"m{number}", f"{number}. {label}", three, "V"))
        fields.append(Field(f"c{number}", _("how often"), three))
    return Form("sf:9999999:9999999", title, tuple(fields))


def test_the_form_of_a_large_competence_is_one_that_slack_takes():
    for indicators in (1, 13, 22, 49):
        view = modal_of(form(indicators), VOICE, "D0123456789", "1760000000.000001")
        assert view is not None
        check_view(view, ("modal",))


def test_a_form_that_is_too_large_is_not_drawn():
    assert modal_of(form(50), VOICE) is None


def test_a_menu_stands_in_where_there_are_many_choices():
    many = tuple(Choice(str(number), str(number)) for number in range(30))
    view = modal_of(Form("sf:1:1", "t", (Field("m1", "l", many, "7"),)), VOICE)
    assert view is not None
    check_view(view, ("modal",))
    assert view["blocks"][1]["element"]["type"] == "static_select"


def test_hints_are_changed_in_our_own_words_only():
    own = _("/undo and /help: {note}", note="/undo is theirs, <b>/help</b>")
    assert VOICE.say(own) == "/kompaan undo and /kompaan help: /undo is theirs, <b>/help</b>"
    assert VOICE.say("/undo") == "/undo"
    assert VOICE.say(_("and/or 1/2 https://a/b")) == "and/or 1/2 https://a/b"
    assert Voice("en", "UTC").say(own).startswith("/undo")


@pytest.mark.parametrize(
    ("sent", "typed"),
    [
        ("a &lt;b&gt; &amp;amp; c", "a <b> &amp; c"),
        ("<@U1> <@U1|noor> <#C1|hall> <!here> <!subteam^S1|@team>", "@U1 @noor #hall @here @team"),
        ("<https://a.b/c?d|a.b> <mailto:x@y.z|x@y.z> <https://a.b>", "a.b x@y.z https://a.b"),
        ("10 all v, 3x <", "10 all v, 3x <"),
    ],
)
def test_what_slack_sends_is_read_as_it_was_typed(sent, typed):
    assert as_typed(sent) == typed


# --- what is mutated ---


def test_mutated_payloads_give_no_500_and_block_nobody(hooked):
    assert mutations(hooked, 600, random.Random(3)) <= {200, 400}


@pytest.mark.long
def test_five_thousand_mutated_payloads(hooked):
    assert mutations(hooked, 5000, random.Random(4)) <= {200, 400}


def mutations(school: SlackSchool, count: int, dice: random.Random) -> set[int]:
    statuses = set()
    # As text: what a client of ours could not encode, others can.
    for number in range(count):
        delivery = sample(school, number)
        changed = Delivery(delivery.kind, mutated(delivery.payload, dice))
        body, kind = encoded(changed)
        headers = signed(body, school.fake.now()) | {"Content-Type": kind}
        statuses.add(post(school, body, headers))
    watch = Stopwatch()
    school.users["t1"].says("noor 8 all v")
    school.users["t1"].wait_for("Noor · 8")
    assert watch.seconds < 5
    return statuses


def sample(school, number):
    user = school.users["m1"]
    if number % 4 == 0:
        return a_message(school)
    if number % 4 == 1:
        return Delivery("slash_commands", {**user.command("score jonas 8 all v")})
    own = {"team": {"id": "T0KOMPAAN"}, "user": {"id": user.id}, "trigger_id": f"{number}.1.t"}
    if number % 4 == 2:
        place = {"type": "message", "message_ts": "1.000001", "channel_id": user.person.channel}
        action = {"type": "button", "value": "go:open", "action_id": "b0.0", "block_id": "x"}
        return Delivery(
            "interactive", own | {"type": "block_actions", "container": place, "actions": [action]}
        )
    about = json.dumps({"code": "sf:1:1", "channel": user.person.channel, "ts": "1.000001"})
    chosen = {"m1": {"v": {"type": "radio_buttons", "selected_option": {"value": "V"}}}}
    view = {"id": f"V{number}", "callback_id": "form", "private_metadata": about}
    filled = view | {"state": {"values": chosen}}
    return Delivery("interactive", own | {"type": "view_submission", "view": filled})


DEEP: list[object] = []
for _level in range(900):
    DEEP = [DEEP]
ODD: tuple[object, ...] = (
    None, -1, 2**63, "", "x" * 5000, "\x00", "\ud800", [], {}, True, 1.5, DEEP, {"id": None},
    "url_verification", "view_submission", "block_actions", "event_callback", float("inf"),
)  # fmt: skip


def mutated(body, dice):
    body = copy.deepcopy(body)
    for _change in range(dice.randint(1, 3)):
        place = body
        while True:
            if not place:
                return body
            key = dice.choice(list(place) if isinstance(place, dict) else range(len(place)))
            if isinstance(place[key], dict | list) and place[key] and dice.random() < 0.8:
                place = place[key]
                continue
            break
        if dice.random() < 0.3:
            del place[key]
        else:
            # A copy, or one odd thing would in time stand inside itself.
            place[key] = json.loads(json.dumps(dice.choice(ODD)))
    return body


def test_signs_of_formatting_in_a_name_are_shown_as_they_are():
    (drawn,) = messages_of(Reply("5_EL_A · *Bo* ~x~ `y` & <b>"), VOICE)
    assert drawn.blocks[0]["text"] == {
        "type": "plain_text",
        "text": "5_EL_A · *Bo* ~x~ `y` & <b>",
        "emoji": False,
    }


def test_a_message_has_one_key_under_whichever_event_it_is_told():
    said = {"type": "message", "channel_type": "im", "user": "U1", "channel": "D1", "text": "v"}

    def key(event, ts):
        raw = {"team_id": "T1", "event_id": event, "event": {**said, "ts": ts}}
        heard = read_message(raw, datetime.now(UTC))
        assert heard is not None
        return heard.key

    assert key("Ev1", "1760000000.000100") == key("Ev2", "1760000000.000100")
    assert key("Ev1", "1760000000.000100") != key("Ev1", "1760000000.000200")
