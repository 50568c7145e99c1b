"""Which e-mail addresses can be written to, and that none of them holds a header."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.telling.mail_addresses import as_mail_address, shown


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("karim@school.example", "karim@school.example"),
        ("  <Karim.O'Neill+x@School.Example> ", "Karim.O'Neill+x@school.example"),
        ("mailto:a@b.be", "a@b.be"),
        ("MailTo:a@b.be", "a@b.be"),
        ("Karim Peeters <a@b.be>", "a@b.be"),
        ('"Peeters, Karim" <a@b.be>;', "a@b.be"),
        ("a@b.be.", "a@b.be"),
        ("a@b.be,", "a@b.be"),
        ("\u200b'a@b.be'\ufeff", "a@b.be"),
        ('"a@b.be"', "a@b.be"),
        ("a@bäcker.example", "a@xn--bcker-gra.example"),
        ("a@sub.xn--p1ai", "a@sub.xn--p1ai"),
        (f"{'a' * 64}@b.be", f"{'a' * 64}@b.be"),
    ],
)
def test_what_is_an_address(typed, address):
    assert as_mail_address(typed) == address


@pytest.mark.parametrize(
    "typed",
    [
        "", "karim", "@", "a@", "@b.be", "a@b", "a@@b.be", "a@b@c.be", "a b@c.be", "a@b .be",
        ".a@b.be", "a.@b.be", "a..b@c.be", '"a b"@c.be', "a@-b.be", "a@b-.be", "a@b..be", "a@.be",
        "a@[127.0.0.1]", "a@127.0.0.1", "a@b.be\r\nBcc: c@d.be", "a\n@b.be", "a@b.be\x00",
        "ë@b.be", "a@straße.de", "a@b.be,c@d.be", "a@b.be;c", f"{'a' * 65}@b.be",
        "Karim <a@b.be> <c@d.be>", "Karim <>", "<a@b.be\r\nBcc: c@d.be>", "a@b.be..",
        f"a@{'b' * 64}.be", "a@" + "b." * 130 + "be", "a(b)@c.be",
    ],
)  # fmt: skip
def test_what_is_none(typed):
    assert as_mail_address(typed) is None


@given(st.text(max_size=60) | st.builds("{}@{}.be{}".format, *[st.text(max_size=12)] * 3))
def test_an_address_is_one_line_of_ascii_and_reads_as_itself(typed):
    address = as_mail_address(typed)
    if address is not None:
        assert address.isascii()
        assert address.isprintable()
        assert not set(address) & set(' <>",;:()[]\\')
        assert as_mail_address(address) == address
        assert as_mail_address(shown(address)) == address
