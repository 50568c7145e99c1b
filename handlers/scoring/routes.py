"""Scoring: what is said of indicators, typed and tapped."""

from bot.domain.school.tracks import PERSPECTIVES, Role
from bot.messages import _
from handlers.scoring.confirm import stored_before
from handlers.scoring.open import open_
from handlers.scoring.tapping.asked import ScoreMenu
from handlers.scoring.tapping.form import sent_form
from handlers.scoring.tapping.group_menu import (
    tapped_group,
    tapped_group_competence,
    tapped_group_indicator,
    tapped_group_mark,
)
from handlers.scoring.tapping.menu import (
    stand_at_menu,
    tapped_competence,
    tapped_page,
    tapped_student,
    tapped_student_page,
)
from handlers.scoring.tapping.state import NoteAwaited, Steps
from handlers.scoring.tapping.steps import (
    choose_note,
    leave_note,
    stand_at,
    tapped_coverage,
    tapped_done,
    tapped_mastery,
    tapped_norm,
    tapped_not_here,
    tapped_note,
    tapped_rest,
    tapped_step,
    typed_note,
)
from handlers.scoring.tapping.today_menu import (
    tapped_kind,
    tapped_tally,
    tapped_tally_done,
    tapped_work,
)
from handlers.scoring.typing.line import score, seek_score, tapped_settling
from handlers.scoring.typing.lines import focus_command, today_command, typed_line
from handlers.scoring.undo import tapped_undo, undo
from handlers.talking.old import old
from handlers.talking.route import About, CommandRoute, QuestionRoute, Routes, asks

ROUTES = Routes(
    commands=(
        CommandRoute(
            "score",
            ("scoor", "noter", "bewerten"),
            About(seek_score, score),
            _("score what you saw"),
            frozenset(PERSPECTIVES),
            place=10,
        ),
        CommandRoute(
            "today",
            ("vandaag", "aujourdhui", "heute"),
            today_command,
            _("tally what was done today"),
            frozenset({Role.STUDENT, Role.MENTOR}),
            place=20,
        ),
        CommandRoute(
            "focus",
            ("fokus",),
            focus_command,
            _("what matters in the coming weeks"),
            frozenset({Role.MENTOR, Role.TEACHER}),
            place=110,
        ),
        CommandRoute(
            "open",
            ("ouvert", "offen"),
            open_,
            _("see what waits for you"),
            frozenset(PERSPECTIVES),
            place=100,
        ),
        CommandRoute(
            "undo",
            ("ongedaan", "annuler", "zurueck"),
            undo,
            _("take back what you stored last"),
            frozenset(PERSPECTIVES),
            place=200,
        ),
    ),
    taps=(
        old("st", "\\d+", tapped_student, live=True),
        old("sp", "\\d+", tapped_student_page, live=True),
        old("cp", "\\d+", tapped_page, live=True),
        old("sc", "\\d+", tapped_competence, live=True),
        old("sm", "\\d+:[XLV]", tapped_mastery, live=True),
        old("sv", "\\d+:[NSR]", tapped_coverage, live=True),
        old("sn", "\\d+", tapped_not_here, live=True),
        old("sg", "back|here|next", tapped_step, live=True),
        old("sr", "", tapped_rest, live=True),
        old("sd", "", tapped_done, live=True),
        old("so", "\\d+", tapped_note, live=True),
        old("sw", "", tapped_norm, live=True),
        old("gt", "\\d+", tapped_group, live=True),
        old("gk", "\\d+", tapped_group_competence, live=True),
        old("gi", "\\d+", tapped_group_indicator, live=True),
        old("gm", "\\d+:[XLV]", tapped_group_mark, live=True),
        old("tw", "\\d+", tapped_work, live=True),
        old("tk", "\\d+", tapped_kind, live=True),
        old("tt", "\\d+", tapped_tally, live=True),
        old("td", "", tapped_tally_done, live=True),
        old("cx", "[NSR]", tapped_settling, live=True),
        old("un", "\\d+", tapped_undo),
        old("sf", "\\d+:\\d+", sent_form),
    ),
    questions=(
        asks(NoteAwaited, typed_note, leaves=leave_note, stands=stand_at, chooses=choose_note),
        QuestionRoute(Steps, stands=stand_at),
        QuestionRoute(ScoreMenu, stands=stand_at_menu),
    ),
    line=typed_line,
    repeat=stored_before,
)
