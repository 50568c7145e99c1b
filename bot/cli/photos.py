"""Photos from the command line: shown and compared."""

from collections.abc import Iterator, Sequence
from typing import Any

import click

from bot.cli.arguments.operating import operating
from bot.cli.arguments.who import find_person
from bot.cli.retaking import accept, again
from bot.cli.verifying import JSON, is_called, print_json, verify
from bot.domain.periods.photos import FrozenComponent
from bot.domain.school.tracks import PERSPECTIVES, Role, Track
from bot.domain.scoring.colours import Colour
from bot.messages import Moment, Sayable, _, lines, words
from bot.ports.periods.photos import Photo
from bot.refusal import Refused
from bot.showing.words.scores.colours import COLOUR_MEANING
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.reporting.see_photo import photos_of, see_whole_photo
from bot.use_cases.reporting.see_report import Report
from bot.wiring import House, in_words, open_house
from handlers.reporting.photo import say_counted, since_then
from handlers.talking.phrases import ROLE_WORD, colour_cell

STUDENT = click.option(
    "--student", metavar="STUDENT", required=True, help="The school's id, or a name."
)


@click.group()
def photo() -> None:
    """Photos: what each perspective said at the end of a period."""


photo.add_command(verify)
photo.add_command(again)
photo.add_command(accept)


@photo.command()
@STUDENT
@click.option("--period", metavar="NAME", help="Of which period; the newest if left out.")
@JSON
def show(student: str, period: str | None, as_json: bool) -> None:
    """Show the photo of a student."""
    house = open_house()
    with operating(house) as uow:
        album = _Album(house, uow, student)
        taken = album.find(period)
        report = album.report(taken)
        if as_json:
            of = {"student": report.track.student, "programme": report.programme.title}
            counted = {"components": list(_components(album.components(taken)))}
            rows = {"competences": list(_rows(report))}
            print_json(of | album.described(taken) | counted | rows)
        else:
            heading = album.heading(taken, report)
            said = say_counted(album.components(taken))
            click.echo(house.say(lines(heading, said, *_lines(report))))


@photo.command()
@STUDENT
@click.option(
    "--period",
    "periods",
    metavar="NAME",
    multiple=True,
    help="Twice: the two periods; once: with the one before; the last two if left out.",
)
@JSON
def compare(student: str, periods: Sequence[str], as_json: bool) -> None:
    """Compare two photos of a student: whose colour of which competence changed."""
    house = open_house()
    with operating(house) as uow:
        album = _Album(house, uow, student)
        earlier, later = album.pair(periods)
        before, after = album.report(earlier), album.report(later)
        changed = list(_changed(before, after))
        if as_json:
            print_json(
                {
                    "student": after.track.student,
                    "earlier": album.described(earlier),
                    "later": album.described(later),
                    "changed": changed,
                }
            )
            return
        headings = album.heading(earlier, before), album.heading(later, after)
        click.echo(house.say(lines(*headings)))
        for row in changed:
            for role, (before, after) in row["colours"].items():
                words_ = (COLOUR_MEANING[Colour(colour)] for colour in (before, after))
                said = words(ROLE_WORD[Role(role)], words(*words_, by=" → "))
                click.echo(house.say(words(f"{row['number']} {row['title']}:", said)))
        if not changed:
            click.echo(house.say(_("No colour changed.")))


class _Album:
    """The photos of one student."""

    def __init__(self, house: House, uow: StoredUnitOfWork, student: str) -> None:
        self.house, self.uow = house, uow
        person = find_person(house, uow, student)
        own = [track for track in uow.tracks.list_of(person.id) if track.student_id == person.id]
        if not own:
            raise Refused(_("{name} is not a student here.", name=person.name))
        self.tracks = own
        self.taken = [(track, photo) for track in own for photo in photos_of(uow, track)]
        self.track: Track = own[0]

    def find(self, period: str | None) -> Photo:
        """Find the photo of a period, or the newest. Raises Refused."""
        fitting = [(track, photo) for track, photo in self.taken if is_called(photo, period)]
        if not fitting:
            raise self._none(period)
        self.track, found = max(fitting, key=lambda pair: pair[1].head.as_of)
        return found

    def pair(self, periods: Sequence[str]) -> tuple[Photo, Photo]:
        """Find the two photos to compare, the earlier first. Raises Refused."""
        if len(periods) > 2:
            raise click.UsageError(in_words(_("Name two periods at most.")))
        chosen = [self.find(period) for period in periods] or [self.find(None)]
        if len(chosen) == 1:
            track = self.track
            before = [
                photo
                for own, photo in self.taken
                if own.id == track.id and photo.head.as_of < chosen[0].head.as_of
            ]
            if not before:
                raise Refused(_("There is no photo before the one of {name}.", name=chosen[0].name))
            chosen.append(before[-1])
        earlier, later = sorted(chosen, key=lambda photo: photo.head.as_of)
        return earlier, later

    def report(self, photo: Photo) -> Report:
        """Arrange the whole of this student in a photo, as the school may see it."""
        return see_whole_photo(self.uow, self.track, photo)

    def components(self, photo: Photo) -> Sequence[FrozenComponent]:
        """List the course components of this student in a photo, with which of them counted."""
        texts = self.uow.photos.read_texts(photo.id, self.track.id)
        return texts.components if texts else ()

    def heading(self, photo: Photo, report: Report) -> Sayable:
        of = report.track
        return lines(
            words(of.student, of.class_group, report.programme.title, photo.name, by=" · "),
            *since_then(photo, of, self.track),
            _(
                "Agreed {agreed}, shows {shown}.",
                agreed=Moment(photo.head.agreed_at, year=True),
                shown=Moment(photo.head.as_of, year=True),
            ),
        )

    def described(self, photo: Photo) -> dict[str, Any]:
        return {
            "period": photo.name,
            "texts_kept": photo.kept,
            "agreed_at": photo.head.agreed_at.isoformat(),
            "as_of": photo.head.as_of.isoformat(),
            "taken_at": photo.taken_at.isoformat(),
            "digest": photo.digest,
        }

    def _none(self, period: str | None) -> Refused:
        names = ", ".join(photo.name for _track, photo in self.taken) or "–"
        if period is None:
            return Refused(_("No photo of this student was taken yet."))
        return Refused(
            _(
                "This student is in no photo of {name}; there are: {names}.",
                name=period,
                names=names,
            )
        )


def _components(components: Sequence[FrozenComponent]) -> Iterator[dict[str, Any]]:
    for own in components:
        yield {
            "title": own.title,
            "competences": list(own.numbers),
            "summative": own.summative,
        }


def _rows(report: Report) -> Iterator[dict[str, Any]]:
    for row in report.rows:
        yield {
            "number": row.competence.number,
            "title": row.competence.title,
            "indicators": row.indicators,
            "colours": {role.value: row.colours[role].value for role in PERSPECTIVES},
            "covered": {role.value: row.counts[role].covered for role in PERSPECTIVES},
        }


def _lines(report: Report) -> Iterator[Sayable]:
    yield _("In this order: {columns}.", columns=words(*map(ROLE_WORD.get, PERSPECTIVES), by=" · "))
    for row in report.rows:
        cells = words(*(colour_cell(row.colours[role]) for role in PERSPECTIVES))
        yield words(cells, f"{row.competence.number} {row.competence.title}")


def _changed(earlier: Report, later: Report) -> Iterator[dict[str, Any]]:
    was = earlier.by_competence
    for after in later.rows:
        before = was.get(after.competence.id)
        then = before.colours if before else dict.fromkeys(PERSPECTIVES, Colour.GREY)
        colours = {
            role.value: [then[role].value, after.colours[role].value]
            for role in PERSPECTIVES
            if then[role] is not after.colours[role]
        }
        if colours:
            number, title = after.competence.number, after.competence.title
            yield {"number": number, "title": title, "colours": colours}
