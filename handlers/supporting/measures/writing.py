"""Writing what helps, and choosing who reads it."""

from bot.domain.school.tracks import Role, Track
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
from handlers.supporting.measures.asked import MeasureAwaited, MeasureReady, MeasuresShown
from handlers.supporting.measures.helps import READERS, own_track, show_own
from handlers.supporting.measures.taps import (
    ChooseReaders,
    DropMeasure,
    KeepMeasure,
    ShareMeasure,
    WriteMeasure,
)
from handlers.talking.meaning.shorthand import reads_as_prose
from handlers.talking.meaning.whom import LINE_SHOWN, PutAway, Sought, Unclear, nobody
from handlers.talking.ordinary.questions import is_asked
from handlers.talking.ordinary.words import ordinary
from handlers.talking.phrases import short
from handlers.talking.rights.held import say_held
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn
from handlers.talking.waiting import await_words

FEWEST = 2
"""Words behind the command that may say what helps; one alone is a name."""

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


def ask_measure(turn: Turn, said: str) -> Reply:
    """Ask whether words are something that helps: they wait, and nobody reads them."""
    ready = MeasureReady(words=" ".join(said.split()))
    turn.ask(ready)
    return stand_measure(turn, ready)


def stand_measure(turn: Turn, ready: MeasureReady) -> Reply:
    """Ask it, or ask it again."""
    asked = lines(
        _("Shall I keep this as something that helps you? For now only you read it then."),
        Quoted(ready.words),
    )
    serial = turn.dialogue.serial
    yes, leave = button(_("yes, keep it"), KeepMeasure(serial)), button(_("no"), PutAway(serial))
    return Reply(asked, ((yes,), (leave,)))


def tapped_keep(turn: Turn, _tap: KeepMeasure) -> Replies:
    """Keep the words that wait."""
    ready = turn.asked(MeasureReady)
    if ready is None:
        return [Reply(GONE)]
    turn.waits_no_more = True
    return typed_measure(turn, MeasureAwaited(), ready.words)


def say_unkept(_turn: Turn, ready: MeasureReady) -> Reply:
    """Say that words were not kept as what helps."""
    line = short(ready.words, LINE_SHOWN)
    return Reply(_("“{line}” was not stored: it still waited for an answer.", line=line))


def typed_shown(turn: Turn, _question: MeasuresShown, text: str) -> Replies:
    """Ask whether a sentence that follows the own list belongs in it."""
    return [ask_measure(turn, text)]


def tells_what_helps(text: str) -> bool:
    """Say whether words may be such a sentence, and no scores or ordinary words."""
    return reads_as_prose(text) and ordinary(text) is None and not is_asked(text)


def seek_helped(turn: Turn, said: str) -> Sought[Track, None]:
    """Read whom `/helps` is about, or what helps.

    Raises Unclear with the own list of who is a student and names nobody, or where this person has
    nobody here; of who is a student alone, the words are asked about.
    """
    others = [track for track in turn.tracks if Role.STUDENT not in track.roles]
    own = own_track(turn)
    if own is not None and (not said.strip() or not others):
        raise Unclear(_own(turn, own, said))
    if not others:
        raise Unclear(Reply(nobody(turn)))
    return Sought(said.strip(), others, None)


def _own(turn: Turn, own: Track, said: str) -> Reply:
    """Show the own list, which waits for a sentence; words behind the command are asked about."""
    if held := say_held(turn):
        return Reply(held)
    if len(said.split()) >= FEWEST:
        return ask_measure(turn, said)
    shown = show_own(turn, own)
    turn.ask(MeasuresShown())
    return shown


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
