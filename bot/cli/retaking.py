"""Photos that are gone or were replaced: taken again, or accepted as they stand."""

from collections.abc import Sequence
from pathlib import Path

import click

from bot.cli.verifying import accepting, is_named
from bot.domain.periods.chain import Linked, Of, list_gone, list_loose, named
from bot.messages import _
from bot.ports.periods.photos import PhotoMissed
from bot.refusal import Refused
from bot.seal import Signet, is_sealed
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.periods.accept_photo import accept_photo
from bot.use_cases.periods.miss_photos import find_missed, miss_photos
from bot.use_cases.periods.retake_photo import retake_photo
from bot.wiring import House, open_house
from bot.wiring.sealed.photos import SCHOOL, heads_of

PERIOD = click.option("--period", metavar="NAME", required=True, help="Of which period.")


@click.command()
@PERIOD
def again(period: str) -> None:
    """Let a photo that was taken and is gone be taken again, of the instant that was agreed."""
    house = open_house()
    with house.transaction() as uow:
        look = _Look(house, uow)
        missed = [photo for photo in look.missed if is_named(photo.name, period)]
        gone = [photo for photo in missed if photo.of not in look.there]
        if not gone and missed:
            raise Refused(
                _(
                    "Another photo of {name} stands in the place of the one that was taken first. "
                    "To keep it as it stands: {command}",
                    name=missed[0].name,
                    command=accepting(missed[0].name),
                )
            )
        takeable = [photo for photo in gone if find_missed(uow, photo) is not None]
        if not takeable:
            raise _not_gone(period, gone)
        for photo in takeable:
            retake_photo(uow, photo)
    look.heads.give_up(look.gone({photo.of for photo in takeable}))
    click.echo(
        house.say(
            _(
                "The photo of {name} is taken again with the next tick, of the instant that was "
                "agreed, from what the ledger holds now.",
                name=takeable[0].name,
            )
        )
    )


@click.command()
@PERIOD
def accept(period: str) -> None:
    """Keep what stands instead of a photo that was taken, or that a photo without period is gone.

    Kompaan then stops waiting for the one that was taken first; what is noted beside the key says
    so. Where several machines have the key, each keeps its own list: accept it on each.
    """
    house = open_house()
    with house.transaction() as uow:
        look = _Look(house, uow)
        missed = {photo.of for photo in look.missed if is_named(photo.name, period)}
        loose = {photo.of for photo in look.loose if is_named(photo.name, period)}
        standing = [photo for photo in look.stored if photo.of in missed | loose]
        over = [
            photo
            for photo in look.missed
            if photo.of in missed - look.there and find_missed(uow, photo) is None
        ]
        if not standing and not over:
            raise _nothing_to_accept(period, is_gone=bool(missed))
        look.refuse_touched(standing)
        for photo in standing:
            accept_photo(uow, photo.period_id)
    accepted = {photo.of for photo in standing} | {photo.of for photo in over}
    look.heads.accept(standing, look.gone(accepted))
    said = (
        _(
            "The photo of {name} counts as it stands now. The one that was taken first is no "
            "longer waited for: who compares with what was printed of it may find differences.",
            name=standing[0].name,
        )
        if standing
        else _(
            "The photo of {name} is no longer waited for: its period is not in this database, "
            "and what the photo showed is lost here.",
            name=over[0].name,
        )
    )
    click.echo(house.say(said))


class _Look:
    """One look at the school's photos, and at what is known of them beside the key."""

    def __init__(self, house: House, uow: StoredUnitOfWork) -> None:
        self.uow, self.heads = uow, heads_of(house)
        self.signet = Signet(Path(house.settings.signing_key_file))
        self.seals = dict(uow.photos.list_links(SCHOOL))
        self.stored = list(self.seals)
        self.known = self.heads.read()
        self.missed = miss_photos(uow, SCHOOL, self.known)
        self.loose = list_loose(self.stored, self.known, uow.photos.list_before_chain())
        self.there = {named(photo.head.period_id, photo.name) for photo in uow.photos.list_all()}

    def gone(self, of: set[Of]) -> list[Linked]:
        """List what is known and not there of these periods."""
        return [linked for linked in list_gone(self.stored, self.known) if linked.of in of]

    def refuse_touched(self, photos: Sequence[Linked]) -> None:
        """Accept nothing that this installation did not seal as it stands. Raises Refused."""
        fitting = {photo.head.period_id for photo in self.uow.photos.list_fitting()}
        for photo in photos:
            seal = self.seals[photo]
            good = is_sealed(photo.digest, seal) and self.signet.made(seal)
            if not good or photo.period_id not in fitting:
                raise Refused(
                    _(
                        "What stands as the photo of {name} was not sealed so by this "
                        "installation. Put the backup of the database back.",
                        name=photo.name,
                    )
                )


def _not_gone(period: str, gone: Sequence[PhotoMissed]) -> Refused:
    if not gone:
        return Refused(_("No photo of a period {name} is gone.", name=period))
    return Refused(
        _(
            "The period {name} is not in this database any more, so its photo cannot be taken "
            "again. Put the backup of the database back, or stop waiting for it: {command}",
            name=gone[0].name,
            command=accepting(gone[0].name),
        )
    )


def _nothing_to_accept(period: str, *, is_gone: bool) -> Refused:
    if is_gone:
        return Refused(
            _(
                "Nothing stands in the place of the photo of {name}. "
                "Let it be taken again: kompaan photo again",
                name=period,
            )
        )
    return Refused(
        _("The photos of {name} that are there are the ones that were taken.", name=period)
    )
