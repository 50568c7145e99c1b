"""`/questionnaire`: what waits for one's answers, what came of others, and what is being asked."""

from collections.abc import Iterator
from dataclasses import replace

from bot.domain.asking.questionnaires import Questionnaire
from bot.messages import Button, Moment, Reply, Sayable, _, _n, colon, lines, words
from bot.showing.asking.taken_in import NAMED, NAMELESS, say_when, say_whom
from bot.use_cases.asking.answer_questionnaire import list_open
from bot.use_cases.asking.keep_rounds import close_questionnaire
from bot.use_cases.asking.see_questionnaires import find_of_school, list_of_school
from bot.use_cases.asking.see_results import list_named, list_results
from handlers.asking.taps import (
    AskClosing,
    BeginAnswering,
    CloseQuestionnaire,
    ListNamed,
    ListQuestionnaires,
    ShowNamed,
    ShowUnsigned,
)
from handlers.talking.paging import open_page
from handlers.talking.phrases import short
from handlers.talking.questions.walking import own_tongue
from handlers.talking.routing.offering import offer
from handlers.talking.routing.tap import Tap, button
from handlers.talking.turn import Replies, Turn

LISTED = 8
"""Things with a button on a page."""

NOTHING = Reply(
    _(
        "There is no questionnaire for you now, and none that has ended. What came of one that you "
        "answered without your name can be read here once it has closed."
    )
)


def show_questionnaires(turn: Turn, _words: str) -> Replies:
    """Answer `/questionnaire`."""
    return [_page(turn, 0)]


def tapped_list(turn: Turn, tap: ListQuestionnaires) -> Replies:
    """Turn to another page."""
    return [replace(_page(turn, tap.page), edit=True)]


def tapped_closing(turn: Turn, tap: AskClosing) -> Replies:
    """Show a questionnaire to who runs Kompaan, and ask whether to close it."""
    own = find_of_school(turn.uow, turn.person, tap.questionnaire)
    if own is None:
        return [NOTHING]
    text = lines(
        _described(turn, own),
        *say_whom(own),
        NAMELESS if own.anonymous else NAMED,
        *_spans(turn, own),
        _(
            "Shall I close it? What was answered until now is then shown, or deleted where too few "
            "answered."
        )
        if own.anonymous
        else _("Shall I close it? What was sent until now stays."),
    )
    close = button(_("close it"), CloseQuestionnaire(own.id))
    return [offer(turn, Reply(text, ((close,), (_back(),))))]


def tapped_close(turn: Turn, tap: CloseQuestionnaire) -> Replies:
    """Close a questionnaire."""
    own = find_of_school(turn.uow, turn.person, tap.questionnaire)
    if own is None:
        return [NOTHING]
    close_questionnaire(turn.uow, own, turn.at, turn.person.id)
    closed = words(colon(_("Closed")), own.title(own_tongue(turn)))
    return [Reply(closed, ((_back(),),), edit=True)]


def _back() -> Button:
    return button(_("‹ back"), ListQuestionnaires(0))


def _spans(turn: Turn, own: Questionnaire) -> Iterator[Sayable]:
    rounds = turn.uow.questionnaires.list_rounds(own.id)
    if not rounds:
        yield say_when(own, None)
    for asked in rounds:
        if not asked.ended:
            yield say_when(own, asked.span)


def _page(turn: Turn, page: int) -> Reply:
    found = [*_waiting(turn), *_ended(turn), *_asked_here(turn)]
    if not found:
        return NOTHING
    shown = open_page(found, LISTED, page)
    listed = (words("•", said) for said, _label, _tap in shown.things)
    rows = tuple((button(label, tap),) for _said, label, tap in shown.things)
    text = lines(_("Questionnaires. Tap one:"), *listed)
    return offer(turn, Reply(text, (*rows, *shown.turns(ListQuestionnaires))))


Line = tuple[Sayable, Sayable, Tap]


def _waiting(turn: Turn) -> Iterator[Line]:
    for asked in list_open(turn.uow, turn.person, turn.at):
        title = asked.questionnaire.title(own_tongue(turn))
        until = Moment(asked.span.last_minute)
        said = _("{title}: it waits for your answers until {moment}", title=title, moment=until)
        yield said, _("answer: {title}", title=short(title)), BeginAnswering(asked.id)


def _ended(turn: Turn) -> Iterator[Line]:
    for asked in list_results(turn.uow, turn.person):
        title, on = asked.questionnaire.title(own_tongue(turn)), Moment(asked.span.last_minute)
        said = _("{title}: what came of it, closed {moment}", title=title, moment=on)
        yield said, _("what came of: {title}", title=short(title)), ShowUnsigned(asked.id)
    for round_id, sheets in list_named(turn.uow, turn.person).items():
        asked_round = turn.uow.questionnaires.find_round(round_id)
        if asked_round is not None:
            title = asked_round.questionnaire.title(own_tongue(turn))
            if [own.person_id for own in sheets] == [turn.person.id]:
                said = _("{title}: what you answered", title=title)
                label = _("your answers: {title}", title=short(title))
                yield said, label, ShowNamed(sheets[0].sheet_id)
                continue
            said = _n(
                "{title}: {count} answer for you to read",
                "{title}: answers of {count} people for you to read",
                len(sheets),
                title=title,
            )
            yield said, _("answers: {title}", title=short(title)), ListNamed(round_id, 0)


def _asked_here(turn: Turn) -> Iterator[Line]:
    """List to who runs Kompaan what is asked, or will be."""
    for own in list_of_school(turn.uow, turn.person):
        title = own.title(own_tongue(turn))
        yield _described(turn, own), _("close: {title}", title=short(title)), AskClosing(own.id)


def _described(turn: Turn, own: Questionnaire) -> Sayable:
    title = own.title(own_tongue(turn))
    return _("{title}: asked by the school ({name})", title=title, name=own.name)
