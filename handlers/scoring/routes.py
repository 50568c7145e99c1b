"""Scoring: what is said of indicators, typed and tapped."""

from bot.domain.school.offices import Office
from bot.domain.school.tracks import PERSPECTIVES
from bot.domain.scoring.roles import SETS_FOCUS, TALLIES
from bot.messages import _
from handlers.scoring.card.many import tapped_all, tapped_all_covered, tapped_repeat
from handlers.scoring.card.moving import (
    tapped_on_card,
    tapped_one_by_one,
    tapped_turn,
    tapped_whole,
)
from handlers.scoring.card.saying import (
    tapped_card_not_here,
    tapped_cover,
    tapped_finish_card,
    tapped_mark,
    tapped_take_back,
)
from handlers.scoring.card.state import Card, CardNote
from handlers.scoring.card.taps import (
    AskOnCard,
    AskOneByOne,
    CoverAll,
    CoverOnCard,
    FinishCard,
    MarkAll,
    MarkOnCard,
    NotHereOnCard,
    ReadWhole,
    RepeatAll,
    SayUnchanged,
    TakeBackOnCard,
    TurnCard,
)
from handlers.scoring.card.typed import mean_on_card
from handlers.scoring.card.unchanged import tapped_say_unchanged, tapped_unchanged
from handlers.scoring.confirm import say_stored_before
from handlers.scoring.list_indicators import mean_tapping
from handlers.scoring.open import show_open
from handlers.scoring.tapping.asked import ScoreMenu
from handlers.scoring.tapping.by_work import tapped_scored
from handlers.scoring.tapping.few import tapped_begin_few, tapped_few
from handlers.scoring.tapping.form import tapped_form
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
from handlers.scoring.tapping.note import (
    choose_note,
    edited_note,
    leave_note,
    tapped_note,
    typed_note,
)
from handlers.scoring.tapping.saying import (
    mean_not_here,
    tapped_coverage,
    tapped_mastery,
    tapped_not_here,
    tapped_rest,
)
from handlers.scoring.tapping.state import NoteAwaited, Steps
from handlers.scoring.tapping.steps import (
    redraw_at,
    stand_at,
    tapped_done,
    tapped_norm,
    tapped_step,
)
from handlers.scoring.tapping.today_menu import (
    tapped_tally,
    tapped_tally_done,
    tapped_trained,
    tapped_work,
)
from handlers.scoring.taps import (
    AskFew,
    ChooseCompetence,
    ChooseGroup,
    ChooseGroupCompetence,
    ChooseGroupIndicator,
    ChooseScored,
    ChooseStudent,
    ChooseTrained,
    ChooseWay,
    ChooseWork,
    ConfirmRest,
    FinishScoring,
    FinishTally,
    KeepEntry,
    KeepNote,
    SayCoverage,
    SayMastery,
    SayNotHere,
    ScoreGroup,
    ScoreLineForGroup,
    SendForm,
    SettleContradiction,
    ShowCompetences,
    ShowNorm,
    ShowStep,
    ShowStudents,
    TallyIndicator,
    UndoEntry,
    UndoOldEntry,
    WriteNote,
)
from handlers.scoring.typing.keywords import read_keyword, reread_focus, reread_today
from handlers.scoring.typing.line import read_scores, score, seek_score
from handlers.scoring.typing.plain_line import read_plainly, tapped_way
from handlers.scoring.typing.remark import mean_competence, read_remark, remark_on, tapped_remark
from handlers.scoring.typing.several import read_several
from handlers.scoring.typing.waiting import stand_waiting, tapped_line_for_group, tapped_settling
from handlers.scoring.undo import take_back_newest, tapped_kept, tapped_old_undo, tapped_undo
from handlers.talking.meaning.whom import LineWaiting
from handlers.talking.routing.doors import BeginFew, ShowUnchanged
from handlers.talking.routing.route import (
    About,
    CommandRoute,
    QuestionRoute,
    Routes,
    Words,
    asks,
    on,
)

ROUTES = Routes(
    commands=(
        CommandRoute(
            "score",
            Words("scoor", "noter", "bewerten"),
            About(seek_score, score),
            _("score what you saw"),
            frozenset(PERSPECTIVES),
            place=10,
        ),
        CommandRoute(
            "today",
            Words("vandaag", "aujourdhui", "heute"),
            reread_today,
            _("tally what was done today"),
            TALLIES,
            place=20,
        ),
        CommandRoute(
            "focus",
            Words("focus fokus", "focus", "fokus"),
            reread_focus,
            _("what matters in the coming weeks"),
            SETS_FOCUS,
            place=110,
        ),
        CommandRoute(
            "open",
            Words("open", "ouvert", "offen"),
            show_open,
            _("see what waits for you"),
            frozenset(PERSPECTIVES),
            place=100,
        ),
        CommandRoute(
            "undo",
            Words("ongedaan", "annuler", "zurueck"),
            take_back_newest,
            _("take back what you stored last"),
            place=200,
            offices=frozenset({Office.INDUCTION, Office.SECTOR}),
        ),
    ),
    taps=(
        on(ChooseStudent, tapped_student),
        on(ShowStudents, tapped_student_page),
        on(ShowCompetences, tapped_page),
        on(ChooseCompetence, tapped_competence),
        on(ChooseScored, tapped_scored),
        on(AskFew, tapped_few),
        on(BeginFew, tapped_begin_few),
        on(SayMastery, tapped_mastery),
        on(SayCoverage, tapped_coverage),
        on(SayNotHere, tapped_not_here),
        on(ShowStep, tapped_step),
        on(ConfirmRest, tapped_rest),
        on(FinishScoring, tapped_done),
        on(WriteNote, tapped_note),
        on(ShowNorm, tapped_norm),
        on(MarkOnCard, tapped_mark),
        on(CoverOnCard, tapped_cover),
        on(NotHereOnCard, tapped_card_not_here),
        on(TakeBackOnCard, tapped_take_back),
        on(MarkAll, tapped_all),
        on(CoverAll, tapped_all_covered),
        on(RepeatAll, tapped_repeat),
        on(TurnCard, tapped_turn),
        on(ReadWhole, tapped_whole),
        on(FinishCard, tapped_finish_card),
        on(AskOneByOne, tapped_one_by_one),
        on(AskOnCard, tapped_on_card),
        on(ShowUnchanged, tapped_unchanged),
        on(SayUnchanged, tapped_say_unchanged),
        on(ChooseGroup, tapped_group),
        on(ChooseGroupCompetence, tapped_group_competence),
        on(ChooseGroupIndicator, tapped_group_indicator),
        on(ScoreGroup, tapped_group_mark),
        on(ChooseWork, tapped_work),
        on(ChooseTrained, tapped_trained),
        on(TallyIndicator, tapped_tally),
        on(FinishTally, tapped_tally_done),
        on(SettleContradiction, tapped_settling),
        on(ScoreLineForGroup, tapped_line_for_group),
        on(ChooseWay, tapped_way),
        on(KeepNote, tapped_remark),
        on(UndoEntry, tapped_undo),
        on(UndoOldEntry, tapped_old_undo),
        on(KeepEntry, tapped_kept),
        on(SendForm, tapped_form),
    ),
    questions=(
        asks(NoteAwaited, typed_note, leaves=leave_note, stands=stand_at, chooses=choose_note),
        asks(CardNote, typed_note, leaves=leave_note, stands=stand_at, chooses=choose_note),
        QuestionRoute(LineWaiting, stands=stand_waiting, means=mean_competence),
        QuestionRoute(Steps, stands=stand_at, means=mean_not_here),
        QuestionRoute(Card, stands=stand_at, means=mean_on_card, redraws=redraw_at),
        QuestionRoute(ScoreMenu, stands=stand_at_menu, means=mean_tapping),
    ),
    lines=(read_plainly, read_several, read_remark, read_keyword, read_scores),
    typed=read_plainly,
    remark=remark_on,
    edit=edited_note,
    repeat=say_stored_before,
)
