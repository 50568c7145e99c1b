"""The page of one student for the class council, as a document of two pages at most."""

from collections.abc import Iterator
from datetime import datetime

from bot.domain.periods.photos import FrozenComponent
from bot.domain.school.tracks import Role
from bot.domain.scoring.colours import Colour
from bot.domain.scoring.film import Growth
from bot.messages import (
    Day,
    Document,
    DocumentCell,
    DocumentTable,
    Sayable,
    Section,
    _,
    colon,
    lines,
    listed,
    words,
)
from bot.ports import SeenNote
from bot.ports.evaluating.decisions import Decision
from bot.showing.words.prior import say_prior
from bot.showing.words.scores.results import sum_words
from bot.use_cases.evaluating.council.see_council_page import CouncilPage, SharedGoal
from bot.use_cases.evaluating.deliberating.see_result import SeenResult
from bot.use_cases.reporting.see_report import ReportRow
from handlers.evaluating.council.phrases import (
    TITLE,
    name_photo,
    quoted,
    say_dispute,
    say_foot,
)
from handlers.evaluating.council.room import LINES, fit, lines_of, lines_of_table
from handlers.evaluating.council.told import say_in_short
from handlers.evaluating.deciding.phrases import CHANGED, find_basis, name_day, say_what
from handlers.evaluating.deliberating.shown import say_entered, say_outcome
from handlers.talking.phrases import ROLE_WORD, full_name, short
from handlers.talking.rights.contested import StandingContests

CONTESTED = 4
"""Contested colours on a page; of more it is said how many."""

PAGES = 2
"""Pages of a student's page at most: one sheet."""

NONE = _("None.")

_ALL_NOTES, _OWN_NOTES = _("Notes (only coaches read all of them)"), _("Your own notes")


def describe_council_page(page: CouncilPage, at: datetime, reader: str) -> Document:
    """Describe a student's page as it was made at an instant (aware), for whom it was made."""
    report, photo = page.seen.report, page.seen.photo
    under = words(report.programme.title, report.track.class_group, name_photo(photo), by=" · ")
    return Document(
        words(full_name(report.track), _("page for the class council"), by=" · "),
        under,
        tuple(_sections(page)),
        say_foot(photo, "" if page.hand_round else reader),
        at,
        most=PAGES,
    )


def _sections(page: CouncilPage) -> Iterator[Section]:
    report = page.seen.report
    in_short = tuple(say_in_short(page))
    counted = tuple(map(_say_component, page.components))
    grown = (
        (*_say_contested(page), *map(say_dispute, page.disputes)),
        tuple(map(_say_goal, page.goals)),
        tuple(_say_note(page, note) for note in page.notes),
    )
    result = tuple(_say_result(page.result)) if page.result else ()
    decided = (_say_decided(page, page.decision),) if page.decision else ()
    taken = sum(map(lines_of, (in_short, counted, result, decided)))
    table = _competences(page)
    room = LINES - lines_of_table([first.text for first, *_views in table.rows]) - taken
    disputes, goals, notes = fit(grown, room)
    yield Section("", (in_short,))
    yield Section(_("Competences"), (table,))
    if counted:
        yield Section(_("What the student was evaluated on"), (counted,))
    if result:
        yield Section(_("Result at the workplace"), (result,))
    if decided:
        yield Section(_("Decision of the class council"), decided)
    yield Section(_("Where views stood apart"), (disputes or NONE,))
    if not report.track.looks_back:
        yield Section(_("Goals that are shared"), (goals or NONE,))
    if notes:
        whose = _ALL_NOTES if Role.COACH in report.track.roles else _OWN_NOTES
        yield Section(whose, (notes,))


def _competences(page: CouncilPage) -> DocumentTable:
    report = page.seen.report
    head = (_("competence"), *(ROLE_WORD[role] for role in report.perspectives))
    return DocumentTable(
        _caption(page),
        head,
        tuple(_row(page, row) for row in report.rows),
        (5, *(3 for _role in report.perspectives)),
    )


def _caption(page: CouncilPage) -> Sayable:
    if not page.earlier:
        return _("The colours in this photo, and how many indicators came up.")
    names = listed([seen.photo.name for seen in page.earlier])
    return _(
        "The colours in this photo, after those of {periods}; how many indicators came up, and how "
        "many grew deeper or broader, or went back, since {last}.",
        periods=names,
        last=page.earlier[-1].photo.name,
    )


def _row(page: CouncilPage, row: ReportRow) -> tuple[DocumentCell, ...]:
    competence = row.competence
    apart = any(own.is_open and own.competence.id == competence.id for own in page.disputes)
    title = f"{competence.number} {competence.title}"
    prior = page.seen.report.prior.get(competence.id)
    return (
        DocumentCell(lines(title, _("≠ views stand apart") if apart else None, say_prior(prior))),
        *(_view(page, row, role) for role in page.seen.report.perspectives),
    )


def _view(page: CouncilPage, row: ReportRow, role: Role) -> DocumentCell:
    growth = page.growth.get((row.competence.id, role), Growth())
    return DocumentCell(
        "",
        row.colours[role],
        (row.counts[role].covered, row.indicators),
        tuple(_before(page, row, role)),
        growth=(len(growth.deeper), len(growth.broader), len(growth.back)),
    )


def _before(page: CouncilPage, row: ReportRow, role: Role) -> Iterator[Colour | None]:
    for seen in page.earlier:
        former = seen.report.by_competence.get(row.competence.id)
        yield former.colours.get(role) if former else None


def _say_component(component: FrozenComponent) -> Sayable:
    numbers = ", ".join(map(str, component.numbers))
    counts = _("counts for the assessment") if component.summative else _("to learn from")
    return words(component.title, colon(f"({numbers})"), counts)


def _say_result(seen: SeenResult) -> Iterator[Sayable]:
    """Say which competences count, by number since the table has their titles, and what of it."""
    counted = [line for line in seen.result.lines if line.counted]
    for label, own in (
        (_("Acquired at work, of what is pursued there"), counted),
        (_("Not yet"), seen.result.open_lines),
    ):
        found = [seen.programme.competence_by_id(line.competence_id) for line in own]
        if found:
            yield words(colon(label), ", ".join(str(known.number) for known in found if known))
    yield from say_entered(seen.entered[:1]) if seen.counts_entered else ()
    yield from say_outcome(seen)


def _say_decided(page: CouncilPage, decision: Decision) -> Sayable:
    """Say what was decided, by whom, when and why, and whether a person told the student.

    Where another result at work stands above than it was made on, that one is said.
    """
    ruling, told, then = decision.made.ruling, decision.told, find_basis(decision)
    other = page.result is None or then is None or then.percent != page.result.result.percent
    return words(
        say_what(ruling),
        listed(ruling.council),
        name_day(ruling.decided_on),
        quoted(ruling.reason),
        _("The result at work was then: {sum}", sum=sum_words(then)) if then and other else None,
        _("told by {name}, {day}", name=told.by, day=name_day(told.on))
        if told
        else _("not noted yet as told to the student"),
        None if decision.fits else CHANGED,
        by=" · ",
    )


def _say_contested(page: CouncilPage) -> Iterator[Sayable]:
    """Say which colours the student sees otherwise, and in which words."""
    colours = [own for own in page.contests if own.what.note_id is None]
    for own in colours[:CONTESTED]:
        row = page.seen.report.by_competence.get(own.what.competence_id or 0)
        view = words(f"{row.competence.number if row else '–'}", ROLE_WORD[own.what.role])
        who = _("contested by the student")
        yield words(view, who, Day(own.said_at), quoted(own.text), by=" · ")
    if len(colours) > CONTESTED:
        yield _("… and {count} more.", count=len(colours) - CONTESTED)


def _say_goal(goal: SharedGoal) -> Sayable:
    shared = None if goal.with_all else _("shared with the coach alone")
    return words(Day(goal.due_at), quoted(goal.text), shared, by=" · ")


def _say_note(page: CouncilPage, note: SeenNote) -> Sayable:
    competence = page.seen.report.by_competence[note.competence_id].competence
    indicator = next((own for own in competence.indicators if own.id == note.indicator_id), None)
    number = f"{competence.number}.{indicator.number}" if indicator else f"{competence.number}"
    about = f"{number} {short(indicator.text if indicator else competence.title, TITLE)}"
    who = words(note.author, words("(", ROLE_WORD[note.role], ")", by=""))
    said = words(about, Day(note.said_at), who, quoted(note.text), by=" · ")
    return lines(said, *StandingContests(page.contests).say_of_note(note.id))
