"""The fake Telegram's files, markup, commands and menus, with the real library."""

import struct

import pytest
import telegram
from telegram import InputMediaAnimation, InputMediaDocument, InputMediaPhoto
from telegram.error import BadRequest, NetworkError

from tests.fakes.telegram import A_PNG
from tests.fakes.telegram.errors import ApiError
from tests.fakes.telegram.markup import formatted

# --- files ---


def test_files_arrive_as_they_were_sent_and_are_sent_again_by_id(ask, fake, els):
    sent = [
        ask(ask.bot.send_photo(els.id, A_PNG, caption="a")).photo[-1],
        ask(ask.bot.send_document(els.id, b"a;b\n", filename="report.csv")).document,
        ask(ask.bot.send_animation(els.id, b"GIF89a...", caption="film")).animation,
    ]
    assert [fake.file(message.file) for message in els.messages] == [A_PNG, b"a;b\n", b"GIF89a..."]
    assert sent[1].file_name == "report.csv"
    again = ask(ask.bot.send_photo(els.id, sent[0].file_id))
    assert again.photo[-1].file_unique_id == sent[0].file_unique_id
    assert fake.calls("sendPhoto")[0]["files"] == {"photo": len(A_PNG)}


def png(width, height):
    return A_PNG[:16] + struct.pack(">II", width, height) + A_PNG[24:]


def test_files_that_are_refused(ask, els):
    file = ask(ask.bot.send_document(els.id, b"x")).document.file_id
    table = [
        (ask.bot.send_photo(els.id, b"no picture"), "IMAGE_PROCESS_FAILED"),
        (ask.bot.send_photo(els.id, png(9_000, 1_001)), "PHOTO_INVALID_DIMENSIONS"),
        (ask.bot.send_photo(els.id, png(210, 10)), "PHOTO_INVALID_DIMENSIONS"),
        (ask.bot.send_photo(els.id, A_PNG, caption="x" * 1025), "message caption is too long"),
        (ask.bot.send_photo(els.id, "unknown"), "wrong file identifier/HTTP URL specified"),
        (ask.bot.send_photo(els.id, "http://127.0.0.1/x.png"), "failed to get HTTP URL content"),
        (ask.bot.send_photo(els.id, file), "can't use file of type Document as Photo"),
        (ask.bot.send_document(els.id, b""), "file must be non-empty"),
        (ask.bot.send_photo(els.id, A_PNG + bytes(10 << 20)), "is too big for a photo"),
    ]
    for work, text in table:
        assert text in ask.refused(work)
    for kind in ("photo", "document", "animation"):
        said = ask.raw_refused(f"send{kind.title()}", chat_id=els.id)
        assert said == f"Bad Request: there is no {kind} in the request"
    assert len(els.messages) == 1


def test_an_upload_that_is_too_large(ask, fake, els):
    fake.do("configure", largest_upload=1_000_000)
    with pytest.raises(NetworkError, match="Request Entity Too Large"):
        ask(ask.bot.send_document(els.id, bytes(3_000_000)))
    ask(ask.bot.send_document(els.id, bytes(1_000_000)))


def test_albums(ask, els):
    photo, paper = InputMediaPhoto(A_PNG, caption="one"), InputMediaDocument(b"x", "a.csv")
    sent = ask(ask.bot.send_media_group(els.id, [photo, InputMediaPhoto(A_PNG)]))
    assert len({message.media_group_id for message in sent}) == 1
    assert [message.text for message in els.messages] == ["one", ""]
    table = [
        ([photo, paper], "document can't be mixed with other media types"),
        ([photo] * 11, "too many messages to send as an album"),
        ([InputMediaAnimation(b"GIF8")], 'type "animation" can\'t be used in sendMediaGroup'),
    ]
    for media, text in table:
        assert text in ask.refused(ask.bot.send_media_group(els.id, media))
    assert len(els.messages) == 2


# --- markup ---

BROKEN = [
    ("html", "<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
    ("html", "x</b>", "Unexpected end tag at byte offset 1"),
    ("html", "é<b>x</i>", 'Unmatched end tag at byte offset 6, expected "</b>", found "</i>"'),
    ("html", "a < b", 'Unsupported start tag "" at byte offset 2'),
    ("html", "a <3 b>", 'Unsupported start tag "3" at byte offset 2'),
    ("html", "<p>x</p>", 'Unsupported start tag "p" at byte offset 0'),
    ("html", "x <b", "Unclosed start tag at byte offset 2"),
    ("html", "x <b c", 'Unclosed start tag "b" at byte offset 2'),
    ("html", 'x <b "c">', 'Empty attribute name in the tag "b" at byte offset 2'),
    ("html", '<span class="x">y</span>', 'Tag "span" must have class "tg-spoiler"'),
    ("markdownv2", "a.b", "Character '.' is reserved and must be escaped"),
    ("markdownv2", "a-b", "Character '-' is reserved and must be escaped"),
    ("markdownv2", "*x", "Can't find end of Bold entity at byte offset 0"),
    ("markdownv2", "é _x", "Can't find end of Italic entity at byte offset 3"),
    ("markdownv2", "[x](y", "Can't find end of a URL at byte offset 4"),
]


@pytest.mark.parametrize(("mode", "text", "said"), BROKEN)
def test_broken_markup(mode, text, said):
    with pytest.raises(ApiError) as caught:
        formatted(text, mode)
    assert caught.value.description.startswith(f"Bad Request: can't parse entities: {said}")


WHOLE = [
    ("HTML", "a &lt; b &amp; c &#33; &nope;", "a < b & c ! &nope;", []),
    ("HTML", "<b>x <i>😀</i></b>y", "x 😀y", [("bold", 0, 4), ("italic", 2, 2)]),
    ("HTML", '<a href="https://x.be">hier</a> ', "hier", [("text_link", 0, 4)]),
    ("HTML", "<pre>a > b</pre>", "a > b", [("pre", 0, 5)]),
    ("MarkdownV2", r"*a\.* _b_ __c__ `d.e`", "a. b c d.e", "bold italic underline code"),
    ("MarkdownV2", "[x](https://y.be/a)", "x", [("text_link", 0, 1)]),
    ("MarkdownV2", "```py\nx = 1\n```", "x = 1", [("pre", 0, 5)]),
    ("", "  <b> stays ", "<b> stays", []),
]


@pytest.mark.parametrize(("mode", "text", "plain", "entities"), WHOLE)
def test_whole_markup(mode, text, plain, entities):
    read, found = formatted(text, mode)
    assert read == plain
    if isinstance(entities, str):
        assert [entity["type"] for entity in found] == entities.split()
    else:
        assert [
            (entity["type"], entity["offset"], entity["length"]) for entity in found
        ] == entities


# --- the bot itself ---


def test_commands_by_scope_and_language_as_each_person_sees_them(ask, fake, els):
    noor = fake.user("Noor")
    private = telegram.BotCommandScopeAllPrivateChats()
    ask(ask.bot.set_my_commands([("help", "help")]))
    ask(ask.bot.set_my_commands([("vandaag", "tel vandaag")], private, "nl"))
    ask(ask.bot.set_my_commands([("/score", "give scores")], telegram.BotCommandScopeChat(els.id)))
    assert els.commands("nl") == ["score"]
    assert noor.commands("nl") == ["vandaag"]
    assert noor.commands("fr") == ["help"]
    assert ask(ask.bot.get_my_commands(private, "nl"))[0].description == "tel vandaag"
    ask(ask.bot.delete_my_commands(private, "nl"))
    assert noor.commands("nl") == ["help"]


@pytest.mark.parametrize(
    ("commands", "more", "text"),
    [
        ([("Help", "x")], {}, "BOT_COMMAND_INVALID"),
        ([("my-data", "x")], {}, "BOT_COMMAND_INVALID"),
        ([("a" * 33, "x")], {}, "command length must not exceed 32"),
        ([("/", "x")], {}, "command must be non-empty"),
        ([("a", " ")], {}, "command description must be non-empty"),
        ([("a", "x" * 257)], {}, "command description length must not exceed 256"),
        ([(f"c{number}", "x") for number in range(101)], {}, "BOT_COMMANDS_TOO_MUCH"),
        ([("a", "x")], {"language_code": "nl-BE"}, "invalid language code specified"),
        ([("a", "x")], {"scope": telegram.BotCommandScopeChat(5)}, "chat not found"),
    ],
)
def test_commands_that_are_refused(ask, commands, more, text):
    assert ask.refused(ask.bot.set_my_commands(commands, **more)) == f"Bad Request: {text}"


def test_what_the_bot_says_of_itself(ask, fake, els):
    ask(ask.bot.set_my_description("Score together.", "nl"))
    ask(ask.bot.set_my_short_description("Kompaan"))
    ask(ask.bot.set_chat_menu_button(els.id, telegram.MenuButtonCommands()))
    assert fake.bot["texts"] == [
        ["description", "nl", "Score together."],
        ["short_description", "", "Kompaan"],
    ]
    assert fake.bot["menus"] == {str(els.id): {"type": "commands"}}
    assert ask(ask.bot.get_my_description("nl")).description == "Score together."
    assert ask(ask.bot.get_my_short_description("fr")).short_description == "Kompaan"
    assert ask(ask.bot.get_my_name()).name == "Kompaan"
    assert ask(ask.bot.get_me()).username == "kompaan_bot"
    assert ask(ask.bot.get_chat(els.id)).first_name == "Els"
    ask(ask.bot.send_chat_action(els.id, "typing"))
    table = [
        (ask.bot.send_chat_action(els.id, "sleeping"), "wrong parameter action in request"),
        (ask.bot.set_my_description("x" * 513), "description is too long"),
        (ask.bot.set_chat_menu_button(-5), "invalid chat_id specified"),
        (ask.bot.get_chat(5), "chat not found"),
    ]
    for work, text in table:
        assert ask.refused(work, BadRequest) == f"Bad Request: {text}"
