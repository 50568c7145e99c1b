"""The pages for the class council in short: what is said beside a document."""

from collections.abc import Iterator, Mapping, Sequence

from bot.domain.school.tracks import Role
from bot.domain.scoring.colours import Colour
from bot.messages import Sayable, _, _n, colon, words
from bot.use_cases.evaluating.council.list_disputes import Dispute
from bot.use_cases.evaluating.council.see_class_page import ClassLine, ClassPage
from bot.use_cases.evaluating.council.see_council_page import CouncilPage
from handlers.evaluating.council.phrases import say_result
from handlers.evaluating.phrases import say_ended_since, say_photo
from handlers.talking.phrases import ROLE_WORD, first_name, full_name, more_students

LINES = 30
"""Students of whom a message says a line; the document has all."""


def tell_page(page: CouncilPage) -> Iterator[Sayable]:
    """Say in short what a student's page holds, and who may read it."""
    report = page.seen.report
    yield words(full_name(report.track), report.programme.title, by=" · ")
    yield say_photo(page.seen.photo)
    yield from say_in_short(page)
    if report.track.looks_back:
        yield say_ended_since(report.track)
        yield _("It is the page as it can be handed round, without goals.")
    elif page.hand_round:
        yield _("It can be handed round: it holds no notes, and no goals that only some may read.")
    elif page.is_private:
        yield _("It holds what not everybody on the council may read: keep it to yourself.")


def say_in_short(page: CouncilPage) -> Iterator[Sayable]:
    """Say what a council looks for first: how much is acquired, the result, and what is apart."""
    report = page.seen.report
    acquired = {
        role: sum(row.colours[role].acquired for row in report.rows) for role in report.perspectives
    }
    yield _say_acquired(acquired, len(report.rows))
    if page.result is not None:
        yield _("Result at the workplace: {result}", result=say_result(page.result))
    yield say_disputes(page.disputes)


def _say_acquired(acquired: Mapping[Role, int], total: int) -> Sayable:
    counts = (words(ROLE_WORD[role], count) for role, count in acquired.items())
    return _("Acquired, of {total}: {counts}.", total=total, counts=words(*counts, by=" · "))


def say_disputes(disputes: Sequence[Dispute]) -> Sayable:
    """Say on how many competences views stand apart, and on how many others they did."""
    standing = {dispute.competence.id for dispute in disputes if dispute.is_open}
    ended = {dispute.competence.id for dispute in disputes} - standing
    if not disputes:
        return _("Views stood apart on no competence.")
    return words(
        _n(
            "Views stand apart on {count} competence.",
            "Views stand apart on {count} competences.",
            len(standing),
        )
        if standing
        else None,
        _n(
            "On {count} competence they did, and that ended.",
            "On {count} competences they did, and that ended.",
            len(ended),
        )
        if ended
        else None,
    )


def tell_class(page: ClassPage, group: str) -> Iterator[Sayable]:
    """Say in short what the page of a class holds, student by student."""
    total = len(page.competences)
    yield words(group, page.programme.title, by=" · ")
    yield say_photo(page.photo)
    roles = [*page.lines[0].colours]
    yield _(
        "Acquired, of {total}, in this order: {columns}.",
        total=total,
        columns=words(*(ROLE_WORD[role] for role in roles), by=" · "),
    )
    yield from (_say_line(line) for line in page.lines[:LINES])
    if len(page.lines) > LINES:
        yield more_students(len(page.lines) - LINES)


def _say_line(line: ClassLine) -> Sayable:
    counts = (
        sum(count for colour, count in colours.items() if Colour(colour).acquired)
        for colours in line.colours.values()
    )
    standing = sum(dispute.is_open for dispute in line.disputes)
    return words(
        words(colon(first_name(line.seen.report.track)), words(*counts, by=" · ")),
        _n("apart on {count}", "apart on {count}", standing) if standing else None,
        by=" · ",
    )
