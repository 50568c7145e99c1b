"""The table of contents: what can be said or tapped, and who answers it."""

from collections.abc import Callable, Sequence

from bot.domain.coaching.methods import Method
from bot.domain.coaching.tips import Verdict
from bot.ports.telling.errands import Errand
from bot.ports.telling.outbox import OutboxMessage
from bot.use_cases.divergence.tell_coaches import ASKS_ALERT
from bot.use_cases.reflecting.ask_feedback import ASKS_FEEDBACK
from handlers.coaching import tell_tip
from handlers.coaching.next_step import next_, tapped_next_step
from handlers.coaching.tips import tapped_another, tapped_tip_card, tapped_verdict, tips
from handlers.divergence.acts import tapped_resolve, tapped_seen, tapped_snooze, typed_resolution
from handlers.divergence.asking import (
    ASKS_ANSWER,
    ASKS_QUESTION,
    answer_back,
    question,
    tapped_answer,
    tapped_ask,
    tapped_usual_question,
    typed_answer,
    typed_question,
)
from handlers.divergence.listed import alerts, tapped_alert
from handlers.divergence.log import log, tapped_export
from handlers.divergence.raters import raters
from handlers.divergence.talk import tapped_moment, tapped_other_moment, tapped_talk, typed_moment
from handlers.divergence.tell_alert import alert
from handlers.divergence.tell_digest import digest
from handlers.help import cancel, help_
from handlers.home import home
from handlers.joining.start import start, tapped_first
from handlers.periods import tell_coach, tell_open, tell_periods
from handlers.periods.choose import choose, tapped_choice, to_choose
from handlers.periods.period import (
    periods,
    tapped_next,
    tapped_period,
    tapped_period_cancel,
    tapped_period_move,
    tapped_usual,
)
from handlers.planning import tell_lesson
from handlers.planning.lessons import lessons, tapped_lesson, tapped_lessons, tapped_new_lesson
from handlers.reflecting.evidence import tapped_evidence, tapped_indicator, typed_indicator
from handlers.reflecting.feedback import (
    ASKS_GIVEN,
    given,
    tapped_feedback,
    tapped_give,
    tapped_giver,
    typed_feedback,
    wanted,
)
from handlers.reflecting.goals import tapped_goal, tapped_no_goal, typed_goal
from handlers.reflecting.parts import tapped_answer_done, tapped_meant, typed_part
from handlers.reflecting.reflect import reflect, tapped_answer_prompt, tapped_other, tapped_skip
from handlers.reflecting.shown import tapped_read, tapped_share, tapped_withdraw
from handlers.reflecting.tell_prompt import prompt
from handlers.reflecting.timeline import tapped_earlier
from handlers.reflecting.week import tapped_week
from handlers.reporting.class_map import class_, tapped_class, tapped_spreadsheet
from handlers.reporting.film import film, tapped_film
from handlers.reporting.overview import overview, tapped_overview
from handlers.reporting.photo import photo, tapped_comparison, tapped_photo
from handlers.reporting.report import report, tapped_card
from handlers.reporting.route import route, tapped_route
from handlers.scoring.open import open_
from handlers.scoring.tapping import (
    group_menu,
    today_menu,
)
from handlers.scoring.tapping import (
    menu as score_menu,
)
from handlers.scoring.tapping import (
    steps as score_steps,
)
from handlers.scoring.tapping.form import sent_form
from handlers.scoring.typing.line import score, tapped_nothing, tapped_settling
from handlers.scoring.undo import tapped_undo, undo
from handlers.talking.settings import language, settings, tapped_language, tapped_setting
from handlers.talking.telling import MessagePart
from handlers.talking.turn import Replies, Turn
from handlers.talking.whom import Target
from handlers.typed import keyword_command

COMMANDS: dict[str, Callable[[Turn, str], Replies]] = {
    "start": start,
    "score": score,
    "today": keyword_command("today"),
    "reflect": reflect,
    "report": report,
    "next": next_,
    "photo": photo,
    "film": film,
    "route": route,
    "class": class_,
    "open": open_,
    "home": home,
    "focus": keyword_command("focus"),
    "periods": periods,
    "choose": choose,
    "lessons": lessons,
    "tips": tips,
    "alerts": alerts,
    "log": log,
    "overview": overview,
    "raters": raters,
    "undo": undo,
    "cancel": cancel,
    "help": help_,
    "language": language,
    "settings": settings,
}

ABOUT_SOMEBODY: dict[str, Callable[[Turn, str, Target | None], Replies]] = {
    "report": report,
    "next": next_,
    "photo": photo,
    "log": log,
    "reflect": reflect,
    "overview": overview,
    "film": film,
    "route": route,
    "class": class_,
    "tips": tips,
}
"""Commands that go on with a student whom a button has named."""

AWAITED: dict[str, Callable[[Turn, str], Replies]] = {
    "note": score_steps.typed_note,
    "ask": typed_question,
    "answer": typed_answer,
    "resolve": typed_resolution,
    "reflect": typed_part,
    "goal": typed_goal,
    "evidence": typed_indicator,
    "feedback": typed_feedback,
    "talk": typed_moment,
}
"""What a dialogue waits for → who takes the typed words."""

Tap = Callable[[Turn, Sequence[str]], Replies | None]
"""Answers a tap; None for one that is on no menu of this person's."""

LIVE_TAPS: dict[str, tuple[str, Tap]] = {
    "st": (r"\d+", score_menu.tapped_student),
    "sp": (r"\d+", score_menu.tapped_student_page),
    "cp": (r"\d+", score_menu.tapped_page),
    "sc": (r"\d+", score_menu.tapped_competence),
    "sm": (r"\d+:[XLV]", score_steps.tapped_mastery),
    "sv": (r"\d+:[NSR]", score_steps.tapped_coverage),
    "sn": (r"\d+", score_steps.tapped_not_here),
    "sg": (r"back|here|next", score_steps.tapped_step),
    "sr": (r"", score_steps.tapped_rest),
    "sd": (r"", score_steps.tapped_done),
    "so": (r"\d+", score_steps.tapped_note),
    "sw": (r"", score_steps.tapped_norm),
    "gt": (r"\d+", group_menu.tapped_group),
    "gk": (r"\d+", group_menu.tapped_group_competence),
    "gi": (r"\d+", group_menu.tapped_group_indicator),
    "gm": (r"\d+:[XLV]", group_menu.tapped_group_mark),
    "tw": (r"\d+", today_menu.tapped_work),
    "tk": (r"\d+", today_menu.tapped_kind),
    "tt": (r"\d+", today_menu.tapped_tally),
    "td": (r"", today_menu.tapped_tally_done),
    "rm": (r"", tapped_meant),
    "cx": (r"[NSR]", tapped_settling),
    "no": (r"", tapped_nothing),
}
"""Buttons of the live menu, with the shape of their arguments.

Their code carries the menu's serial, and is refused once that menu is closed. The two that have a
waiting line read anew stand in answering.py.
"""


def tapped_command(turn: Turn, arguments: Sequence[str]) -> Replies:
    """Do as if the command of a button had been typed."""
    return COMMANDS[arguments[0]](turn, "")


LASTING_TAPS: dict[str, tuple[str, Tap]] = {
    "go": (r"score|report|open|alerts|reflect|film|class|tips", tapped_command),
    "fo": (r"\d+", tapped_first),
    "un": (r"\d+", tapped_undo),
    "rc": (r"\d+:\d+", tapped_card),
    "nx": (r"\d+:\d+", tapped_next_step),
    "ph": (r"\d+:\d+", tapped_photo),
    "pc": (r"\d+:\d+:\d+", tapped_comparison),
    "sf": (r"\d+:\d+", sent_form),
    "pe": (r"\d+", tapped_period),
    "pm": (r"\d+:-?[dw]", tapped_period_move),
    "pk": (r"\d+:(?:ask|yes)", tapped_period_cancel),
    "pu": (r"\d+", tapped_usual),
    "pn": (r"\d+:\d{8}", tapped_next),
    "ch": (r"\d+:\d+:\d+", tapped_choice),
    "tp": (r"\d+:\d+", tapped_another),
    "tc": ("|".join(Method), tapped_tip_card),
    "tv": (rf"\d+:(?:{'|'.join(Verdict)})", tapped_verdict),
    "ls": (r"", tapped_lessons),
    "la": (r"\d+(?::[0-6](?::\d{1,2}(?::\d{2})?)?)?", tapped_new_lesson),
    "lt": (r"\d+:[0-6]:\d{2}:\d{2}", tapped_lesson),
    "av": (r"\d+", tapped_alert),
    "ak": (r"\d+", tapped_seen),
    "aq": (r"\d+:[smta]", tapped_ask),
    "au": (r"\d+:[smta]", tapped_usual_question),
    "an": (r"\d+", tapped_answer),
    "at": (r"\d+", tapped_talk),
    "tm": (r"\d+:\d{12}", tapped_moment),
    "ty": (r"\d+", tapped_other_moment),
    "lx": (r"\d+", tapped_export),
    "ov": (r"\d+", tapped_overview),
    "fi": (r"\d+", tapped_film),
    "rt": (r"\d+", tapped_route),
    "cl": (r"\d+:[smt]", tapped_class),
    "cs": (r"\d+:[smt]", tapped_spreadsheet),
    "az": (r"\d+", tapped_snooze),
    "ar": (r"\d+", tapped_resolve),
    "ra": (r"\d+", tapped_answer_prompt),
    "ro": (r"\d+", tapped_other),
    "rs": (r"\d+", tapped_skip),
    "rd": (r"\d+", tapped_answer_done),
    "rr": (r"\d+(?::here)?", tapped_read),
    "rv": (r"\d+:(?:me|coach|all)", tapped_share),
    "rx": (r"\d+:(?:ask|yes)", tapped_withdraw),
    "rg": (r"\d+", tapped_goal),
    "rk": (r"\d+", tapped_no_goal),
    "re": (r"\d+", tapped_evidence),
    "ri": (r"\d+:\d+", tapped_indicator),
    "rf": (r"\d+", tapped_feedback),
    "rb": (r"\d+:\d+", tapped_giver),
    "rw": (r"\d+", tapped_give),
    "rh": (r"\d+:\d+", tapped_earlier),
    "rq": (r"[a-z]+:[a-z0-9]+", tapped_week),
    "ag": (r"later|tomorrow", tell_open.tapped_again),
    "lg": (r"[a-z]{2}", tapped_language),
    "se": (r"[a-z]+:[a-z0-9]+", tapped_setting),
}
"""Buttons that work for as long as they are seen."""

TELLINGS: dict[str, Callable[[Turn, Sequence[Errand]], MessagePart | None]] = {
    "cancelled": tell_periods.cancelled,
    "moved": tell_periods.moved,
    "opened": tell_periods.opened,
    "choose": to_choose,
    "taken": tell_periods.taken,
    "rehearsal": tell_periods.rehearsal,
    "reminder": tell_open.reminder,
    "prompt": prompt,
    "lesson": tell_lesson.lesson,
    "missing": tell_coach.missing,
    "digest": digest,
    "tip": tell_tip.tip,
    "unreachable": tell_coach.unreachable,
}
"""What the clock tells unasked → who says it, in the order in which one message holds them."""

AT_ONCE: dict[str, Callable[[Turn, OutboxMessage], MessagePart | None]] = {
    ASKS_ALERT: alert,
    ASKS_QUESTION: question,
    ASKS_ANSWER: answer_back,
    ASKS_FEEDBACK: wanted,
    ASKS_GIVEN: given,
}
"""What a message asks for that waits for nobody's hours → who says it, when it is sent."""
