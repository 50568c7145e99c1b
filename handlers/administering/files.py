"""A file sent in the chat: shown what would come of it, and read in by the next tap."""

from collections.abc import Iterator, Sequence

from bot.domain.administering.handed import KEPT_FOR, MOST_BYTES
from bot.domain.school.naming import note_unsure
from bot.messages import Button, Reply, Sayable, SentFile, _, _n, lines, words
from bot.refusal import Refused
from bot.showing.imports import about_people, described
from bot.use_cases.administering.files_outcome import (
    FileOutcome,
    FrameworkOutcome,
    HolidaysOutcome,
)
from bot.use_cases.administering.keep_file import keep_file
from bot.use_cases.administering.take_file import put_file_away, take_file
from bot.use_cases.importing.import_roster import RosterReport
from handlers.administering.people import BACK
from handlers.administering.taps import AskFile, TakeFile
from handlers.talking.routing.doors import OpenAdmin
from handlers.talking.routing.offering import offer
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

DOCUMENT = "document"
"""What a file is called that is no photo and no voice note."""

AT_MOST = 20
"""Lines of a file that are named; the command line names all."""

MOST_KB = MOST_BYTES // 1000
NOTHING_WRITTEN = _("Nothing was read in yet.")
AGAIN = _("Nothing was read in. Mend the file and send it again.")


def tapped_ask(turn: Turn, _tap: AskFile) -> Replies:
    """Say which files can be sent."""
    text = lines(
        _("Send me a file here, as an attachment:"),
        _("• a roster: CSV, one line for each placement;"),
        _("• a framework: the qualification’s JSON, or CSV with number, title and indicator;"),
        _("• school holidays: a calendar (.ics), or CSV with first, last and name."),
        _("I first show what would change. Of {most} kB at most.", most=MOST_KB),
    )
    return [Reply(text, ((_back(),),), edit=True)]


def take_sent(turn: Turn) -> Replies | None:
    """Show what would come of a file; None for what an administrator did not send as one."""
    if turn.said.media != DOCUMENT or not turn.uow.administrators.is_one(turn.person.id):
        return None
    sent = turn.said.sent
    if sent is None or sent.data is None:
        return [Reply(lines(_unfetched(sent), NOTHING_WRITTEN))]
    if len(sent.data) > MOST_BYTES:
        return [Reply(lines(_too_large(sent), NOTHING_WRITTEN))]
    try:
        kept = keep_file(turn.uow, turn.person, sent.name, sent.data, turn.at)
    except Refused as refused:
        return [Reply(lines(refused.text, AGAIN))]
    told = [*_said(kept.outcome), *_warned(kept.outcome)]
    if not _changes(kept.outcome):
        put_file_away(turn.uow, turn.person)
        return [Reply(lines(*told, _("So nothing would change.")))]
    hours = int(KEPT_FOR.total_seconds()) // 3600
    text = lines(
        *told,
        NOTHING_WRITTEN,
        _n(
            "Shall I? I keep the file {count} hour for that.",
            "Shall I? I keep the file {count} hours for that.",
            hours,
        ),
    )
    rows = (
        (button(_("read it in"), TakeFile(kept.id, "yes")),),
        (button(_("no, put it away"), TakeFile(kept.id, "no")),),
    )
    return [offer(turn, Reply(text, rows))]


def tapped_take(turn: Turn, tap: TakeFile) -> Replies:
    """Read the file in that was shown, or put it away."""
    if tap.what == "no":
        put_file_away(turn.uow, turn.person)
        return [Reply(_("Put away; nothing was read in."), ((_back(),),), edit=True)]
    try:
        outcome = take_file(turn.uow, turn.person, tap.file, turn.at)
    except Refused as refused:
        return [Reply(lines(refused.text, AGAIN), edit=True)]
    if outcome is None:
        return [Reply(_("This file does not wait any more: send it again."), edit=True)]
    text = lines(
        _("Read in:"),
        *_said(outcome),
        *_warned(outcome),
        _("To put it back, send the file of before."),
    )
    return [Reply(text, ((_back(),),), edit=True)]


def _unfetched(sent: SentFile | None) -> Sayable:
    if sent is not None and sent.too_large:
        return _too_large(sent)
    return _("This file could not be fetched from where you sent it. Please send it again.")


def _too_large(sent: SentFile) -> Sayable:
    return _(
        "{file} is too large for the chat: {most} kB at most. Whoever runs the program can read "
        "it in on the command line.",
        file=sent.name,
        most=MOST_KB,
    )


def _changes(outcome: FileOutcome) -> bool:
    if isinstance(outcome, HolidaysOutcome):
        return bool(outcome.replaced.new or outcome.replaced.gone)
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
    changes = outcome.changes if isinstance(outcome, FrameworkOutcome) else outcome.report.changes
    yield from _few(list(described(changes)))


def _warned(outcome: FileOutcome) -> Iterator[Sayable]:
    """Name the bad lines, what is worth a look, and the columns that were not read."""
    if isinstance(outcome, HolidaysOutcome):
        return
    if not isinstance(outcome, FrameworkOutcome):
        yield from _few(list(_of_lines(outcome.report)))
    if outcome.left_out:
        columns = ", ".join(outcome.left_out)
        yield _("Not read, since no column is called so: {columns}.", columns=columns)


def _of_lines(report: RosterReport) -> Iterator[Sayable]:
    note_unsure()  # an import compares names as they are kept, and tells them so
    for rejected in report.rejected:
        reason = about_people(rejected.reason)
        yield _("Line {line}: {reason}.", line=rejected.line, reason=reason)
    for told in report.notices:
        said = about_people(told.text)
        about = _("Line {line}: {reason}.", line=told.line, reason=said)
        yield about if told.line else words(said, ".", by="")


def _few(said: Sequence[Sayable]) -> Iterator[Sayable]:
    yield from said[:AT_MOST]
    more = len(said) - AT_MOST
    if more > 0:
        yield _n("and {count} more", "and {count} more", more)


def _back() -> Button:
    return button(BACK, OpenAdmin())
