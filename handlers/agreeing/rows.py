"""Agreements and recognitions as rows to take away."""

from collections.abc import Iterator, Sequence
from datetime import date

from bot.domain.agreeing.agreements import AgreementStanding, PlacementAgreement
from bot.messages import Sayable, Table, _, listed
from bot.ports.agreeing.recognitions import RecognisedPlace
from handlers.agreeing.agreements.phrases import KIND_NAME, STEP_WORD, hours_shown


def describe_agreements(standings: Sequence[AgreementStanding], today: date, zone: str) -> Table:
    """Describe how it stands at placements, a row for each agreement that holds, or that misses."""
    columns = (
        _("student"), _("workplace"), _("hours a week"), _("needed"), _("agreement"), _("from"),
        _("until"), _("missing since"), _("open"),
    )  # fmt: skip
    rows = tuple(tuple(row) for standing in standings for row in _agreements(standing, today))
    return Table(_("Agreements"), columns, rows, zone)


def _agreements(standing: AgreementStanding, today: date) -> Iterator[Sequence[Sayable]]:
    holding = standing.holding(today)
    if not holding:
        due = standing.missing_by() if standing.is_missing(today) else None
        yield (*_place(standing), "", "", "", _day(due), "")
    for own in holding:
        yield (*_place(standing), *_agreement(standing, own))


def _place(standing: AgreementStanding) -> Iterator[Sayable]:
    place, hours = standing.place, standing.place.weekly_hours
    yield place.student
    yield place.workplace
    yield hours_shown(hours) if hours is not None else ""
    yield KIND_NAME[place.needed] if place.needed else ""


def _agreement(standing: AgreementStanding, own: PlacementAgreement) -> Iterator[Sayable]:
    yield KIND_NAME[own.kind]
    yield _day(own.starts_on)
    yield _day(standing.last_day(own))
    yield ""
    owed = [STEP_WORD[open_step.step] for open_step in standing.owed(own)]
    yield listed(owed) if owed else ""


def describe_recognitions(places: Sequence[RecognisedPlace], zone: str) -> Table:
    """Describe the recognitions of workplaces, a row for each workplace and programme."""
    columns = (
        _("workplace"), _("programme"), _("needed"), _("given on"), _("until"), _("asked on"),
        _("students"),
    )  # fmt: skip
    return Table(_("Recognitions"), columns, tuple(tuple(_place_row(own)) for own in places), zone)


def _place_row(own: RecognisedPlace) -> Iterator[Sayable]:
    known = own.recognition
    yield own.workplace
    yield own.programme
    yield "" if own.needed is None else _("yes") if own.needed else _("no")
    yield _day(known.given_on)
    yield _day(known.until)
    yield _day(known.asked_on)
    yield listed(list(dict.fromkeys(learner.student for learner in own.learners)))


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
