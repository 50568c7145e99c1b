"""A letter as it goes over the line: text and HTML beside each other, and what headers say."""

from datetime import datetime
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import EmailPolicy
from email.utils import format_datetime, make_msgid
from html import escape
from string import Template
from typing import Any

from typing_extensions import override

from bot.platforms.mail.line import MailLine
from bot.ports.telling.mail import Letter

STOP = "List-Unsubscribe"
"""The header by which a mail program offers a way out (RFC 2369, RFC 8058)."""

_PAGE = Template("""\
<!doctype html>
<html lang="$language">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>$subject</title>
<style>
:root { color-scheme: light dark; }
@media (prefers-color-scheme: dark) {
  .ground { background: #16191d !important; }
  .sheet { background: #20252b !important; border-color: #3a424b !important; }
  .words { color: #f2f4f6 !important; }
  .foot, .foot a { color: #b4bdc7 !important; }
  .code { background: #2d343c !important; color: #f2f4f6 !important; }
}
</style>
</head>
<body class="ground" style="margin:0;padding:0;background:#f2f4f6;">
<table role="presentation" class="ground" width="100%" cellpadding="0" cellspacing="0"
 style="background:#f2f4f6;"><tr><td align="center" style="padding:16px 12px;">
<table role="presentation" class="sheet" width="100%" cellpadding="0" cellspacing="0"
 style="max-width:480px;background:#ffffff;border:1px solid #d5dbe1;border-radius:8px;">
<tr><td style="padding:24px 20px;font-family:system-ui,-apple-system,'Segoe UI',Roboto,Arial,\
sans-serif;font-size:17px;line-height:1.5;">
$body
</td></tr></table>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:480px;">
<tr><td class="foot" style="padding:16px 20px;color:#56616d;font-family:system-ui,-apple-system,\
'Segoe UI',Roboto,Arial,sans-serif;font-size:14px;line-height:1.5;">
$foot
</td></tr></table>
</td></tr></table>
</body>
</html>
""")
_WORDS = '<p class="words" style="margin:0 0 16px;color:#1a1f24;overflow-wrap:anywhere;">{}</p>'
_CODE = (
    '<p class="code" style="margin:0 0 16px;padding:12px;border-radius:6px;background:#eef1f4;'
    'color:#1a1f24;font-size:26px;letter-spacing:4px;text-align:center;">{}</p>'
)
# A cell with a colour of its own: programs that draw no rounded links still draw a button.
_BUTTON = (
    '<table role="presentation" cellpadding="0" cellspacing="0"><tr>'
    '<td style="background:#1f5fa8;border-radius:6px;">'
    '<a href="{href}" style="display:inline-block;padding:12px 22px;color:#ffffff;'
    'font-size:17px;font-weight:600;text-decoration:none;">{label}</a></td></tr></table>'
)
_LINK = '<a href="{href}" style="color:#56616d;">{label}</a>'
_FOOT = '<p style="margin:0 0 8px;">{}</p>'


class NotWritable(Exception):
    """There is no such address."""


class _Unfolded(EmailPolicy):
    """Writes headers as ever, but an address of the web in one line: else it may be encoded."""

    @override
    def fold_binary(self, name: str, value: Any) -> bytes:
        if name == STOP:
            return f"{name}: {value}{self.linesep}".encode("ascii")
        return super().fold_binary(name, value)


_POLICY = _Unfolded(linesep="\r\n")


def message_of(letter: Letter, line: MailLine, at: datetime) -> EmailMessage:
    """Write a letter as a message, dated at an instant (aware).

    Nothing in it can begin a header of its own: the library refuses line ends in headers, and
    addresses were read by `as_mail_address`. Raises NotWritable for an address that was not.
    """
    message = EmailMessage(policy=_POLICY)
    message["From"] = Address(line.name, addr_spec=line.sender)
    message["To"] = _address(letter.to)
    message["Subject"] = " ".join(letter.subject.split())
    message["Date"] = format_datetime(at)
    message["Message-ID"] = make_msgid(domain=line.domain)
    # No holiday note comes back on it, by the standard (RFC 3834) or by Exchange's own word.
    message["Auto-Submitted"] = "auto-generated"
    message["X-Auto-Response-Suppress"] = "All"
    if letter.stop:
        message[STOP] = f"<{letter.stop}>"
        message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    message.set_content(_plain(letter))
    message.add_alternative(page_of(letter), subtype="html")
    # Set last: headers of the content move into its parts.
    message["Content-Language"] = letter.language
    return message


def _address(written: str) -> Address:
    try:
        return Address(addr_spec=written)
    except (ValueError, MessageError):
        raise NotWritable from None


def page_of(letter: Letter) -> str:
    """Draw a letter for programs that show HTML: readable from 320 points on, light and dark."""
    body = [_WORDS.format(escape(words)) for words in letter.words]
    if letter.code:
        body.append(_CODE.format(escape(letter.code)))
    if letter.opens:
        body.append(_BUTTON.format(href=escape(letter.opens), label=escape(letter.button)))
    return _PAGE.substitute(
        language=escape(letter.language),
        subject=escape(letter.subject),
        body="\n".join(body),
        foot="\n".join(_FOOT.format(words) for words in _foot(letter)),
    )


def _foot(letter: Letter) -> list[str]:
    """List what stands below, as HTML; the way to have no more of it comes last."""
    said = [escape(words) for words in letter.foot]
    if letter.stop:
        said.append(_LINK.format(href=escape(letter.stop), label=escape(letter.stop_label)))
    return said


def _plain(letter: Letter) -> str:
    opens = [f"{letter.button}: {letter.opens}"] if letter.opens else []
    code = [letter.code] if letter.code else []
    stop = [f"{letter.stop_label}: {letter.stop}"] if letter.stop else []
    foot = "\n".join(("-- ", *letter.foot, *stop))
    return "\n\n".join((*letter.words, *code, *opens, foot)) + "\n"
