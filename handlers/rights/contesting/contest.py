"""A student contests what others said: which, in which view, and in own words."""

from collections.abc import Collection
from functools import partial

from bot.domain.rights.contesting import LONGEST, Contested
from bot.domain.school.frameworks import Competence
from bot.domain.school.tracks import Role, Track
from bot.messages import Button, Day, Reply, Sayable, _, lines, words
from bot.ports.rights.contests import NoteAbout
from bot.use_cases.rights.contesting.contest import NotContestable, contest
from bot.use_cases.rights.contesting.see_contests import (
    list_contestable_notes,
    list_spoken,
    see_contests,
)
from handlers.rights.contesting.asked import ContestOffered, ContestWords
from handlers.rights.contesting.listed import buttons_of, list_standing
from handlers.rights.contesting.named import VIEW_OF, name_contested, number_note, time_of
from handlers.rights.contesting.taps import (
    ContestedView,
    ContestNote,
    ContestView,
    ListContestNotes,
)
from handlers.scoring.marks import competence_of
from handlers.talking.meaning.seeking import seek
from handlers.talking.meaning.shorthand import TypedLine
from handlers.talking.meaning.whom import Sought, Unclear, nobody
from handlers.talking.paging import in_pages, open_page
from handlers.talking.phrases import short
from handlers.talking.routing.doors import ContestColour
from handlers.talking.routing.offering import offer
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn
from handlers.talking.waiting import await_words

NOTES = 8
"""Notes on a page."""

IN_A_ROW = 6

STAYS = _("Nothing changes by it: both words stand side by side until it is settled.")
ALREADY = _("That cannot be contested: it is not there, or you contest it already.")


def seek_contest(turn: Turn, said: str) -> Sought[Track, TypedLine]:
    """Read what `/contest` is about. Raises Unclear for whoever has no track."""
    if not turn.tracks:
        raise Unclear(Reply(nobody(turn)))
    return seek(said, turn.tracks)


def show_contest(turn: Turn, track: Track, line: TypedLine) -> Replies:
    """Answer `/contest`: a student chooses what is not right, others see what stands."""
    turn.remember(track)
    if Role.STUDENT not in track.roles:
        return list_standing(turn, track)
    if line.parts:
        part = line.parts[0]
        competence = competence_of(part, turn.programme(track))
        return [_views(turn, track, competence, _indicator_of(competence, part.indicator))]
    return [_all(turn, track)]


def _indicator_of(competence: Competence, number: int | None) -> int:
    """Find the identity of an indicator by its number; 0 where none is meant."""
    return next((own.id for own in competence.indicators if own.number == number), 0)


def tapped_colour(turn: Turn, tap: ContestColour) -> Replies:
    """Ask whose view of a competence is contested."""
    track = _own(turn, tap.track)
    competence = turn.programme(track).competence_by_id(tap.competence) if track else None
    if track is None or competence is None:
        return [Reply(nobody(turn))]
    return [_views(turn, track, competence)]


def tapped_view(turn: Turn, tap: ContestView) -> Replies:
    """Ask for the own words about a colour."""
    track = _own(turn, tap.track)
    competence = turn.programme(track).competence_by_id(tap.competence) if track else None
    if track is None or competence is None:
        return [Reply(nobody(turn))]
    if tap.indicator and all(own.id != tap.indicator for own in competence.indicators):
        return [Reply(ALREADY)]
    what = Contested(track.id, tap.view.role, tap.competence, tap.indicator or None)
    return _ask(turn, track, what)


def tapped_notes(turn: Turn, tap: ListContestNotes) -> Replies:
    """Show another page of the notes that may be contested."""
    track = _own(turn, tap.track)
    return [_notes(turn, track, tap.page)] if track else [Reply(nobody(turn))]


def tapped_note(turn: Turn, tap: ContestNote) -> Replies:
    """Ask for the own words about a note."""
    track = _own(turn, tap.track)
    note = turn.uow.contests.find_note(tap.note) if track else None
    if track is None or note is None or note.track_id != track.id or note.taken_back:
        return [Reply(ALREADY)]
    what = Contested(track.id, note.role, note.competence_id, note.indicator_id, note.id)
    return _ask(turn, track, what)


def typed_contest(turn: Turn, question: ContestWords, text: str) -> Replies:
    """Contest it in these words; they stay asked for where they are too long."""
    track = _own(turn, question.track)
    if track is None:
        turn.close()
        return [Reply(nobody(turn))]
    if len(text) > LONGEST:
        return [Reply(_("That is too long: {most} characters at most.", most=LONGEST))]
    turn.close()
    what = Contested(
        track.id,
        Role(question.role),
        question.competence or None,
        question.indicator or None,
        question.note or None,
    )
    try:
        made = contest(turn.uow, turn.person, track, what, text, turn.at)
    except NotContestable:
        return [Reply(ALREADY)]
    said = _("You contest this. Who said it and your coach hear it.")
    text_ = lines(name_contested(turn, track, what), said, STAYS)
    own = turn.uow.contests.find(made)
    return [Reply(text_, (buttons_of(turn, track, own),) if own else ())]


def _own(turn: Turn, track_id: int) -> Track | None:
    track = turn.track(track_id)
    return track if track and Role.STUDENT in track.roles else None


def _all(turn: Turn, track: Track) -> Reply:
    """Offer every competence on which others spoke, and the notes, below what stands."""
    spoken = list_spoken(turn.uow, turn.person.id, track)
    standing = _standing(turn, track)
    offered = [
        button(f"{competence.number}", ContestColour(track.id, competence.id))
        for competence in turn.programme(track).competences
        if any(
            Contested(track.id, role, competence.id) not in standing
            for role in spoken.get(competence.id, ())
        )
    ]
    rows = [*in_pages(offered, IN_A_ROW)]
    if _notes_left(turn, track, standing):
        rows.append((button(_("a note"), ListContestNotes(track.id, 0)),))
    if not rows and not standing:
        return Reply(_("Nobody else has scored or noted anything about you yet."))
    stands = list_standing(turn, track)[0] if standing else None
    asked = _("What is not right? Tap the competence whose colour you see otherwise, or a note.")
    text = lines(stands.text if stands else None, asked if rows else None)
    shown = Reply(text, (*(stands.buttons if stands else ()), *rows))
    return offer(turn, shown, ContestOffered) if rows else shown


def _views(turn: Turn, track: Track, competence: Competence, indicator: int = 0) -> Reply:
    spoken = list_spoken(turn.uow, turn.person.id, track).get(competence.id, ())
    own = next((own for own in competence.indicators if own.id == indicator), None)
    title = f"{competence.number} {competence.title}"
    if own is not None:
        title = f"{competence.number}.{own.number} {own.text}"
    if not spoken:
        return Reply(lines(title, _("Nobody else has scored this yet.")))
    stands = _standing(turn, track)
    row: tuple[Button, ...] = tuple(
        button(VIEW_OF[view.role], ContestView(track.id, competence.id, view, indicator))
        for view in ContestedView
        if view.role in spoken
        and Contested(track.id, view.role, competence.id, indicator or None) not in stands
    )
    if not row:
        return Reply(lines(title, _("You contest this already: /contest shows it.")))
    asked = Reply(lines(title, _("Whose view is not right?")), (row,))
    return offer(turn, asked, ContestOffered)


def _standing(turn: Turn, track: Track) -> frozenset[Contested]:
    """List what this student contests already: it is not offered a second time."""
    return frozenset(own.what for own in see_contests(turn.uow, turn.person.id, track))


def _notes_left(turn: Turn, track: Track, stands: Collection[Contested]) -> list[NoteAbout]:
    contested = {what.note_id for what in stands}
    return [note for note in list_contestable_notes(turn.uow, track) if note.id not in contested]


def _notes(turn: Turn, track: Track, page: int) -> Reply:
    left = _notes_left(turn, track, _standing(turn, track))
    if not left:
        return Reply(_("Nobody has noted anything about you."))
    here = open_page(left, NOTES, page)
    rows = [
        (button(_label(turn, track, note), ContestNote(track.id, note.id)),) for note in here.things
    ]
    text = _("Which note? What it says stands in the file with all that is kept of you.")
    ways = here.turns(partial(ListContestNotes, track.id))
    shown = Reply(text, (*rows, *ways), edit=here.page > 0)
    return offer(turn, shown, ContestOffered)


def _label(turn: Turn, track: Track, note: NoteAbout) -> Sayable:
    on = words(Day(note.said_at), time_of(turn, note))
    return words(number_note(turn, track, note), short(note.author, 24), on, by=" · ")


def _ask(turn: Turn, track: Track, what: Contested) -> Replies:
    turn.remember(track)
    text = lines(
        name_contested(turn, track, what),
        _("How do you see it? Type it in a sentence or two."),
        _("It is read by who said it, by your coach, and by whoever sees that colour.")
        if what.note_id is None
        else _("It is read by who wrote the note, and by your coach."),
    )
    question = ContestWords(
        track=track.id,
        role=what.role.value,
        competence=what.competence_id or 0,
        indicator=what.indicator_id or 0,
        note=what.note_id or 0,
    )
    return await_words(turn, question, text)
