"""Writing what helps, and choosing who reads it."""

from bot.domain.supporting.measures import AT_MOST, LONGEST, Measure, MeasureShare
from bot.messages import Quoted, Reply, Sayable, _, lines, words
from bot.use_cases.supporting.measures.keep_measure import (
    TooLongMeasure,
    TooManyMeasures,
    add_measure,
    drop_measure,
    find_measure,
    share_measure,
)
from handlers.supporting.measures.asked import MeasureAwaited
from handlers.supporting.measures.helps import READERS, own_track, show_own
from handlers.supporting.measures.taps import (
    ChooseReaders,
    DropMeasure,
    ShareMeasure,
    WriteMeasure,
)
from handlers.talking.rights.held import say_held
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn
from handlers.talking.waiting import await_words

GONE = _("That is not there any more: /helps shows what is.")


def tapped_write(turn: Turn, _tap: WriteMeasure) -> Replies:
    """Wait for the words."""
    if own_track(turn) is None:
        return [Reply(GONE)]
    if held := say_held(turn):
        return [Reply(held)]
    text = _("What helps you at work? Type it in one sentence, such as: first show me once.")
    return await_words(turn, MeasureAwaited(), text)


def typed_measure(turn: Turn, question: MeasureAwaited, text: str) -> Replies:
    """Keep the words, for the student alone until more is said."""
    if held := say_held(turn):
        turn.close()
        return [Reply(held)]
    said = " ".join(text.split())
    try:
        measure = add_measure(turn.uow, turn.person.id, said, MeasureShare.ME, turn.at)
    except TooLongMeasure:
        most = _(
            "Nothing was stored: {most} letters at most, and this has {count}. Say it shorter.",
            most=LONGEST,
            count=len(said),
        )
        return await_words(turn, question, most)
    except TooManyMeasures:
        turn.close()
        return [Reply(_("Nothing was stored: {most} stand already. Take one away first: /helps.",
                        most=AT_MOST))]  # fmt: skip
    turn.close()
    kept = Measure(measure, said, MeasureShare.ME)
    return [_readers(kept, lines(_("Kept, and for now only you read it:"), Quoted(said)))]


def tapped_readers(turn: Turn, tap: ChooseReaders) -> Replies:
    """Show who can read a measure."""
    measure = find_measure(turn.uow, turn.person.id, tap.measure)
    if measure is None:
        return [Reply(GONE)]
    return [_readers(measure, Quoted(measure.words), edit=True)]


def tapped_share(turn: Turn, tap: ShareMeasure) -> Replies:
    """Let others read a measure, or nobody any more."""
    measure = share_measure(turn.uow, turn.person.id, tap.measure, tap.share, turn.at)
    if measure is None:
        return [Reply(GONE)]
    said = lines(Quoted(measure.words), words(_("Who reads it:"), READERS[measure.share]))
    return [_readers(measure, said, edit=True)]


def tapped_drop(turn: Turn, tap: DropMeasure) -> Replies:
    """Take a measure away, and show what is left."""
    own = own_track(turn)
    if own is None or not drop_measure(turn.uow, turn.person.id, tap.measure, turn.at):
        return [Reply(GONE)]
    left = show_own(turn, own, edit=True)
    return [Reply(lines(_("Taken away; /undo puts it back."), left.text), left.buttons, edit=True)]


def _readers(measure: Measure, said: Sayable, *, edit: bool = False) -> Reply:
    """Ask who may read a measure; who does is not among the buttons."""
    rows = tuple(
        (button(label, ShareMeasure(measure.id, share)),)
        for share, label in READERS.items()
        if share is not measure.share
    )
    return Reply(lines(said, _("Who may read it?")), rows, edit=edit)
