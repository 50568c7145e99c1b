"""What becomes of a letter, by what a mail server answers; on loopback, with a real one first."""

import asyncio
import re
import ssl
from dataclasses import replace
from datetime import UTC, datetime
from ipaddress import ip_address

import pytest
from aiosmtpd.smtp import AuthResult
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from bot.domain.telling.delivery import Later, NotReached, Permanent, RefusalReason, Sent, Unknown
from bot.platforms.mail import messenger
from bot.platforms.mail.line import MailTls
from bot.platforms.mail.message import message_of
from bot.platforms.mail.messenger import HELD_FOR, LASTS, MailCarrier
from bot.platforms.mail.platform import Mail
from bot.ports.telling.mail import Letter
from bot.ports.telling.outbox import Content
from tests.platforms.mail.servers import HANGS_UP, SILENT, line_to, mail_server, odd_server

AT = datetime(2026, 10, 14, 8, tzinfo=UTC)
LETTER = Letter(
    "karim@oven.example", "nl", "Er staat een vraag voor je", ("Er staat een vraag voor je.",),
    "Open Kompaan", "https://school.example/me#m7", foot=("Je school gaf ons dit adres.",),
    stop="https://school.example/mail/stop/abc", stop_label="Geen e-mails meer",
)  # fmt: skip
GONE, HELD = Permanent(RefusalReason.GONE), Later(HELD_FOR)


async def sent(port, letter=LETTER, **more):
    carrier = MailCarrier(line_to(port, **more), lambda: AT)
    return await carrier.send("mail", "7", Content("", letter=letter)), carrier.wrong


def test_a_real_server_takes_it():
    async def main():
        async with mail_server() as box:
            outcomes = [await sent(box.port) for _number in range(2)]
        return outcomes, box

    ((first, wrong), (second, _wrong)), box = asyncio.run(main())
    assert isinstance(first, Sent)
    assert isinstance(second, Sent)
    assert (first.ref != second.ref, wrong) == (True, "")
    (message, _again), envelope = box.messages, box.envelopes[0]
    assert (envelope.mail_from, envelope.rcpt_tos) == (
        "kompaan@school.example", ["karim@oven.example"],
    )  # fmt: skip
    assert message["Message-ID"] == first.ref
    assert {name: message[name] for name in (
        "From", "To", "Subject", "Date", "Auto-Submitted", "List-Unsubscribe",
        "List-Unsubscribe-Post", "Content-Language",
    )} == {
        "From": "Kompaan <kompaan@school.example>", "To": "karim@oven.example",
        "Subject": "Er staat een vraag voor je", "Date": "Wed, 14 Oct 2026 08:00:00 +0000",
        "Auto-Submitted": "auto-generated",
        "List-Unsubscribe": "<https://school.example/mail/stop/abc>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click", "Content-Language": "nl",
    }  # fmt: skip
    text, page = (part.get_content() for part in message.iter_parts())
    assert text.splitlines()[0] == "Er staat een vraag voor je."
    assert "Open Kompaan: https://school.example/me#m7" in text
    links = re.findall(r'<a href="([^"]+)"', page)
    assert links == ["https://school.example/me#m7", "https://school.example/mail/stop/abc"]


@pytest.mark.parametrize(
    ("answers", "outcome"),
    [
        ({}, Sent),
        ({"RCPT": "251 it is passed on"}, Sent),
        ({"RCPT": "450 4.2.0 greylisted"}, Later()),
        ({"RCPT": "452 4.2.2 full"}, Later()),
        ({"RCPT": "552 5.2.2 full"}, Later()),
        ({"RCPT": "550 no such user"}, GONE),
        ({"RCPT": "550 5.1.1 unknown"}, GONE),
        ({"RCPT": "550-5.1.1 unknown\r\n550 5.1.1 here"}, GONE),
        ({"RCPT": "550 5.4.1 access denied"}, GONE),
        ({"RCPT": "551 not local"}, GONE),
        ({"RCPT": "553 no mailbox of that name"}, GONE),
        ({"RCPT": "556 5.1.10 null MX"}, GONE),
        ({"RCPT": "550 5.2.1 disabled"}, GONE),
        ({"RCPT": "550 5.7.1 blocked"}, HELD),
        ({"RCPT": "554 5.7.1 relay access denied"}, HELD),
        ({"RCPT": "550 relay not permitted"}, HELD),
        ({"RCPT": "553 5.1.8 your domain does not exist"}, HELD),
        ({"RCPT": "530 5.7.0 log in first"}, HELD),
        ({"MAIL": "550 we do not know you"}, HELD),
        ({"MAIL": "451 busy"}, Later()),
        ({"greeting": "554 no mail from there"}, HELD),
        ({"greeting": "421 too many"}, Later()),
        ({"greeting": HANGS_UP}, NotReached()),
        ({"MAIL": HANGS_UP}, NotReached()),
        ({"RCPT": HANGS_UP}, NotReached()),
        ({"DATA": "451 later"}, Later()),
        ({"DATA": "554 no"}, HELD),
        ({".": HANGS_UP}, Unknown()),
        ({".": "451 4.7.1 later"}, Later()),
        ({".": "554 5.7.1 looks like spam"}, HELD),
        ({".": "550 not wanted"}, HELD),
        ({".": "550 5.1.1 unknown after all"}, GONE),
        ({"QUIT": HANGS_UP}, Sent),
        ({"greeting": "what is this"}, HELD),
        ({"RCPT": "what is this"}, HELD),
        ({"RCPT": "250 " + "y" * 100_000}, HELD),
        ({".": "what is this"}, Unknown()),
        ({".": "250 " + "y" * 1_000_000}, Unknown()),
    ],
)
def test_what_an_answer_means(answers, outcome):
    async def main():
        async with odd_server(answers) as port:
            return await sent(port)

    came, wrong = asyncio.run(main())
    assert isinstance(came, Sent) if outcome is Sent else came == outcome
    # Whom it is about decides whether a person of the school has to mend it.
    assert bool(wrong) == (came in (HELD, NotReached()))
    assert not any(word in wrong for word in ("unknown", "user", "karim"))


@pytest.mark.parametrize(
    ("verb", "outcome"), [("greeting", NotReached()), ("RCPT", NotReached()), (".", Unknown())]
)
def test_a_server_that_says_nothing_is_not_waited_for(monkeypatch, verb, outcome):
    monkeypatch.setattr(messenger, "BEFORE_DATA", 0.2)
    monkeypatch.setattr(messenger, "OF_DATA", 0.2)

    async def main():
        async with odd_server({verb: SILENT}) as port:
            return await sent(port)

    assert asyncio.run(main())[0] == outcome


def test_what_is_wrong_is_told_while_it_is_news():
    async def main():
        mail = Mail(line_to(0), lambda: AT)
        async with odd_server({"MAIL": "550 we do not know you"}) as port:
            mail._line = line_to(port)
            assert mail.problem(AT) is None
            await mail.send("mail", "7", Content("", letter=LETTER))
            told = [mail.problem(AT + LASTS), mail.problem(AT + 2 * LASTS)]
        async with odd_server({}) as port:
            mail._line = line_to(port)
            await mail.send("mail", "7", Content("", letter=LETTER))
        return [*told, mail.problem(AT)]

    said = "the mail server does not take our mails: it answers 550"
    assert asyncio.run(main()) == [said, None, None]


def test_nobody_listens():
    async def main():
        async with odd_server({}) as port:
            pass
        return await sent(port)

    assert asyncio.run(main()) == (NotReached(), "no connection")


@pytest.mark.parametrize("tls", [MailTls.STARTTLS, MailTls.TLS])
def test_a_line_that_was_to_be_secret_never_is_not(tls):
    async def main():
        async with mail_server() as box:
            return await sent(box.port, tls=tls, user="kompaan", password="secret"), box

    (came, wrong), box = asyncio.run(main())
    assert (came, box.envelopes) == (NotReached(), [])
    assert wrong


@pytest.mark.parametrize(
    "letter",
    [
        Letter("a@b.be\r\nBcc: c@d.be", "en", "s", ("w",)),
        Letter("a@b.be\nBcc: c@d.be", "en", "s", ("w",)),
    ],
)
def test_no_address_begins_a_header(letter):
    async def main():
        async with mail_server() as box:
            return await sent(box.port, letter), box

    (came, _wrong), box = asyncio.run(main())
    assert (came, box.envelopes) == (Permanent(RefusalReason.REFUSED), [])


def test_a_long_way_out_stands_in_one_line_as_it_is():
    long = f"https://{'a' * 60}.{'b' * 60}.example/{'c' * 60}/mail/stop/x"
    raw = message_of(replace(LETTER, stop=long), line_to(1), AT).as_bytes()
    assert f"List-Unsubscribe: <{long}>\r\n".encode() in raw
    assert all(len(line) < 998 for line in raw.splitlines())


def test_no_words_begin_a_header_or_a_tag():
    letter = Letter(
        "a@b.be", "en", "s\r\nBcc: c@d.be", ("<script>x</script>\r\n.\r\nQUIT",), "<b>",
        'https://x.example/"><script>', foot=("<img src=x>",),
    )  # fmt: skip

    async def main():
        async with mail_server() as box:
            return await sent(box.port, letter), box

    (came, _wrong), box = asyncio.run(main())
    (message,) = box.messages
    assert isinstance(came, Sent)
    assert (message["Subject"], message["Bcc"]) == ("s Bcc: c@d.be", None)
    page = message.get_body(("html",)).get_content()
    assert not any(tag in page for tag in ("<script", "<img", "<b>"))


@pytest.fixture
def certificate(tmp_path):
    """A certificate of loopback, and the context of a server that shows it."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(datetime(2020, 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(2099, 1, 1, tzinfo=UTC))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    file = tmp_path / "loopback.pem"
    plain = serialization.NoEncryption()
    encoded, pkcs8 = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
    file.write_bytes(key.private_bytes(encoded, pkcs8, plain) + made.public_bytes(encoded))
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(file)
    return file, context


@pytest.mark.parametrize(
    ("trusted", "password", "outcome"),
    [(True, "secret", Sent), (True, "wrong", HELD), (False, "secret", NotReached())],
)
def test_a_secret_line_is_with_whom_it_was_to_be(
    monkeypatch, certificate, trusted, password, outcome
):
    file, context = certificate
    if trusted:
        monkeypatch.setenv("SSL_CERT_FILE", str(file))

    def knows(_server, _session, _envelope, _mechanism, login):
        return AuthResult(success=login.password == b"secret", handled=False)

    async def main():
        secure = {"tls_context": context, "require_starttls": True, "auth_required": True}
        async with mail_server(**secure, authenticator=knows) as box:
            login = {"user": "kompaan", "password": password}
            return await sent(box.port, tls=MailTls.STARTTLS, **login), box

    (came, wrong), box = asyncio.run(main())
    assert isinstance(came, Sent) if outcome is Sent else came == outcome
    assert len(box.envelopes) == (outcome is Sent)
    assert wrong.startswith("the certificate is refused") is not trusted
