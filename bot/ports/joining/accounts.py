"""What joining asks of the storage: chat accounts, invitations, and wrong codes."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.joining.accounts import Account
from bot.domain.joining.invitations import Invitation, Tries
from bot.domain.placing import Placed
from bot.domain.school.tracks import Person


class Accounts(Protocol):
    """Who is reached where; an address is the platform's chat id as text."""

    def find_person(self, platform: str, address: str) -> int | None:
        """Find whose chat this is."""

    def find_account(self, platform: str, address: str) -> Account | None:
        """Find the account whose chat this is."""

    def list_of(self, person_id: int) -> list[Account]:
        """List the chats of somebody, by platform."""

    def read_chat(self, person_id: int) -> tuple[str, str]:
        """Read the platform and the address by which somebody is written to."""

    def list_out_of_reach(self, tracks: Collection[int]) -> tuple[Sequence[str], Sequence[str]]:
        """Name who scores on tracks and never joined, and who cannot be reached any more."""

    def list_joined(self) -> Mapping[int, Sequence[Account]]:
        """List everybody's chats, by person."""

    def join(self, person: Person, platform: str, address: str, at: datetime) -> None:
        """Let somebody talk in a chat; nobody may be there, nor the person in another one."""

    def leave(self, account: Account, at: datetime) -> None:
        """End a chat account; it stays as history."""

    def mark_unreachable(self, platform: str, address: str, at: datetime) -> bool:
        """Note that a chat cannot be reached; False where that was known, or nobody is there."""

    def mark_reachable(self, platform: str, address: str) -> bool:
        """Note that a chat is reached again; False where it always was, or nobody is there."""

    def note_heard(self, account: Account, placed: Placed) -> None:
        """Keep what was said last in a chat, by which the next that comes finds its place."""

    def invite(
        self,
        person: Person,
        digest: str,
        made_at: datetime,
        expires_at: datetime,
        made_by: int | None = None,
    ) -> int:
        """Keep an invitation by its code's digest, and who made it in a chat; gives its id."""

    def withdraw_invitations(self, person_id: int, at: datetime) -> int:
        """Withdraw somebody's open invitations; gives their number."""

    def find_invitation(self, digest: str) -> Invitation | None:
        """Find an invitation by its code's digest, whatever became of it."""

    def find_maker(self, invitation_id: int) -> int | None:
        """Find who made an invitation in a chat; None where the command line did."""

    def redeem(self, invitation: Invitation, at: datetime) -> bool:
        """Use up an open invitation; False where somebody else was first."""

    def read_and_hold_tries(self, platform: str, address: str) -> Tries:
        """Read a chat's wrong codes, and hold them: one chat tries one code at a time."""

    def set_tries(self, platform: str, address: str, tries: Tries) -> None:
        """Keep a chat's wrong codes; none at all are forgotten."""
