"""The desk: what of all topics has a date, and notes of one's own."""

from bot.domain.dated import Matter
from bot.domain.school.offices import Office
from bot.domain.school.tracks import Role
from bot.domain.telling.errands import ErrandKind
from bot.messages import _
from handlers.desk.asked import DeskDayAwaited, DeskNoteAwaited
from handlers.desk.desk import seek_desk, show_desk_of, tapped_desk, tapped_desk_of
from handlers.desk.notes import (
    open_note,
    say_note,
    stand_day,
    tapped_drop,
    tapped_end,
    tapped_file,
    tapped_keep,
    tapped_move,
    tapped_note,
    tapped_reopen,
    tapped_write,
    typed_day,
    typed_note,
)
from handlers.desk.taps import (
    DropDeskNote,
    EndDeskNote,
    FileDeskNote,
    KeepDeskNote,
    MoveDeskNote,
    ReopenDeskNote,
    ShowDesk,
    ShowDeskNote,
    ShowDeskOf,
    WriteDeskNote,
)
from handlers.desk.telling import tell_desk
from handlers.talking.routing.route import About, CommandRoute, OnDesk, Routes, Words, asks, on

ROUTES = Routes(
    commands=(
        CommandRoute(
            "desk",
            Words("bureau", "bureau", "schreibtisch"),
            About(seek_desk, show_desk_of),
            _("what has a date, and what is late"),
            frozenset({Role.COACH}),
            place=165,
            alone=frozenset({Office.INDUCTION}),
        ),
    ),
    taps=(
        on(ShowDesk, tapped_desk),
        on(ShowDeskOf, tapped_desk_of),
        on(WriteDeskNote, tapped_write),
        on(KeepDeskNote, tapped_keep),
        on(ShowDeskNote, tapped_note),
        on(MoveDeskNote, tapped_move),
        on(FileDeskNote, tapped_file),
        on(EndDeskNote, tapped_end),
        on(ReopenDeskNote, tapped_reopen),
        on(DropDeskNote, tapped_drop),
    ),
    questions=(
        asks(DeskNoteAwaited, typed_note, any_words=True),
        asks(DeskDayAwaited, typed_day, stands=stand_day),
    ),
    tellings={ErrandKind.DESK: tell_desk},
    dated={Matter.OWN: OnDesk(say_note, open_note)},
)
