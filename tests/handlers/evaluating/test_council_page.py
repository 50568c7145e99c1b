"""A student's page takes two pages at most, however much was said of the student."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.divergence.alerts import AlertState
from bot.domain.divergence.kinds import DivergenceKind
from bot.domain.periods.photos import FrozenComponent, PhotoHead
from bot.domain.school.frameworks import Competence, CutOff, Indicator, Programme
from bot.domain.school.tracks import PERSPECTIVES, Role, Track
from bot.domain.scoring.colours import Counts
from bot.domain.scoring.film import Growth
from bot.ports import SeenNote
from bot.ports.periods.photos import Photo, Seal
from bot.use_cases.evaluating.council.list_disputes import Dispute
from bot.use_cases.evaluating.council.see_council_page import CouncilPage, SharedGoal
from bot.use_cases.reporting.see_photo import SeenPhoto
from bot.use_cases.reporting.see_report import Report, row_of
from handlers.evaluating.council.student_page import describe_council_page
from tests.exchange.documents.opened import Opened

AT = datetime(2027, 6, 18, 14, tzinfo=UTC)
SENTENCE = (
    "Stelt een residentiële en klassieke tertiaire installatie in werking en controleert ze; "
)
NAME = "Maximiliaan-Alexander van den Broecke-Vanderhaeghen"


def seen_of(competences: int, number: int) -> SeenPhoto:
    """A photo of so many competences, with titles as long as the longest real ones."""
    own = tuple(
        Competence(place, place, (SENTENCE * 2)[: 160 - 60 * (place % 3)], (Indicator(1, 1, "a"),))
        for place in range(1, competences + 1)
    )
    programme = Programme(1, "BK-0138-3", "Elektrotechnicus, duale opleiding", CutOff.AT_LEAST, own)
    track = Track(1, 1, NAME, 1, 1, "6 Elektrische installaties duaal A", frozenset({Role.COACH}))
    counts = dict.fromkeys(PERSPECTIVES, Counts(13, 9, 4, 11))
    rows = tuple(row_of(competence, counts, 13, CutOff.AT_LEAST) for competence in own)
    at = AT + timedelta(days=90 * number)
    photo = Photo(
        PhotoHead(number, number, at, at, CutOff.AT_LEAST), 1, f"Evaluatieperiode {number}", at,
        "0123456789abcdef" * 4, Seal("", ""), 1,
    )  # fmt: skip
    return SeenPhoto(photo, Report(track, programme, PERSPECTIVES, rows))


def page_of(competences: int, said: int) -> CouncilPage:
    """A page on which so many disputes, goals and notes could stand."""
    seen = seen_of(competences, 3)
    known = seen.report.programme.competences
    return CouncilPage(
        seen,
        [seen_of(competences, 1), seen_of(competences, 2)],
        {(own.id, role): Growth((1, 2), (3,), (4,)) for own in known for role in PERSPECTIVES},
        [FrozenComponent(own, SENTENCE, (1, 2, 3, 4, 5, 6), own == 1) for own in range(6)],
        None,
        None,
        [
            Dispute(
                known[0], DivergenceKind.COVERAGE, ((Role.TEACHER,), (Role.STUDENT, Role.MENTOR)),
                AT, AlertState.RESOLVED, None, AT, SENTENCE * 5, NAME,
            )
        ] * said,
        [SharedGoal(SENTENCE * 5, AT, with_all=False)] * said,
        [SeenNote(known[0].id, 1, Role.MENTOR, NAME, SENTENCE * 9, AT)] * said,
    )  # fmt: skip


@pytest.mark.parametrize(("competences", "said"), [(23, 0), (8, 40), (23, 40), (32, 200)])
def test_a_page_is_two_pages_at_most(competences: int, said: int):
    document = describe_council_page(page_of(competences, said), AT, NAME)
    opened = Opened(document, "nl")
    assert len(opened.pages) <= 2
    titles = [section.title for section in document.sections]
    assert len(titles) == (6 if said else 5)
    if said:
        assert opened.text.count("en nog") == 3
