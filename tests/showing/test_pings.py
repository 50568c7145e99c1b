"""A ping says of which sort what waits is, in the reader's language, and nothing of it."""

from bot.i18n import Voice
from bot.messages import MessageKind
from bot.showing.words.pings import SENTENCES, SOMETHING, ping_of


def test_each_sort_of_message_has_a_sentence_of_its_own():
    assert SENTENCES.keys() == set(MessageKind)
    assert len({text.key for text in SENTENCES.values()}) == len(SENTENCES)
    assert ping_of("of another version") is SOMETHING


def test_no_sentence_holds_anything_that_is_put_in():
    assert not [text for text in (*SENTENCES.values(), SOMETHING) if text.args]


def test_it_is_short_enough_for_a_locked_phone_in_both_languages():
    for text in (*SENTENCES.values(), SOMETHING):
        for language in ("en", "nl"):
            assert len(Voice(language, "Europe/Brussels").say(text)) < 80
