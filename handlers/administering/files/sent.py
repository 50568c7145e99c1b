"""A file sent in the chat: shown what would come of it, and read in by the next tap.

A large one is looked at, and read in, beside the lanes; then its sender is told.
"""

from bot.domain.administering.handed import KEPT_FOR, MOST_BYTES, FileStep
from bot.messages import Button, Reply, Sayable, SentFile, _, _n, lines
from bot.ports.administering.handed_files import HandedFile
from bot.ports.telling.outbox import OutboxMessage
from bot.refusal import Refused
from bot.use_cases.administering.files.files_outcome import HolidaysOutcome
from bot.use_cases.administering.files.keep_file import keep_file
from bot.use_cases.administering.files.take_file import put_file_away, take_file
from bot.use_cases.importing.import_framework import OtherTexts
from handlers.administering.files.told import (
    AGAIN,
    is_change,
    say_nothing_changes,
    say_shown,
    say_taken,
)
from handlers.administering.people import BACK
from handlers.administering.taps import AskFile, ShowFile, TakeFile
from handlers.scoring.taps import UndoEntry
from handlers.talking.routing.doors import OpenAdmin
from handlers.talking.routing.offering import offer
from handlers.talking.routing.tap import button
from handlers.talking.telling import MessagePart
from handlers.talking.turn import Replies, Turn

DOCUMENT = "document"
"""What a file is called that is no photo and no voice note."""

MOST_KB = MOST_BYTES // 1000
NOTHING_WRITTEN = _("Nothing was read in yet.")
GONE = _("This file does not wait any more: send it again.")
TAKING = _("It is being read in already, and cannot be stopped half-way.")


def tapped_ask(turn: Turn, _tap: AskFile) -> Replies:
    """Say which files can be sent."""
    text = lines(
        _("Send me a file here, as an attachment:"),
        _("• a roster: CSV, one line for each placement;"),
        _("• a framework: the qualification’s JSON, or CSV with number, title and indicator;"),
        _("• school holidays: a calendar (.ics), or CSV with first, last and name;"),
        _("• a questionnaire: TOML, as the documents show it;"),
        _("• an intake: TOML, as the documents show it."),
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
        return [Reply(lines(_why(refused), AGAIN))]
    if kept.outcome is None:
        text = lines(
            _("This is a large file, so I look at it beside the chat: go on meanwhile."),
            _("I tell you here what would change. Nothing was read in yet."),
        )
        return [Reply(text, ((_how_far(kept.id),), (_back(),)))]
    if not is_change(kept.outcome):
        put_file_away(turn.uow, turn.person)
        return [Reply(say_nothing_changes(kept.outcome))]
    return [offer(turn, Reply(_asked(say_shown(kept.outcome)), _offered(kept.id)))]


def _why(refused: Refused) -> Sayable:
    return refused.in_chat if isinstance(refused, OtherTexts) else refused.text


def tapped_take(turn: Turn, tap: TakeFile) -> Replies:
    """Read the file in that was shown, or put it away."""
    if tap.what == "no":
        away = put_file_away(turn.uow, turn.person)
        said = _("Put away; nothing was read in.") if away else TAKING
        return [Reply(said, ((_back(),),), edit=True)]
    try:
        outcome = take_file(turn.uow, turn.person, tap.file, turn.at)
    except Refused as refused:
        return [Reply(lines(_why(refused), AGAIN), edit=True)]
    if outcome is None:
        return [Reply(GONE, edit=True)]
    if isinstance(outcome, FileStep):
        return tapped_how_far(turn, ShowFile(tap.file))
    entry = outcome.entry if isinstance(outcome, HolidaysOutcome) else None
    undo = ((button(_("↩ Undo"), UndoEntry(entry)),),) if entry else ()
    return [Reply(say_taken(outcome), (*undo, (_back(),)), edit=True)]


def tapped_how_far(turn: Turn, tap: ShowFile) -> Replies:
    """Say how far it is with a large file."""
    handed = turn.uow.handed_files.find(turn.person.id, tap.file)
    if handed is None:
        return [Reply(GONE, ((_back(),),), edit=True)]
    if handed.step is FileStep.SHOWN:
        return [offer(turn, Reply(_asked(handed.told), _offered(handed.id), edit=True))]
    if handed.step is FileStep.ENDED:
        return [Reply(handed.told, ((_back(),),), edit=True)]
    if handed.step is FileStep.LOOKING:
        said = _("I still look at the file. I tell you here what would change.")
    elif not handed.line_count:
        said = _("I read it in beside the chat: go on meanwhile. I tell you when it is in.")
    else:
        said = _n(
            "{done} of {count} line is in. I tell you when all is.",
            "{done} of {count} lines are in. I tell you when all is.",
            handed.line_count,
            done=handed.lines_done,
        )
    return [Reply(said, ((_how_far(handed.id),), (_back(),)), edit=True)]


def tell_seen(turn: Turn, message: OutboxMessage) -> MessagePart | None:
    """Tell what would come of a large file; None once that was answered, or the file is gone."""
    handed = _told(turn, message, FileStep.SHOWN)
    return MessagePart(_asked(handed.told), _offered(handed.id)) if handed else None


def tell_done(turn: Turn, message: OutboxMessage) -> MessagePart | None:
    """Tell what came of a large file; None once another one took its place."""
    handed = _told(turn, message, FileStep.ENDED)
    return MessagePart(handed.told, ((_back(),),)) if handed else None


def _told(turn: Turn, message: OutboxMessage, step: FileStep) -> HandedFile | None:
    handed = turn.uow.handed_files.find(turn.person.id, message.about_id or 0)
    if handed is None or handed.step is not step:
        return None
    return handed if turn.uow.administrators.is_one(turn.person.id) else None


def _asked(told: Sayable) -> Sayable:
    hours = int(KEPT_FOR.total_seconds()) // 3600
    return lines(
        told,
        NOTHING_WRITTEN,
        _n(
            "Shall I? I keep the file {count} hour for that.",
            "Shall I? I keep the file {count} hours for that.",
            hours,
        ),
    )


def _offered(file: int) -> tuple[tuple[Button, ...], ...]:
    return (
        (button(_("read it in"), TakeFile(file, "yes")),),
        (button(_("no, put it away"), TakeFile(file, "no")),),
    )


def _how_far(file: int) -> Button:
    return button(_("how far is it?"), ShowFile(file))


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


def _back() -> Button:
    return button(BACK, OpenAdmin())
