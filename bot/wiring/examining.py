"""What the doctor looks at: the database, the days off, the key, the texts, the platforms."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime, time, timedelta
from operator import attrgetter
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from bot.i18n.choosing import choose_manner, list_addresses, list_names
from bot.messages import Day, Moment, Sayable, _, _n, words
from bot.ports.importing import OrganisationRow
from bot.ports.periods.photos import Photo, PhotoMissed
from bot.ports.ticks import LastTick
from bot.refusal import Refused
from bot.seal import Signet
from bot.settings import Settings
from bot.showing.documents import why_no_pages
from bot.storage.health import UNREADABLE, Finding, examine
from bot.wiring import House
from bot.wiring.composing import holidays_of
from bot.wiring.owned_files import FOR_OTHERS, examined_files
from bot.wiring.pages.address import examined_address
from bot.wiring.platforms import examined_platforms
from bot.wiring.pushing import examined_pings
from bot.wiring.sealed.acts import act_heads, check_logs
from bot.wiring.sealed.decisions import check_decisions
from bot.wiring.sealed.erasing import examined_forgetting
from bot.wiring.sealed.photos import list_faults, missed_photos

YEAR = 366


def examined(house: House, at: datetime) -> Iterator[Finding]:
    """Look at an installation as of an instant."""
    yield from examine(house.engine, at, house.chats)
    yield from examined_files(house)
    yield from _school(house)
    yield _days_off(house.settings.holidays, at)
    yield _key(Path(house.settings.signing_key_file), _photos(house))
    yield from _clock(house)
    yield from _gone(house)
    yield Finding(True, why_no_pages() or _("Pages to print can be made."))
    yield from _decided(house)
    yield from _logged(house)
    yield from examined_forgetting(house, at)
    yield examined_address(house.settings)
    yield from examined_pings(house, at)
    yield _asks(house)
    for good, said in examined_platforms(house.settings):
        yield Finding(good, said)


_OF_SCHOOL = {
    "organisation": ("name", "--name"),
    "organisation_language": ("language", "--language"),
    "time_zone": ("time_zone", "--time-zone"),
    "names": ("naming", "--names"),
}
"""Settings that found the school, each with what is stored of it, and what changes that."""


def _school(house: House) -> Iterator[Finding]:
    """Say where the environment names something else than what is stored, which counts."""
    stored = house.stored_organisation()
    if stored is None:
        return
    settings, differing = house.settings, False
    for name in sorted(settings.model_fields_set & _OF_SCHOOL.keys()):
        kept, option = _OF_SCHOOL[name]
        asked, known = getattr(settings, name), getattr(stored, kept)
        if asked != known:
            differing = True
            yield Finding(False, _differs(name, asked, known, f"{option} {asked}"))
    for finding in _spoken(house.settings, stored):
        differing = True
        yield finding
    if not differing:
        yield Finding(
            True,
            _(
                "The school: {name}, language {language}, time zone {zone}.",
                name=stored.name,
                language=stored.language,
                zone=stored.time_zone,
            ),
        )


def _differs(setting: str, asked: str, known: str, option: str) -> Sayable:
    return _(
        "{setting} says {asked}, and the school has {known}, which counts. Change it with "
        "'kompaan organisation {option}', or take the setting away.",
        setting=f"KOMPAAN_{setting.upper()}",
        asked=asked,
        known=known,
        option=option,
    )


def _spoken(settings: Settings, stored: OrganisationRow) -> Iterator[Finding]:
    """Say where the environment speaks with people, or of their roles, otherwise than the school.

    What it names as the school does, and what it leaves out, is no difference.
    """
    names = dict(list_names(stored.manner)).get(stored.language, [])
    for setting, known, option in (
        ("organisation_address", list_addresses(stored.manner), "--address"),
        ("organisation_roles", names, "--role"),
    ):
        asked = [own.strip() for own in getattr(settings, setting).split(",") if own.strip()]
        chosen = (asked, ()) if option == "--address" else ((), asked)
        try:
            meant = choose_manner(stored.manner, stored.language, *chosen)
        except Refused as refused:
            name = f"KOMPAAN_{setting.upper()}"
            yield Finding(False, words(words(name, ":", by=""), refused.text))
            continue
        if meant != stored.manner:
            options = " ".join(f"{option} {own}" for own in asked)
            said = _differs(setting, ", ".join(asked), ", ".join(known), options)
            yield Finding(False, said)


def _days_off(country: str, at: datetime) -> Finding:
    if not country:
        return Finding(True, _("Days off are Saturday and Sunday alone."))
    try:
        holidays = holidays_of(country)
    except Refused as unknown:
        return Finding(False, unknown.text)
    days = (at.date() + timedelta(days=ahead) for ahead in range(YEAR))
    following = next(day for day in days if day in holidays)
    return Finding(
        True,
        _(
            "Days off are weekends and the holidays of {country}; the next is {day}.",
            country=country,
            day=Day(datetime.combine(following, time(12), UTC)),
        ),
    )


def _photos(house: House) -> Sequence[Photo]:
    with suppress(SQLAlchemyError, *UNREADABLE), house.reading() as uow:
        return sorted(uow.photos.list_all(), key=attrgetter("taken_at"))
    return ()


def _key(file: Path, photos: Sequence[Photo]) -> Finding:
    """Say whether the key is there, is the one that signed all, and is its owner's alone."""
    name = str(file)
    try:
        if not file.exists():
            return _missing(name, signed=bool(photos))
        others = [photo for photo in photos if not Signet(file).made(photo.seal)]
        shared = file.stat().st_mode & FOR_OTHERS
    except Refused as unusable:
        return Finding(False, unusable.text)
    if shared:
        said = _("Others can read the key that signs photos: chmod 600 {file}", file=name)
    elif others:
        said = _n(
            "{count} photo was sealed by another key than the one that is there now: {names}. "
            "If that key was lost, put its backup back: {file}",
            "{count} photos were sealed by another key than the one that is there now: {names}. "
            "If that key was lost, put its backup back: {file}",
            len(others),
            names=", ".join(photo.name for photo in others),
            file=name,
        )
    else:
        said = _("The key that signs photos is its owner's alone: {file}", file=name)
    return Finding(not others and not shared, said)


def _missing(name: str, *, signed: bool) -> Finding:
    if not signed:
        made = _("The key that signs photos is made when the first is taken: {file}", file=name)
        return Finding(True, made)
    gone = _(
        "The key that signed photos is gone: {file}. Put its backup back, "
        "or name its place in KOMPAAN_SIGNING_KEY_FILE.",
        file=name,
    )
    return Finding(False, gone)


def _clock(house: House) -> Iterator[Finding]:
    """Say that photos and messages are held, where the clock is not believed."""
    with suppress(SQLAlchemyError, *UNREADABLE), house.reading() as uow:
        last = uow.ticks.find_last()
        if last.held_at is not None:
            yield Finding(False, say_held(last))


def say_held(last: LastTick) -> Sayable:
    """Say that photos and messages are held, since when, and what can be done."""
    said = _(
        "Photos and messages are held: the clock jumped to {when}, and no other clock bears it "
        "out. If it is right: kompaan clock release",
        when=Moment(last.held_at or datetime.max.replace(tzinfo=UTC), year=True),
    )
    if last.beat is None:
        return said
    return words(said, _("The last tick was on {when}.", when=Moment(last.beat.at, year=True)))


def _gone(house: House) -> Iterator[Finding]:
    """Name the photos that were taken and are gone; nothing, where none was taken."""
    try:
        with suppress(SQLAlchemyError, *UNREADABLE):
            missed = missed_photos(house)
            if missed:
                yield Finding(False, say_gone(missed))
            for fault in list_faults(house):
                yield Finding(False, fault)
    except Refused as unusable:
        yield Finding(False, unusable.text)


def say_gone(missed: Sequence[PhotoMissed]) -> Sayable:
    """Name the periods whose photos are gone, and say what can be done."""
    names = ", ".join(sorted({photo.name for photo in missed}))
    return _n(
        "{count} photo was taken and is gone, or another one stands in its place: {names}. Put the "
        "backup of the database back, or let it be taken again: kompaan photo again",
        "{count} photos were taken and are gone, or others stand in their place: {names}. Put the "
        "backup of the database back, or let them be taken again: kompaan photo again",
        len(missed),
        names=names,
    )


def _decided(house: House) -> Iterator[Finding]:
    """Count the decisions that are not as they were recorded; nothing, where all are."""
    try:
        with suppress(SQLAlchemyError, *UNREADABLE):
            wrong = [own for own in check_decisions(house) if not own.good]
            if wrong:
                said = _n(
                    "{count} decision of a class council is not as it was recorded: "
                    "kompaan decision verify names it",
                    "{count} decisions of class councils are not as they were recorded: "
                    "kompaan decision verify names them",
                    len(wrong),
                )
                yield Finding(False, said)
    except Refused as unusable:
        yield Finding(False, unusable.text)


def _logged(house: House) -> Iterator[Finding]:
    """Say that the log of acts is not whole; nothing, where it is."""
    try:
        with suppress(SQLAlchemyError, *UNREADABLE):
            wrong = [own for own in check_logs(house) if not own.chain.good]
            if wrong or act_heads(house).read().broken:
                said = _("The log of acts is not whole: kompaan audit verify says where.")
                yield Finding(False, said)
    except Refused as unusable:
        yield Finding(False, unusable.text)


def _asks(house: House) -> Finding:
    """Say what there is to ask and to advise, and whether the school's own file is good."""
    try:
        known = house.repertoire
    except Refused as unusable:
        return Finding(False, unusable.text)
    counts = {"prompts": len(known.prompts), "tips": len(known.tips)}
    return Finding(True, _("{prompts} questions for students, {tips} tips.", **counts))
