"""`/desk`: what is late and what comes in two weeks, by student, under four heads."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from bot.domain.dated import Dated, Head
from bot.domain.folding import fold
from bot.domain.school.tracks import Role, Track
from bot.i18n import voice_of
from bot.messages import Button, Reply, Sayable, Text, _, _n, lines, words
from bot.use_cases.desk.list_desk import Desk, coached_by, has_desk, list_desk
from handlers.desk.phrases import HEAD_WORDS, LETTERS, say_line, say_what
from handlers.desk.taps import ShowDesk, ShowDeskOf, WriteDeskNote
from handlers.talking.meaning.whom import Sought, Unclear
from handlers.talking.paging import in_pages, open_page
from handlers.talking.phrases import full_name, short
from handlers.talking.routing.offering import offer
from handlers.talking.routing.tap import Tap, button
from handlers.talking.turn import Replies, Turn

LISTED = 8
"""Things on a page, each with its button."""

SHORTEST = 3
"""Letters by which a head is found."""

_PARTS = (_("Late, or due at once:"), _("In the next two weeks:"), _("Later:"))
NOT_FOR_YOU = _("The desk is for coaches: it shows what has a date for those they coach.")


def seek_desk(turn: Turn, said: str) -> Sought[Track, None]:
    """Read about whom `/desk` is. Raises Unclear with all of it where nobody is named."""
    if not has_desk(turn.uow, turn.person, turn.tracks):
        raise Unclear(Reply(NOT_FOR_YOU))
    if not said.strip():
        raise Unclear(show_page(turn, 0))
    if (head := _head_named(turn, fold(said.strip()))) is not None:
        raise Unclear(show_page(turn, 0, head))
    return Sought(said.strip(), coached_by(turn.tracks), None)


def _head_named(turn: Turn, wanted: str) -> Head | None:
    """Find the one head that is named, or begun to be; a student with such a name comes first."""
    begun = re.compile(rf"\b{re.escape(wanted)}")
    if any(begun.search(fold(full_name(track))) for track in coached_by(turn.tracks)):
        return None
    voice = voice_of(turn.person)
    heads = [head for head in Head if begun.search(fold(voice.say(HEAD_WORDS[head])))]
    return heads[0] if len(heads) == 1 and len(wanted) >= SHORTEST else None


def show_desk_of(turn: Turn, track: Track, _nothing: None = None) -> Replies:
    """Show what stands on the desk about one student."""
    return [_of_track(turn, track, 0)]


def tapped_desk(turn: Turn, tap: ShowDesk) -> Replies:
    """Turn to another page, or to what stands under a head."""
    if not has_desk(turn.uow, turn.person, turn.tracks):
        return [Reply(NOT_FOR_YOU)]
    return [replace(show_page(turn, tap.page, tap.head), edit=True)]


def tapped_desk_of(turn: Turn, tap: ShowDeskOf) -> Replies:
    """Turn to another page of what stands there about one student."""
    track = turn.track(tap.track)
    if track is None or Role.COACH not in track.roles:
        return [Reply(NOT_FOR_YOU)]
    return [replace(_of_track(turn, track, tap.page), edit=True)]


def show_page(turn: Turn, page: int, head: Head | None = None) -> Reply:
    """Show a page of the desk, all of it or under one head."""
    desk = list_desk(turn.uow, turn.person, turn.tracks, turn.today).under(head).gathered()
    text, rows = _drawn(turn, desk, page, lambda other: ShowDesk(other, head))
    title = HEAD_WORDS[head] if head else None
    heads = [
        button(words("●" if own is head else "○", HEAD_WORDS[own]), ShowDesk(0, own))
        for own in Head
    ]
    all_of_it = (button(_("everything"), ShowDesk(0, None)),) if head else ()
    note = button(_("write a note"), WriteDeskNote())
    buttons = (*rows, *in_pages(heads, 2), (*all_of_it, note))
    return offer(turn, Reply(lines(words(title, _say_head(desk), by=" · "), *text), buttons))


def _of_track(turn: Turn, track: Track, page: int) -> Reply:
    desk = list_desk(turn.uow, turn.person, turn.tracks, turn.today).under(None, track.id)
    desk = desk.gathered()
    text, rows = _drawn(turn, desk, page, lambda other: ShowDeskOf(track.id, other))
    whole = (button(_("the whole desk"), ShowDesk(0, None)),)
    named = words(full_name(track), _say_head(desk), by=" · ")
    return offer(turn, Reply(lines(named, *text), (*rows, whole)))


def _drawn(
    turn: Turn, desk: Desk, page: int, tap: Callable[[int], Tap]
) -> tuple[list[Sayable], list[tuple[Button, ...]]]:
    """Write one page of a desk, and the buttons that open what stands on it."""
    here = open_page(desk.everything, LISTED, page)
    rows = [*((_opens(turn, own),) for own in here.things), *here.turns(tap)]
    shown, before = here.things, here.page * LISTED
    late = max(0, len(desk.late) - before)
    coming = max(late, len(desk.late) + len(desk.coming) - before)
    return list(_say_parts(turn, shown[:late], shown[late:coming], shown[coming:])), rows


def say_desk(turn: Turn, desk: Desk) -> Iterator[Sayable]:
    """Say all of a desk."""
    yield _say_head(desk)
    yield from _say_parts(turn, desk.late, desk.coming, desk.later)


def _say_parts(turn: Turn, *parts: Sequence[Dated]) -> Iterator[Sayable]:
    for title, part in zip(_PARTS, parts, strict=True):
        yield from _part(turn, title, part)


def _part(turn: Turn, title: Text, part: Sequence[Dated]) -> Iterator[Sayable]:
    """Write what is late or what comes, with each student named once."""
    student: str | None = None
    if part:
        yield title
    for own in part:
        if own.student not in (None, student):
            yield words("👤", own.student)
        student = own.student
        yield say_line(turn, own)


def _opens(turn: Turn, dated: Dated) -> Button:
    what = short(voice_of(turn.person).say(say_what(turn, dated)))
    named = short(dated.student, LETTERS) if dated.student else None
    return button(words(named, what, by=" · "), turn.table.dated[dated.matter].opens(dated))


def _say_head(desk: Desk) -> Sayable:
    if not desk.late and not desk.coming:
        return _("Nothing is late, and nothing has its day in two weeks.")
    late = (
        _n("{count} late or due at once", "{count} late or due at once", len(desk.late))
        if desk.late
        else _("Nothing is late")
    )
    return words(
        late,
        _n("{count} comes in two weeks.", "{count} come in two weeks.", len(desk.coming)),
        by=" · ",
    )
