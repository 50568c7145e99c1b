"""A sheet, question by question: one message that changes, and nothing sent before the end.

A topic begins it (`ask_first`) with a sheet that its person may fill in, and takes it where the
button of its purpose is tapped (`SENDS` in `routing/doors.py`). What was answered waits with the
sheet, through restarts and whatever is done in between.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from bot.domain.languages import wording
from bot.domain.manner import addressed
from bot.domain.questions import (
    LONGEST_ANSWER,
    AnswerSheet,
    AnswerTooLong,
    GivenAnswer,
    QuestionKind,
    SchoolQuestion,
    list_missing,
    read_answer,
)
from bot.messages import Button, Quoted, Reply, Sayable, _, _n, lines, listed, words
from bot.use_cases.talking.answer_questions import (
    drop_sheet,
    find_unsent_sheet,
    keep_answer,
    read_sheet,
    skip_question,
)
from handlers.talking.meaning.shorthand import reads_as_scores
from handlers.talking.paging import in_pages
from handlers.talking.questions.asked import SheetOffered, SheetWordsAwaited
from handlers.talking.questions.taps import (
    AskQuestion,
    ChooseAnswer,
    DropSheet,
    ShowSheet,
    SkipQuestion,
)
from handlers.talking.rights.held import say_own_held
from handlers.talking.routing.doors import SENDS
from handlers.talking.routing.offering import offer, stand_offered
from handlers.talking.routing.tap import Tap, button
from handlers.talking.turn import Replies, Turn

A_ROW = 5
"""Values of a scale beside each other."""

GONE = Reply(_("These questions are not open any more."))
QUIET_WORDS = _(
    "Nobody sees who wrote this, but how you write, or what you tell, may give you away. Name "
    "nobody."
)


def ask_first(turn: Turn, sheet: AnswerSheet) -> Reply:
    """Ask the first question that was not answered yet; show the sheet where all were."""
    questions, given = read_sheet(turn.uow, sheet)
    open_ones = (question for question in questions if question.number not in given)
    first = next(open_ones, None)
    return _asking(turn, sheet, first.number) if first else _shown(turn, sheet)


def tapped_ask(turn: Turn, tap: AskQuestion) -> Replies:
    """Ask one question of a sheet."""
    sheet = find_unsent_sheet(turn.uow, turn.person, tap.sheet)
    return [replace(_asking(turn, sheet, tap.number), edit=True)] if sheet else [GONE]


def tapped_answer(turn: Turn, tap: ChooseAnswer) -> Replies:
    """Keep a value, and ask what comes next."""
    found = _find(turn, tap.sheet, tap.number)
    if found is None:
        return [GONE]
    if (held := say_own_held(turn)) is not None:
        return [Reply(held)]
    sheet, question = found
    keep_answer(turn.uow, sheet, question, GivenAnswer(question.number, tap.value))
    return [replace(_next(turn, sheet, tap.number), edit=True)]


def tapped_skip(turn: Turn, tap: SkipQuestion) -> Replies:
    """Leave a question out, and ask what comes next."""
    found = _find(turn, tap.sheet, tap.number)
    if found is None:
        return [GONE]
    skip_question(turn.uow, *found)
    return [replace(_next(turn, found[0], tap.number), edit=True)]


def tapped_sheet(turn: Turn, tap: ShowSheet) -> Replies:
    """Show what was answered, to send it."""
    sheet = find_unsent_sheet(turn.uow, turn.person, tap.sheet)
    return [replace(_shown(turn, sheet), edit=True)] if sheet else [GONE]


def tapped_drop(turn: Turn, tap: DropSheet) -> Replies:
    """Throw a sheet away."""
    sheet = find_unsent_sheet(turn.uow, turn.person, tap.sheet)
    if sheet is None:
        return [GONE]
    drop_sheet(turn.uow, sheet)
    turn.ask(None)
    return [Reply(_("Thrown away: nothing was sent, and nothing of it is kept."), edit=True)]


def stand_sheet(turn: Turn, asked: SheetOffered) -> Reply | None:
    """Show again what is asked; nothing where the sheet was sent."""
    return stand_offered(turn, asked) if asked.sheet else None


def mean_answer(turn: Turn, asked: SheetOffered, text: str) -> Tap | None:
    """Find the value that typed words mean."""
    found = _find(turn, asked.sheet, asked.number)
    if found is None:
        return None
    sheet, question = found
    given = read_answer(question, text, own_tongue(turn))
    if given is None or given.value is None:
        return None
    return ChooseAnswer(sheet.id, question.number, given.value)


def typed_words(turn: Turn, asked: SheetWordsAwaited, text: str) -> Replies:
    """Keep an answer in own words, and ask what comes next."""
    found = _find(turn, asked.sheet, asked.number)
    if found is None:
        turn.close()
        return [GONE]
    sheet, question = found
    if (held := say_own_held(turn)) is not None:
        return [Reply(held)]
    if reads_as_scores(text):
        scores = _("That reads as scores. Finish the questions first, or put them away: /cancel")
        return [Reply(scores)]
    try:
        given = read_answer(question, text, own_tongue(turn))
    except AnswerTooLong:
        too_long = _(
            "Nothing was stored: {most} letters at most, and this has {count}. Say it shorter.",
            most=LONGEST_ANSWER,
            count=len(text.strip()),
        )
        return [Reply(too_long)]
    if given is None:
        return [_asking(turn, sheet, asked.number)]
    keep_answer(turn.uow, sheet, question, given)
    return [_next(turn, sheet, asked.number)]


def own_tongue(turn: Turn) -> str:
    """Name the language in which a school's texts are chosen: by how its people are addressed."""
    return addressed(turn.person.language, turn.person.manner)


def _find(turn: Turn, sheet_id: int, number: int) -> tuple[AnswerSheet, SchoolQuestion] | None:
    sheet = find_unsent_sheet(turn.uow, turn.person, sheet_id)
    if sheet is None:
        return None
    questions, _given = read_sheet(turn.uow, sheet)
    found = (question for question in questions if question.number == number)
    question = next(found, None)
    return (sheet, question) if question else None


def _next(turn: Turn, sheet: AnswerSheet, number: int) -> Reply:
    questions, _given = read_sheet(turn.uow, sheet)
    return _asking(turn, sheet, number + 1) if number < len(questions) else _shown(turn, sheet)


def _asking(turn: Turn, sheet: AnswerSheet, number: int) -> Reply:
    questions, given = read_sheet(turn.uow, sheet)
    question = next((own for own in questions if own.number == number), questions[0])
    answer = given.get(question.number)
    text = lines(
        _("Question {number} of {count}", number=question.number, count=len(questions)),
        question.text(own_tongue(turn)),
        *_explained(turn, sheet, question, answer),
    )
    rows = (*_valued(turn, sheet, question, answer), _ways(sheet, questions, question, answer))
    if question.kind is not QuestionKind.WORDS:
        kind = partial(SheetOffered, sheet=sheet.id, number=question.number, quiet=sheet.quiet)
        return offer(turn, Reply(text, rows), kind)
    turn.ask(SheetWordsAwaited(sheet=sheet.id, number=question.number, quiet=sheet.quiet))
    return Reply(text, rows)


def _explained(
    turn: Turn, sheet: AnswerSheet, question: SchoolQuestion, answer: GivenAnswer | None
) -> Iterator[Sayable]:
    language = own_tongue(turn)
    if question.kind is QuestionKind.SCALE:
        low, high = (Quoted(wording(end, language)) for end in question.options)
        yield _("1 is: {low}. {most} is: {high}.", low=low, high=high, most=question.steps)
    if question.kind is QuestionKind.WORDS:
        yield _("Type it in your own words.")
        if sheet.quiet:
            yield QUIET_WORDS
    if answer is not None and sheet.quiet:
        yield _("You answered this; your answer is not shown again. Answer anew to change it.")
    elif answer is not None and answer.words:
        yield words(_("You answered:"), Quoted(answer.words))


def _valued(
    turn: Turn, sheet: AnswerSheet, question: SchoolQuestion, answer: GivenAnswer | None
) -> tuple[tuple[Button, ...], ...]:
    shown = None if sheet.quiet or answer is None else answer.value
    buttons = [
        button(
            question.label(value, own_tongue(turn)),
            ChooseAnswer(sheet.id, question.number, value),
            chosen=None if shown is None else value == shown,
        )
        for value in question.values
    ]
    if question.kind is QuestionKind.SCALE:
        return tuple(in_pages(buttons, A_ROW))
    return tuple((own,) for own in buttons)


def _ways(
    sheet: AnswerSheet,
    questions: Sequence[SchoolQuestion],
    question: SchoolQuestion,
    answer: GivenAnswer | None,
) -> tuple[Button, ...]:
    ways: list[Button] = []
    if question.number > 1:
        ways.append(button(_("‹ back"), AskQuestion(sheet.id, question.number - 1)))
    if question.optional:
        ways.append(button(_("leave it out"), SkipQuestion(sheet.id, question.number)))
    if answer is not None and question.number < len(questions):
        ways.append(button(_("further ›"), AskQuestion(sheet.id, question.number + 1)))
    ways.append(button(_("to the end"), ShowSheet(sheet.id)))
    return tuple(ways)


def _shown(turn: Turn, sheet: AnswerSheet) -> Reply:
    """Show a sheet before it is sent; what is missing has to be answered first."""
    questions, given = read_sheet(turn.uow, sheet)
    missing = list_missing(questions, [*given.values()])
    drop = button(_("throw away"), DropSheet(sheet.id))
    said = () if sheet.quiet else tuple(_said(turn, questions, given))
    kind = partial(SheetOffered, sheet=sheet.id, quiet=sheet.quiet)
    if missing:
        left = _n(
            "Question {numbers} is still to be answered.",
            "Questions {numbers} are still to be answered.",
            len(missing),
            numbers=listed([str(number) for number in missing]),
        )
        go_on = button(_("go on"), AskQuestion(sheet.id, missing[0]))
        return offer(turn, Reply(lines(*said, left, _NOT_SENT), ((go_on,), (drop,))), kind)
    look = button(_("look through it again"), AskQuestion(sheet.id, 1))
    send = button(_("send"), SENDS[sheet.purpose](sheet.id))
    ready = _("All is answered. Shall I send it? Once it is sent, it stays as it is.")
    return offer(turn, Reply(lines(*said, ready, _NOT_SENT), ((send,), (look,), (drop,))), kind)


_NOT_SENT = _("Nothing was sent yet.")


def _said(
    turn: Turn, questions: Sequence[SchoolQuestion], given: dict[int, GivenAnswer]
) -> Iterator[Sayable]:
    for question in questions:
        yield words(f"{question.number}.", question.text(own_tongue(turn)))
        answer = given.get(question.number)
        yield words("→", say_answer(question, answer, own_tongue(turn)))


def say_answer(question: SchoolQuestion, answer: GivenAnswer | None, language: str) -> Sayable:
    """Say an answer: the option, the number on its scale, or own words."""
    if answer is None:
        return _("left out")
    if answer.value is None:
        return Quoted(answer.words)
    if question.kind is QuestionKind.SCALE:
        return _("{value} of {most}", value=answer.value, most=question.steps)
    return question.label(answer.value, language)
