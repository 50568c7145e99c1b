"""A file is read as what it was written in, or refused: no name becomes another."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.exchange.reading.decoding import Garbled, decoded

HEAD = "class_group,student_id,student,workplace\n"
NAMES = ["Zoë Çelik", "José Núñez", "Renée Maes", "Jérôme Hénin", "Anaïs", "Søren Åberg",
         "Hélène D’Hondt", "Daniël", "Agnès", "François", "Benoît", "Raphaël"]  # fmt: skip


def table(names):
    return HEAD + "".join(f"6A,s{number},{name},The Oven\n" for number, name in enumerate(names))


FILES = st.lists(st.sampled_from(NAMES), min_size=1, max_size=8).map(table)


@given(FILES, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]))
def test_what_a_spreadsheet_writes_is_read(text, encoding):
    assert decoded(text.encode(encoding)) == text


@given(FILES, st.sampled_from(["mac_roman", "cp850", "cp437"]))
def test_another_encoding_is_never_read_as_other_names(text, encoding):
    try:
        data = text.encode(encoding)
    except UnicodeEncodeError:
        return
    with suppress(Garbled):
        assert decoded(data) in (text, None)


@pytest.mark.parametrize(
    ("name", "encoding"),
    [
        ("Özgür Şahin", "cp1254"),
        ("Ayşe Y\u0131ld\u0131z", "cp1254"),
        ("İbrahim Kaya", "cp1254"),
        ("Tuğba Ar\u0131", "iso8859-9"),
        ("Œdipe Claes", "iso8859-15"),
        ("Ann Sœur", "iso8859-15"),
        ("Žan Novak", "iso8859-15"),
    ],
)
def test_a_name_of_another_alphabet_is_not_read_as_another_name(name, encoding):
    with pytest.raises(Garbled):
        decoded(f"{HEAD}6A,s1,{name},The Oven\n".encode(encoding))
    assert decoded(f"{HEAD}6A,s1,{name},The Oven\n".encode()) is not None


@given(FILES)
def test_one_stray_byte_in_a_file_of_utf_8_is_named_by_its_line(text):
    data = text.encode() + b"6A,s99,D\x92Hondt Sam,The Oven\n"
    with pytest.raises(Garbled) as caught:
        decoded(data)
    assert caught.value.line == text.count("\n") + 1


def test_letters_that_were_lost_before_are_seen():
    with pytest.raises(Garbled):
        decoded(f"{HEAD}6A,s1,Jos\ufffd,The Oven\n".encode())
