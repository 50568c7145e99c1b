"""The pages for a class council from the command line: documents in a folder."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

import click

from bot.cli.arguments.operating import operating
from bot.cli.arguments.times import at_option, instant_of
from bot.cli.arguments.who import find_person
from bot.domain.folding import fold
from bot.domain.school.endings import council_since
from bot.domain.school.tracks import Person, Track
from bot.domain.school.visibility import SEES_COUNCIL_PAGE
from bot.exchange.private_files import write_beside
from bot.i18n import Voice, voice_of
from bot.messages import Document, Sayable, _, _n
from bot.refusal import Refused
from bot.showing.documents import why_no_pages
from bot.storage.unit_of_work import StoredUnitOfWork
from bot.use_cases.evaluating.council.see_class_page import photos_of_class, see_class_page
from bot.use_cases.evaluating.council.see_council_page import see_council_page
from bot.use_cases.evaluating.council.see_end_view import see_end_view
from bot.use_cases.reporting.see_photo import choose_photo
from bot.wiring import open_house
from handlers.evaluating.council.class_page import describe_class_page
from handlers.evaluating.council.end_view import describe_end_view
from handlers.evaluating.council.student_page import describe_council_page


@click.command()
@click.option("--as", "person", required=True, metavar="PERSON", help="The school's id, or a name.")
@click.option("--class-group", metavar="NAME", help="Of this class group only.")
@click.option(
    "--student", metavar="STUDENT", help="Of this student only: the school's id, or a name."
)
@click.option(
    "--period", metavar="NAME", default="", help="Of which photo; the newest if left out."
)
@click.option("--hand-round", is_flag=True, help="What everybody on the council may read, no more.")
@click.option("--end-views", is_flag=True, help="What students take along at the last photo.")
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    help="Write them into this folder.",
)
@at_option
def council(
    person: str,
    class_group: str | None,
    student: str | None,
    out: Path,
    at: datetime | None,
    **how: bool | str,
) -> None:
    """Write the pages of students, and of their class, as PERSON may read them.

    PERSON is a teacher or a coach, and the pages are in the language of that person.
    """
    if (missing := why_no_pages()) is not None:
        raise Refused(missing)
    house = open_house()
    instant = instant_of(house, at)
    with operating(house, at) as uow:
        viewer = find_person(house, uow, person)
        now = house.time_of(viewer.organisation_id, instant) if at is None else instant
        meant = find_person(house, uow, student) if student else None
        mine = uow.tracks.list_for_council(viewer.id, council_since(now))
        tracks = _tracks(mine, viewer, class_group, meant)
        pages = _Pages(uow, viewer, now)
        made = list(
            pages.end_views(tracks)
            if how["end_views"]
            else pages.of_council(
                tracks,
                str(how["period"]),
                whole=student is None,
                hand_round=bool(how["hand_round"]),
            )
        )
    if not made:
        raise Refused(_("There is no such photo of any of them yet, so there is no page."))
    _write(made, out, voice_of(viewer, now))
    click.echo(house.say(_keep_safe(len(made))))


def _keep_safe(count: int) -> Sayable:
    return _n(
        "{count} document. It holds what people are at: keep it safe.",
        "{count} documents. They hold what people are at: keep them safe.",
        count,
    )


def _write(made: Sequence[Document], folder: Path, voice: Voice) -> None:
    from bot.wiring.files import file_of  # only who writes one pays for loading it

    for document in made:
        file = file_of(document, voice)
        click.echo(str(write_beside(folder / file.name, file.data)))


def _tracks(
    mine: Sequence[Track], viewer: Person, class_group: str | None, student: Person | None
) -> list[Track]:
    """List the tracks whose pages somebody opens, as far as they are asked for. Raises Refused."""
    own = [track for track in mine if track.roles & SEES_COUNCIL_PAGE]
    if not own:
        raise Refused(_("{name} is nobody's teacher or coach.", name=viewer.name))
    found = [
        track
        for track in own
        if (class_group is None or fold(class_group) == fold(track.class_group))
        and (student is None or student.id == track.student_id)
    ]
    if not found:
        groups = ", ".join(sorted({track.class_group for track in own}))
        raise Refused(
            _(
                "{name} is teacher or coach of nobody there; of class groups {groups}.",
                name=viewer.name,
                groups=groups,
            )
        )
    return found


class _Pages:
    """The documents of one run, as one person may read them at an instant."""

    def __init__(self, uow: StoredUnitOfWork, viewer: Person, at: datetime) -> None:
        self.uow, self.viewer, self.at = uow, viewer, at

    def of_council(
        self, tracks: Sequence[Track], period: str, *, whole: bool, hand_round: bool
    ) -> Iterator[Document]:
        """Describe the page of each class, where it is asked for whole, and of each student."""
        parts: dict[tuple[str, int], list[Track]] = {}
        for track in tracks:
            parts.setdefault((track.class_group, track.programme_id), []).append(track)
        for (group, _programme), own in sorted(parts.items()):
            photo = choose_photo(photos_of_class(self.uow, own), period)
            if photo is None:
                continue
            seen = see_class_page(self.uow, self.viewer.id, own, photo, self.at) if whole else None
            if seen is not None:
                yield describe_class_page(seen, group, self.at, self.viewer.name)
            for track in own:
                if whole and not track.was_there(photo.head.as_of):
                    continue
                page = see_council_page(
                    self.uow, self.viewer.id, track, photo, self.at, hand_round=hand_round
                )
                if page is not None:
                    yield describe_council_page(page, self.at, self.viewer.name)

    def end_views(self, tracks: Sequence[Track]) -> Iterator[Document]:
        """Describe the end view of each student whose last photo was taken."""
        for track in (own for own in tracks if not own.looks_back):
            view = see_end_view(self.uow, self.viewer.id, track)
            if view is not None:
                yield describe_end_view(view, self.at)
