"""What comes of a file, in words: what would change, what was read in, and what is refused."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.domain.importing.changes import ImportChange
from bot.domain.school.naming import note_unsure
from bot.messages import Sayable, Text, _, _n, lines, listed, words
from bot.showing.asking.taken_in import say_taken_in
from bot.showing.imports import about_people, described
from bot.showing.matching.opened import say_opened
from bot.use_cases.administering.files.files_outcome import (
    FileOutcome,
    FrameworkOutcome,
    HolidaysOutcome,
    IntakeOutcome,
    QuestionnaireOutcome,
)
from bot.use_cases.importing.import_roster import RosterReport

AT_MOST = 20
"""Lines of a file that are named; the command line names all."""

WAY = _("/admin and the student’s name, then “placements”")
"""Where a placement is ended and taken up again in the chat."""

AGAIN = _("Nothing was read in. Mend the file and send it again.")
FAILED = _(
    "The file could not be read in whole. Send it again: what is in already stays as it is. If it "
    "goes wrong again, tell whoever runs Kompaan at your school."
)
NO_LONGER = _("You do not run Kompaan for your school any more")


def say_shown(outcome: FileOutcome) -> Sayable:
    """Say what would come of a file."""
    return lines(*_said(outcome), *_warned(outcome))


def say_nothing_changes(outcome: FileOutcome) -> Sayable:
    """Say that a file brings nothing."""
    return lines(say_shown(outcome), _("So nothing would change."))


def say_taken(outcome: FileOutcome) -> Sayable:
    """Say what came of a file, and how one gets back."""
    return lines(_("Read in:"), say_shown(outcome), say_back(outcome))


def say_refused(reason: Text) -> Sayable:
    """Say why a file is not read in."""
    return lines(reason, AGAIN)


def say_back(outcome: FileOutcome) -> Sayable | None:
    """Say how one gets back to what was before; None where a button does it."""
    if isinstance(outcome, HolidaysOutcome):
        return None
    if isinstance(outcome, QuestionnaireOutcome):
        return _(
            "There is no undo: /questionnaire closes it, and what was answered until then is shown "
            "or deleted."
        )
    if isinstance(outcome, IntakeOutcome):
        return _(
            "There is no undo: as long as nobody takes part, a file of the same name takes its "
            "place. /intake says who leads it, and closes it."
        )
    if isinstance(outcome, FrameworkOutcome):
        return _(
            "There is no undo: it may have been scored by now. Words go back when you send the "
            "file of before; nothing was deleted."
        )
    changes = outcome.report.changes
    return lines(
        _("There is no undo: people may have come in and scored by now. You get back like this:"),
        _("• a placement too many: /admin and the student’s name, then “placements”;")
        if changes.of(ImportChange.NEW, "placements")
        else None,
        _("• somebody who is no longer around: send the line of before;")
        if changes.of(ImportChange.ENDED, "involvements")
        else None,
        _("• anything else: send the right line. Nothing that was said was deleted."),
    )


def is_change(outcome: FileOutcome) -> bool:
    """Say whether a file changes, or would change, anything."""
    if isinstance(outcome, HolidaysOutcome):
        return bool(outcome.replaced.new or outcome.replaced.gone)
    if isinstance(outcome, QuestionnaireOutcome | IntakeOutcome):
        return True
    if isinstance(outcome, FrameworkOutcome):
        return outcome.changes.anything
    return outcome.report.changes.anything and not outcome.report.failed


def _said(outcome: FileOutcome) -> Iterator[Sayable]:
    if isinstance(outcome, HolidaysOutcome):
        replaced = outcome.replaced
        yield _n(
            "{count} holiday: {new} new, {gone} gone.",
            "{count} holidays: {new} new, {gone} gone.",
            len(replaced.holidays),
            new=len(replaced.new),
            gone=len(replaced.gone),
        )
        for holiday in replaced.holidays[:AT_MOST]:
            yield words(f"{holiday.first} – {holiday.last}", holiday.name)
        return
    if isinstance(outcome, FrameworkOutcome):
        yield outcome.named
    if isinstance(outcome, QuestionnaireOutcome):
        own = outcome.taken
        yield from say_taken_in(own.questionnaire, own.span, own.asked, own.question_count)
        return
    if isinstance(outcome, IntakeOutcome):
        opened = outcome.opened
        yield from say_opened(opened.draft, opened.programme, again=opened.again)
        return
    changes = outcome.changes if isinstance(outcome, FrameworkOutcome) else outcome.report.changes
    yield from _few(list(described(changes)))


def _warned(outcome: FileOutcome) -> Iterator[Sayable]:
    """Name the bad lines, what is worth a look, and the columns that were not read."""
    if isinstance(outcome, HolidaysOutcome | QuestionnaireOutcome | IntakeOutcome):
        return
    if not isinstance(outcome, FrameworkOutcome):
        yield from _few(list(_of_lines(outcome.report)))
    if outcome.left_out:
        columns = listed(outcome.left_out)
        yield _("Not read, since no column is called so: {columns}.", columns=columns)


def _of_lines(report: RosterReport) -> Iterator[Sayable]:
    note_unsure()  # an import compares names as they are kept, and tells them so
    for rejected in report.rejected:
        reason = _in_chat(rejected.reason)
        yield _("Line {line}: {reason}.", line=rejected.line, reason=reason)
    for told in report.notices:
        said = _in_chat(told.text)
        about = _("Line {line}: {reason}.", line=told.line, reason=said)
        yield about if told.line else words(said, ".", by="")


def _in_chat(said: Text) -> Text:
    """Say the way that there is in the chat, in the place of a command of the command line."""
    if "command" in said.args:
        said = replace(said, args={**said.args, "command": WAY})
    return about_people(said)


def _few(said: Sequence[Sayable]) -> Iterator[Sayable]:
    yield from said[:AT_MOST]
    more = len(said) - AT_MOST
    if more > 0:
        yield _n("and {count} more", "and {count} more", more)
