"""Photos held against their seal, their chain, and the ledger."""

import json
import shlex
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from bot.domain.periods.chain import Known, Of, list_loose, named
from bot.messages import Sayable, _, _n, words
from bot.ports.periods.photos import Photo
from bot.refusal import Refused
from bot.seal import Signet, is_sealed
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.periods.miss_photos import miss_photos
from bot.wiring import House, open_house
from bot.wiring.sealed.erasures import erasures_of
from bot.wiring.sealed.photos import SCHOOL, heads_of, list_faults

NAMED = 20
"""Students who are named of those whose photo was changed."""

JSON = click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")


@click.command()
@click.option("--period", metavar="NAME", help="Of this period only.")
@JSON
def verify(period: str | None, as_json: bool) -> int:
    """Say whether photos are as they were taken, and all there; exits with 1 where one is not."""
    house = open_house()
    with house.reading() as uow:
        found = [
            verdict
            for verdict in _Verifier(house, uow).verdicts()
            if period is None or is_named(verdict["period"], period)
        ]
    faults = list_faults(house) if period is None else []
    if period is not None and not found:
        raise Refused(_("There is no photo of a period {name}.", name=period))
    if as_json:
        print_json(found)
    else:
        for verdict in found:
            click.echo(house.say(words(f"{verdict['period']}:", _said(verdict))))
        if not found:
            click.echo(house.say(_("No photo was taken yet.")))
    for fault in faults:
        click.echo(house.say(fault), err=as_json)
    return 0 if all(_is_good(verdict) for verdict in found) and not faults else 1


class _Verifier:
    """One look at all photos, with what is known of them outside the database."""

    def __init__(self, house: House, uow: StoredUnitOfWork) -> None:
        self.uow = uow
        self.signet = Signet(Path(house.settings.signing_key_file))
        self.known = heads_of(house).read()
        self.lawful = erasures_of(house).lawful()
        samples = [world for world in uow.worlds.list_at(SCHOOL.at) if world.sample]
        stored = [linked for linked, _seal in uow.photos.list_links(SCHOOL)]
        shown = [linked for sample in samples for linked, _seal in uow.photos.list_links(sample)]
        before = uow.photos.list_before_chain()
        self.loose = {
            linked.of
            for linked in (
                *list_loose(stored, self.known, before),
                *list_loose(shown, Known(), before),
            )
        }
        self.missed = {
            photo.of: photo
            for world in (SCHOOL, *samples)
            for photo in miss_photos(uow, world, self.known)
        }

    def verdicts(self) -> Iterator[dict[str, Any]]:
        """Check all photos that are there, then name those that are not."""
        taken = self.uow.photos.list_all()
        for photo in taken:
            yield self._verdict(photo)
        there = {_of(photo) for photo in taken}
        for missed in self.missed.values():
            if missed.of not in there:
                yield {"period": missed.name, "untouched": False, "gone": True}

    def _verdict(self, photo: Photo) -> dict[str, Any]:
        """Check a photo's rows by its digest, the digest by its seal, and its place in the chain.

        Beside that, whose seal it is, and what the ledger gives now.
        """
        touched = self.uow.photos.check(photo, self.lawful)
        own = self.signet.made(photo.seal)
        fits = is_sealed(photo.digest, photo.seal) and not touched.whole
        replaced = _of(photo) in self.missed
        follows = _of(photo) not in self.loose
        return {
            "period": photo.name,
            "untouched": fits and own and not touched.tracks and not replaced and follows,
            "gone": False,
            "replaced": replaced,
            "follows": follows,
            "students_touched": len(touched.tracks),
            "students": self._names(touched.tracks),
            "erased_lawfully": [str(track_id) for track_id in touched.erased],
            "seal_fits": fits,
            "own_key": own,
            "texts_kept": photo.kept,
            "chained": photo.link is not None,
            "ledger_differs": len(touched.unheld),
            "ledger_differs_for": self._names(touched.unheld),
            "choices_differ": len(touched.unchosen),
            "choices_differ_for": self._names(touched.unchosen),
            "taken_at": photo.taken_at.isoformat(),
        }

    def _names(self, tracks: Sequence[int]) -> list[str]:
        return list(self.uow.tracks.list_students(tracks[:NAMED]))


def _of(photo: Photo) -> Of:
    return named(photo.head.period_id, photo.name)


def _is_good(verdict: dict[str, Any]) -> bool:
    differs = verdict["ledger_differs"] or verdict["choices_differ"]
    return bool(verdict["untouched"]) and not differs


def _said(verdict: dict[str, Any]) -> Sayable:
    if verdict["gone"]:
        return _("GONE: its photo was taken, and is no longer there.")
    return words(_seen(verdict), _of_erased(verdict), _of_ledger(verdict), _of_choices(verdict))


def _seen(verdict: dict[str, Any]) -> Sayable:
    if verdict["untouched"]:
        return words(
            _("untouched."),
            None
            if verdict["texts_kept"]
            else _("Names and titles were not kept with it: they are shown as they are today."),
            None
            if verdict["chained"]
            else _(
                "It was taken before photos stood in a chain: which one came before it, and "
                "what the ledger gave then, was not kept."
            ),
        )
    if verdict["students_touched"]:
        said = _n(
            "CHANGED since it was taken, for {count} student:",
            "CHANGED since it was taken, for {count} students:",
            verdict["students_touched"],
        )
        return words(said, _named(verdict["students"], verdict["students_touched"]))
    if not verdict["seal_fits"]:
        return _("CHANGED since it was taken: its seal does not fit.")
    if verdict["replaced"]:
        return words(
            _("REPLACED: it is not the photo that was taken first."),
            _("To keep it as it stands: {command}", command=accepting(verdict["period"])),
        )
    if not verdict["own_key"]:
        return _("sealed by another key than this installation's.")
    return words(
        _("OUT OF ITS CHAIN: the photo that it follows on is gone, or another one."),
        _("To keep it as it stands: {command}", command=accepting(verdict["period"])),
    )


def _of_erased(verdict: dict[str, Any]) -> Sayable | None:
    """Name the tracks that have no words any more, since somebody was erased."""
    erased = verdict["erased_lawfully"]
    if not erased:
        return None
    said = _n(
        "{count} student was erased lawfully, and the sums are as they were: track",
        "{count} students were erased lawfully, and the sums are as they were: tracks",
        len(erased),
    )
    return words(said, ", ".join(erased))


def _of_ledger(verdict: dict[str, Any]) -> Sayable | None:
    """Name those of whom the ledger no longer gives the colours that the photo shows."""
    differs = verdict["ledger_differs"]
    if not differs:
        return None
    said = _n(
        "The LEDGER no longer gives its colours for {count} student:",
        "The LEDGER no longer gives its colours for {count} students:",
        differs,
    )
    return words(said, _named(verdict["ledger_differs_for"], differs))


def _of_choices(verdict: dict[str, Any]) -> Sayable | None:
    """Name those whose choices in the database are not those that the photo holds."""
    differs = verdict["choices_differ"]
    if not differs:
        return None
    said = _n(
        "What counts for assessment is no longer what it holds, for {count} student:",
        "What counts for assessment is no longer what it holds, for {count} students:",
        differs,
    )
    return words(said, _named(verdict["choices_differ_for"], differs))


def _named(names: Sequence[str], count: int) -> str:
    return ", ".join([*names, *(["…"] if count > NAMED else [])])


def accepting(name: str) -> str:
    """Write the command that accepts the photo of a period as it stands."""
    return f"kompaan photo accept --period {shlex.quote(name)}"


def is_named(name: str, wanted: str | None) -> bool:
    """Say whether a period's name is the one that is wanted; where none is, it is."""
    return wanted is None or name.casefold() == wanted.strip().casefold()


def is_called(photo: Photo, period: str | None) -> bool:
    """Say whether a photo is of the period that is wanted."""
    return is_named(photo.name, period)


def print_json(content: Any) -> None:
    """Print something as JSON."""
    click.echo(json.dumps(content, ensure_ascii=False, indent=2))
