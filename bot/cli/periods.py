"""Evaluation periods from the command line: add, list, move and cancel them."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import click

from bot.cli.arguments.programmes import every_programme, find_programme, programme_option
from bot.cli.arguments.times import End, at_option, instant_of
from bot.domain.days import day_of, last_instant, opening
from bot.domain.periods.period import Dates, Period, is_of_another_year
from bot.domain.school.frameworks import Programme
from bot.messages import Moment, Sayable, _, lines
from bot.refusal import Refused
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.periods.add_period import add_period, add_usual_periods
from bot.use_cases.periods.cancel_period import cancel_period
from bot.use_cases.periods.find_period import find_period
from bot.use_cases.periods.mark_last import mark_last
from bot.use_cases.periods.move_period import move_period
from bot.use_cases.periods.refusals import AlreadyTaken, Decided, Unfit
from bot.wiring import House, in_words, open_house
from handlers.periods.phrases import NAMES, explain_refusal, name_known, say_period
from handlers.periods.typed import PAST
from handlers.talking.meaning.dates import explain_clock, read_day


class DayParam(click.ParamType[date]):
    """A day such as 2026-09-01 or 1/9/2026."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read the day, or refuse it with an example."""
        read = value if isinstance(value, date) else read_day(str(value))
        if read is None:
            problem = _("'{value}' is not a day such as 2026-09-01", value=value)
            self.fail(in_words(problem), param, ctx)
        return read


NAME = click.option("--name", metavar="NAME", help="The period's name.")
OPENS = click.option("--opens", type=DayParam(), metavar="DATE", help="The day on which it opens.")
PHOTO = click.option(
    "--photo",
    type=End(),
    metavar="TIME",
    help="When its photo is taken, by the school's clock; of a day without a time it is the end.",
)
NO_DEADLINE = click.option("--no-deadline", is_flag=True, help="It has no photo, and no deadline.")
CHOICE = click.option(
    "--choose",
    type=DayParam(),
    nargs=2,
    metavar="FROM UNTIL",
    help="The days between which students choose what is evaluated.",
)

LAST = click.option("--last/--not-last", default=None, help="After its photo people decide.")
SURE = click.option("--sure", is_flag=True, help="Another school year than this one is meant.")


@click.group()
def periods() -> None:
    """Evaluation periods of a programme, each ending with a photo."""


@periods.command()
@programme_option
@NAME
@OPENS
@PHOTO
@NO_DEADLINE
@CHOICE
@LAST
@SURE
@at_option
def add(programme: str, name: str | None, at: datetime | None, **options: Any) -> None:
    """Add a period; with neither name nor dates, the usual three of this school year."""
    house, asked = open_house(), _Asked(**options)
    with house.transaction() as uow:
        found = find_programme(house, uow, programme)
        keeper = _Keeper(house, uow, found, instant_of(house, at))
        if name is None and asked.is_empty:
            added = keeper.add_usual()
        elif name is None or not asked.is_whole:
            problem = _("Give --name, --opens, and either --photo or --no-deadline.")
            raise click.UsageError(in_words(problem))
        else:
            dates = keeper.dates(asked)
            keeper.refuse_odd(dates, sure=asked.sure)
            added = [keeper.add(name, dates, last=bool(asked.last))]
        click.echo(house.say(keeper.shown(added)))
        keeper.say_clock(asked.photo)


@periods.command("list")
@click.option("--programme", metavar="CODE", help="Of this programme only.")
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@at_option
def list_(programme: str | None, as_json: bool, at: datetime | None) -> None:
    """List the periods, with how each stands."""
    house = open_house()
    with house.transaction() as uow:
        instant = instant_of(house, at)
        keepers = [
            _Keeper(house, uow, known, instant)
            for known in every_programme(house, uow)
            if programme in (None, known.code)
        ]
        if programme is not None and not keepers:
            find_programme(house, uow, programme)
        if as_json:
            told = [period for keeper in keepers for period in keeper.as_json()]
            click.echo(json.dumps(told, ensure_ascii=False, indent=2))
            return
        for keeper in keepers:
            click.echo(house.say(keeper.listed()))


@periods.command()
@programme_option
@click.option("--name", metavar="NAME", required=True, help="Which period.")
@OPENS
@PHOTO
@NO_DEADLINE
@CHOICE
@LAST
@SURE
@at_option
def move(programme: str, name: str, at: datetime | None, **options: Any) -> None:
    """Move a period to other dates; what is not named stays. Who heard of it is told once."""
    house, asked = open_house(), _Asked(**options)
    with house.transaction() as uow:
        keeper = _Keeper(house, uow, find_programme(house, uow, programme), instant_of(house, at))
        period = keeper.find(name)
        dates = keeper.dates(asked, period)
        if dates != period.dates:
            keeper.refuse_odd(dates, sure=asked.sure)
        period = keeper.move(period, dates, last=asked.last)
        click.echo(house.say(keeper.shown([period])))
        keeper.say_clock(asked.photo)


@periods.command()
@programme_option
@click.option("--name", metavar="NAME", required=True, help="Which period.")
@at_option
def cancel(programme: str, name: str, at: datetime | None) -> None:
    """Cancel a period; who heard of it is told once, and what was scored stays."""
    house = open_house()
    with house.transaction() as uow:
        keeper = _Keeper(house, uow, find_programme(house, uow, programme), instant_of(house, at))
        click.echo(house.say(keeper.shown([keeper.cancel(keeper.find(name))])))


@dataclass(frozen=True, slots=True)
class _Asked:
    """When a period is asked to be."""

    opens: date | None
    photo: datetime | None
    no_deadline: bool
    choose: tuple[date, date] | None
    last: bool | None
    sure: bool

    @property
    def is_empty(self) -> bool:
        """Whether no date was named."""
        return not (self.opens or self.photo or self.choose or self.no_deadline)

    @property
    def is_whole(self) -> bool:
        """Whether a new period can be made of it."""
        return self.opens is not None and (self.photo is None) == self.no_deadline


class _Keeper:
    """One run of a command, in one programme."""

    def __init__(
        self, house: House, uow: StoredUnitOfWork, programme: Programme, at: datetime
    ) -> None:
        self.house, self.uow, self.programme, self.at = house, uow, programme, at
        self.home = uow.periods.read_home(programme.id)

    def add(self, name: str, dates: Dates, *, last: bool) -> Period:
        whose = (self.home.organisation_id, self.programme.id)
        try:
            return add_period(self.uow, *whose, name, dates, last=last)
        except Unfit as unfit:
            raise Refused(explain_refusal(unfit)) from None

    def add_usual(self) -> Sequence[Period]:
        names = tuple(map(self.house.say, NAMES))
        today = day_of(self.at, self.home.zone)
        try:
            return add_usual_periods(self.uow, self.home, self.programme.id, names, today)
        except Unfit as unfit:
            raise Refused(explain_refusal(unfit)) from None

    def move(self, period: Period, dates: Dates, *, last: bool | None) -> Period:
        try:
            if last is None or dates != period.dates:
                period = move_period(self.uow, period, dates, self.at)
            return period if last is None else mark_last(self.uow, period, last=last)
        except (Unfit, AlreadyTaken, Decided) as problem:
            raise Refused(explain_refusal(problem)) from None

    def cancel(self, period: Period) -> Period:
        try:
            return cancel_period(self.uow, period, self.at)
        except AlreadyTaken as problem:
            raise Refused(explain_refusal(problem)) from None

    def find(self, name: str) -> Period:
        found = find_period(self.uow, self.programme.id, name)
        if found is None:
            raise Refused(name_known(name, self.uow.periods.list_of(self.programme.id)))
        return found

    def dates(self, asked: _Asked, known: Period | None = None) -> Dates:
        """Read what is given as instants; what is not stays as it is known. Raises Refused."""
        before = known.dates if known else Dates(self.at)
        zone = self.home.zone
        choose_from, choose_until = before.choose_from, before.choose_until
        if asked.choose:
            choose_from, choose_until = (
                opening(asked.choose[0], zone),
                last_instant(asked.choose[1], zone),
            )
        photo_at = self.house.by_the_clock(asked.photo) if asked.photo else before.photo_at
        return Dates(
            opening(asked.opens, zone) if asked.opens else before.opens_at,
            None if asked.no_deadline else photo_at,
            choose_from,
            choose_until,
        )

    def refuse_odd(self, dates: Dates, *, sure: bool) -> None:
        """Refuse a photo that is past, and another school year that is not sure."""
        if dates.photo_at is not None and dates.photo_at <= self.at:
            raise Refused(PAST)
        if not sure and is_of_another_year(dates, self.at, self.home.zone):
            when = self.house.say(Moment(dates.photo_at or dates.opens_at))
            raise Refused(
                _(
                    "{when} is in another school year than this one. "
                    "If that is meant, add --sure. Nothing was changed.",
                    when=when,
                )
            )

    def say_clock(self, photo: datetime | None) -> None:
        """Say of a time that the clocks show twice which one is meant."""
        if photo is not None and photo.tzinfo is None:
            _found, said = explain_clock(photo, self.house.zone)
            if said is not None:
                click.echo(self.house.say(said), err=True)

    def shown(self, those: Sequence[Period]) -> Sayable:
        taken = self._taken()
        zone = self.home.zone
        return lines(
            *(say_period(period, self.at, zone, taken=period.id in taken) for period in those)
        )

    def listed(self) -> Sayable:
        known = self.uow.periods.list_of(self.programme.id)
        head = f"{self.programme.code} {self.programme.title}"
        if not known:
            return lines(head, _("No periods yet; 'kompaan periods add' adds the usual three."))
        return lines(head, self.shown(known))

    def as_json(self) -> list[dict[str, Any]]:
        taken = self._taken()
        return [
            {
                "programme": self.programme.code,
                "name": period.name,
                "opens": period.opens_at.isoformat(),
                "photo": period.photo_at.isoformat() if period.photo_at else None,
                "choose_from": period.choose_from.isoformat() if period.choose_from else None,
                "choose_until": period.choose_until.isoformat() if period.choose_until else None,
                "last": period.last,
                "cancelled": period.cancelled,
                "photo_taken": period.id in taken,
            }
            for period in self.uow.periods.list_of(self.programme.id)
        ]

    def _taken(self) -> set[int]:
        photos = self.uow.photos.list_of_programme(self.programme.id)
        return {photo.head.period_id for photo in photos}
