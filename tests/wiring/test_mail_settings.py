"""The settings of e-mail: half of them is refused with a sentence, and the usual is filled in."""

import pytest
from pydantic import ValidationError

from bot.platforms.mail.line import MailTls
from bot.settings import Settings
from bot.wiring.mailing import mail_line, mails_of

ALL = {
    "mail_server": "smtp.school.example",
    "mail_from": "Kompaan School <kompaan@school.example>",
    "public_url": "https://kompaan.school.example",
}
LOGIN = {"mail_user": "kompaan", "mail_password": "secret"}


def read(**given):
    return Settings(**given, _env_file=None)


@pytest.mark.parametrize(
    ("given", "host", "port", "tls"),
    [
        (ALL, "smtp.school.example", 587, MailTls.STARTTLS),
        ({**ALL, **LOGIN, "mail_tls": "tls"}, "smtp.school.example", 465, MailTls.TLS),
        ({**ALL, "mail_tls": "none"}, "smtp.school.example", 25, MailTls.NONE),
        ({**ALL, **LOGIN, "mail_tls": "none", "mail_server": "[::1]"}, "::1", 25, MailTls.NONE),
        ({**ALL, "mail_port": 2525}, "smtp.school.example", 2525, MailTls.STARTTLS),
    ],
)
def test_what_is_whole_is_a_line(given, host, port, tls):
    line = mail_line(read(**given))
    assert line is not None
    assert (line.host, line.port, line.tls) == (host, port, tls)
    assert (line.name, line.sender) == ("Kompaan School", "kompaan@school.example")
    assert "secret" not in repr(line)


def test_nothing_is_no_line():
    assert mail_line(read()) is None
    assert mails_of(read()) == ()


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"mail_from": ALL["mail_from"]}, "KOMPAAN_MAIL_SERVER is missing"),
        ({"mail_port": 25}, "KOMPAAN_MAIL_SERVER is missing"),
        ({**ALL, "mail_from": ""}, "e-mail needs KOMPAAN_MAIL_FROM"),
        ({**ALL, "mail_from": "kompaan"}, "KOMPAAN_MAIL_FROM is an address"),
        ({**ALL, "mail_from": "a@b.be\r\nBcc: c@d.be"}, "KOMPAAN_MAIL_FROM is an address"),
        ({**ALL, "public_url": ""}, "e-mail needs KOMPAAN_PUBLIC_URL"),
        ({**ALL, "mail_user": "kompaan"}, "KOMPAAN_MAIL_USER and KOMPAAN_MAIL_PASSWORD"),
        ({**ALL, "mail_password": "secret"}, "KOMPAAN_MAIL_USER and KOMPAAN_MAIL_PASSWORD"),
        ({**ALL, **LOGIN, "mail_tls": "none"}, "a password goes over starttls or tls alone"),
        ({**ALL, "mail_server": "https://smtp.school.example"}, "the name of a server alone"),
        ({**ALL, "mail_tls": "ssl"}, "'starttls', 'tls' or 'none'"),
    ],
)
def test_what_is_half_is_refused(given, sentence):
    with pytest.raises(ValidationError) as refused:
        read(**given)
    assert sentence in str(refused.value)
    assert "secret" not in str(refused.value).replace("mail_password", "")
