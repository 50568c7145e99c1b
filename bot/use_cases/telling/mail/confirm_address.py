"""Somebody types the code that came by e-mail: the address is theirs."""

import re
from dataclasses import dataclass, replace
from datetime import datetime
from hmac import compare_digest

from bot.domain.telling.mail_addresses import CODE_LASTS, MOST_CODES
from bot.ports import UnitOfWork
from bot.use_cases.telling.mail.ask_address import digest_of_code
from bot.use_cases.telling.mail.hear_mail_again import hear_mail_again

_BETWEEN = re.compile(r"[\s.-]+")
_CODE = re.compile(r"[0-9]{6}")


@dataclass(frozen=True, slots=True)
class Confirmed:
    """What comes of a code: the `address` that counts by now, or how many tries are `left`.

    No tries are left where no code is waited for any more.
    """

    address: str = ""
    left: int = 0


def is_code(typed: str) -> bool:
    """Say whether words are such a code, or meant as one."""
    return _CODE.fullmatch(_BETWEEN.sub("", typed)) is not None


def confirm_address(uow: UnitOfWork, person_id: int, typed: str, at: datetime) -> Confirmed:
    """Let the address to which a code went be its person's own, where it is that code."""
    asked = uow.mail_addresses.find_asked(person_id)
    if asked is None or not asked.address or asked.made_at is None:
        # The mail with it may still be on its way.
        return Confirmed(left=MOST_CODES if asked is not None and asked.address else 0)
    code = _BETWEEN.sub("", typed)
    if at >= asked.made_at + CODE_LASTS:
        uow.mail_addresses.forget_asked(person_id)
        return Confirmed()
    if compare_digest(digest_of_code(person_id, asked.address, code), asked.digest):
        uow.mail_addresses.confirm(person_id, at)
        hear_mail_again(uow, person_id, at)
        return Confirmed(address=asked.address)
    left = MOST_CODES - asked.tries - 1
    if left <= 0:
        uow.mail_addresses.forget_asked(person_id)
        return Confirmed()
    uow.mail_addresses.ask(person_id, replace(asked, tries=asked.tries + 1))
    return Confirmed(left=left)
