"""What ends: the coach ends a track or a placement, and takes it up again; nothing is deleted."""

from collections.abc import Iterator, Sequence

from bot.domain.days import opening
from bot.domain.school.endings import PlacementLife
from bot.domain.school.tracks import Role, Track
from bot.messages import Button, Day, Reply, Sayable, _, lines, listed
from bot.use_cases.joining.end_placements import end_placements
from bot.use_cases.joining.resume_placements import last_ended, resume_placements
from handlers.joining.taps import EndTrack, ResumeTrack, ShowTrack
from handlers.talking.meaning.whom import Sought, Unclear, nobody
from handlers.talking.phrases import first_name, short
from handlers.talking.routing.offering import offer
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

AT_MOST = 8
"""How many ended tracks are offered at once, the last ended first."""


def seek_track(turn: Turn, words: str) -> Sought[Track, None]:
    """Read whom `/track` is about.

    Raises Unclear without a name, with what can be ended or taken up again.
    """
    coached = [track for track in turn.tracks if Role.COACH in track.roles]
    if words.strip() and coached:
        return Sought(words.strip(), coached, None)
    ended = _ended_tracks(turn.uow.endings.list_coached(turn.person.id), coached)
    if not coached and not ended:
        raise Unclear(Reply(nobody(turn)))
    rows = [(button(first_name(track), ShowTrack(track.id)),) for track in coached[:AT_MOST]]
    rows += [(_again(life, whole=True),) for life in ended[:AT_MOST]]
    asked = Reply(_("Which track do you want to end, or to take up again?"), tuple(rows))
    raise Unclear(offer(turn, asked))


def show_track(turn: Turn, track: Track, _nothing: None = None) -> Replies:
    """Show where a student is placed, with what can be ended or taken up again."""
    lives = turn.uow.endings.list_of_track(track.id)
    return [Reply(lines(track.label, *_said(lives, turn.person.time_zone)), _offered(lives))]


def tapped_track(turn: Turn, tap: ShowTrack) -> Replies:
    """Show the track of a button."""
    track = _coached(turn, tap.track)
    return show_track(turn, track) if track else [Reply(nobody(turn))]


def tapped_end(turn: Turn, tap: EndTrack) -> Replies:
    """End a track or a placement, once that is sure."""
    track = _coached(turn, tap.track)
    if track is None:
        return [Reply(nobody(turn))]
    meant = [
        life
        for life in turn.uow.endings.list_of_track(track.id)
        if life.ended_at is None and tap.placement in (0, life.id)
    ]
    if not meant:
        return show_track(turn, track)
    if tap.sure == "ask":
        return [offer(turn, _asked(track, meant, tap))]
    end_placements(turn.uow, meant, turn.at, turn.person.id)
    text = lines(
        *(
            _("{student} at {workplace}: ended.", student=life.student, workplace=life.workplace)
            for life in meant
        ),
        _("Everything that was said stays."),
    )
    again = ResumeTrack(track.id, tap.placement)
    return [Reply(text, ((button(_("take it up again"), again),),), edit=True)]


def tapped_resume(turn: Turn, tap: ResumeTrack) -> Replies:
    """Take up again what has ended, for whoever was its coach."""
    mine = {life.id for life in turn.uow.endings.list_coached(turn.person.id)}
    every = turn.uow.endings.list_of_track(tap.track)
    meant = [life for life in every if life.id == tap.placement] or last_ended(every)
    ended = [life for life in meant if life.id in mine]
    resumed = resume_placements(turn.uow, ended, turn.at, turn.person.id)
    if not resumed:
        return [Reply(_("There is nothing here to take up again."))]
    text = lines(
        *(
            _(
                "{student} at {workplace}: taken up again, with everybody who was around.",
                student=life.student,
                workplace=life.workplace,
            )
            for life in resumed
        )
    )
    return [Reply(text, edit=True)]


def _coached(turn: Turn, track_id: int) -> Track | None:
    track = turn.track(track_id)
    return track if track and Role.COACH in track.roles else None


def _asked(track: Track, meant: Sequence[PlacementLife], tap: EndTrack) -> Reply:
    places = listed(life.workplace for life in meant)
    text = _(
        "End {student} at {places}? Nobody around looks on or is asked any more. Everything that "
        "was said stays, and you can take it up again.",
        student=first_name(track),
        places=places,
    )
    sure = button(_("yes, end it"), EndTrack(tap.track, tap.placement, "yes"))
    return Reply(text, ((sure,), (button(_("no"), ShowTrack(track.id)),)), edit=True)


def _said(lives: Sequence[PlacementLife], zone: str) -> Iterator[Sayable]:
    for life in lives:
        last = life.last_day(zone)
        if last is None:
            yield _("{workplace}: runs", workplace=life.workplace)
        elif life.ended_at is None:
            yield _(
                "{workplace}: stopped, without its mentors; last day {day}; /stops lets it go on",
                workplace=life.workplace,
                day=Day(opening(last, zone)),
            )
        else:
            day = Day(opening(last, zone))
            yield _("{workplace}: ended on {day}", workplace=life.workplace, day=day)


def _offered(lives: Sequence[PlacementLife]) -> tuple[tuple[Button, ...], ...]:
    running = [life for life in lives if life.ended_at is None]
    rows = []
    if len(running) > 1:
        for life in running:
            label = _("end: {workplace}", workplace=short(life.workplace))
            rows.append((button(label, EndTrack(life.track_id, life.id, "ask")),))
    if running:
        whole = EndTrack(running[0].track_id, 0, "ask")
        rows.append((button(_("end the track"), whole),))
    rows += [(_again(life, whole=False),) for life in lives if life.ended_at]
    return tuple(rows)


def _again(life: PlacementLife, *, whole: bool) -> Button:
    where = f"{life.student} · {life.programme}" if whole else life.workplace
    placement = 0 if whole else life.id
    label = _("take up again: {where}", where=short(where))
    return button(label, ResumeTrack(life.track_id, placement))


def _ended_tracks(ended: Sequence[PlacementLife], coached: Sequence[Track]) -> list[PlacementLife]:
    """Keep one placement of each track that has ended as a whole, the last ended first."""
    running = {track.id for track in coached}
    latest = {
        life.track_id: life
        for life in sorted(ended, key=lambda life: (str(life.ended_at), life.id))
        if life.track_id not in running
    }
    return list(reversed(latest.values()))
