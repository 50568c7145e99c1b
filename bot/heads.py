"""What is known of photos, decisions and the log of acts outside the database: beside the key.

Whoever can write to the database alone cannot write here. Each photo that was sealed is a line, so
that one which is gone is named, even where all that followed on it are gone, too. Decisions that
were signed are lines of a list of their own, and so are the lines at which the log of acts was.
"""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from bot.domain.periods.chain import Known, Linked, Trace
from bot.messages import Text, _
from bot.refusal import Refused

PHOTOS, DECISIONS, ACTS = ".photos", ".decisions", ".acts"
UNREADABLE = {
    PHOTOS: _("{file} is not a list of photos."),
    DECISIONS: _("{file} is not a list of decisions."),
    ACTS: _("{file} is not a list of signed acts."),
}
UNUSABLE = {
    PHOTOS: _("The list of photos beside the key cannot be used: {file} ({reason})."),
    DECISIONS: _("The list of decisions beside the key cannot be used: {file} ({reason})."),
    ACTS: _("The list of signed acts beside the key cannot be used: {file} ({reason})."),
}
GIVEN_UP = "again"
ACCEPTED = "accepted"
END = " ."


class Heads:
    """A list of this installation beside its key; it is made with the first that it notes."""

    def __init__(self, key: Path, of: str = PHOTOS) -> None:
        """Keep it beside this key; nothing is read until it is asked for."""
        self.of = of
        self.path = key.with_name(key.name + of)

    def read(self) -> Known:
        """Read what is known; nothing where there is no file. Raises Refused."""
        photos: list[Linked] = []
        given_up: set[Trace] = set()
        accepted: set[Trace] = set()
        lines = self._read().splitlines()
        for line in lines:
            if not line.endswith(END):
                continue  # a crash left it without its end, and it was noted again
            try:
                verb, said = _parted(line.removesuffix(END))
                if verb == GIVEN_UP:
                    given_up |= _given_up(said.split(" "), photos)
                    continue
                photos.append(_linked(said))
                given_up.discard(photos[-1].mark)
                if verb == ACCEPTED:
                    accepted.add(photos[-1].mark)
            except (ValueError, IndexError):
                raise Refused(Text(UNREADABLE[self.of].key, {"file": str(self.path)})) from None
        return Known(photos, frozenset(given_up), frozenset(accepted), _count_broken(lines))

    def add(self, photos: Sequence[Linked]) -> None:
        """Note photos that were sealed, for as long as the file is there. Raises Refused."""
        self._append(_written(photo) for photo in photos)

    def give_up(self, photos: Sequence[Linked]) -> None:
        """Note that photos which are gone are no longer waited for. Raises Refused."""
        self.accept([], photos)

    def accept(self, standing: Sequence[Linked], gone: Sequence[Linked]) -> None:
        """Note that photos are good as they stand, and others given up. Raises Refused."""
        self._append(
            [
                *(f"{GIVEN_UP} {own.digest} {own.organisation_id} {own.number}" for own in gone),
                *(f"{ACCEPTED} {_written(own)}" for own in standing),
            ]
        )

    def _read(self) -> str:
        try:
            return self.path.read_text(encoding="utf-8")
        except FileNotFoundError:
            return ""
        except (OSError, UnicodeDecodeError) as error:
            raise self._unusable(error) from None

    def _append(self, lines: Iterable[str]) -> None:
        # Begun on a line of its own, in case a crash left one without its end.
        written = "".join(f"\n{line}{END}" for line in lines) + "\n"
        try:
            number = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
            with os.fdopen(number, "wb") as file:
                file.write(written.encode())
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise self._unusable(error) from None

    def _unusable(self, error: OSError | UnicodeDecodeError) -> Refused:
        reason = getattr(error, "strerror", None) or type(error).__name__
        return Refused(Text(UNUSABLE[self.of].key, {"file": str(self.path), "reason": reason}))


def _count_broken(lines: Sequence[str]) -> int:
    """Count the lines without their end that no crash explains: the last, or one noted again."""
    return sum(
        not line.endswith(END) and not any(later.startswith(line) for later in lines[number:])
        for number, line in enumerate(lines[:-1], start=1)
        if line
    )


def _written(photo: Linked) -> str:
    name = " ".join(photo.name.split())
    return f"{photo.organisation_id} {photo.number} {photo.period_id} {photo.digest} {name}"


def _linked(said: str) -> Linked:
    organisation_id, number, period_id, digest, name = said.split(" ", 4)
    return Linked(int(organisation_id), int(number), int(period_id), digest, name)


def _parted(line: str) -> tuple[str, str]:
    """Part a line into its verb and what it says; a photo that was noted has no verb."""
    verb, _space, said = line.partition(" ")
    return (verb, said) if verb in {GIVEN_UP, ACCEPTED} else ("", line)


def _given_up(words: Sequence[str], photos: Sequence[Linked]) -> set[Trace]:
    """Read which photos a line gives up; lines of before named no place."""
    digest, *place = words
    if place:
        organisation_id, number = place
        return {((int(organisation_id), int(number)), digest)}
    return {photo.mark for photo in photos if photo.digest == digest}
