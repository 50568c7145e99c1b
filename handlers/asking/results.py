"""What came of questionnaires: counts without names, and answers with names."""

from collections.abc import Iterator
from dataclasses import replace

from bot.domain.asking.tallies import FEWEST, Tally
from bot.domain.languages import wording
from bot.domain.questions import QuestionKind, SchoolQuestion
from bot.messages import Quoted, Reply, Sayable, Table, _, _n, colon, lines, words
from bot.use_cases.asking.see_results import (
    UnsignedResult,
    list_named,
    see_named,
    see_result,
)
from handlers.asking.taps import ListNamed, ShowNamed, ShowUnsigned, TakeTable
from handlers.talking.paging import open_page, pages_of
from handlers.talking.questions.walking import own_tongue, say_answer
from handlers.talking.routing.offering import offer
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

NOT_YOURS = Reply(_("There is nothing of that for you to read: /questionnaire shows what is."))
_AS_FILE = _("as a file")
LISTED = 12
"""People with a button on a page."""

_TOO_FEW = _(
    "Fewer than {fewest} people answered, so nothing is shown, and all answers were deleted.",
    fewest=FEWEST,
)
_UNSAID = _("Not shown: too few said something, or so many the same that it would tell who did.")


def tapped_unsigned(turn: Turn, tap: ShowUnsigned) -> Replies:
    """Show what came of a round without names."""
    found = see_result(turn.uow, turn.person, tap.round)
    if found is None:
        return [NOT_YOURS]
    said = [*say_result(turn, found)]
    head = found.asked.questionnaire.title(own_tongue(turn))
    *pages, last = [Reply(lines(*page)) for page in pages_of([head, *said])]
    if found.tally is None:
        return [*pages, last]
    return [
        *pages,
        offer(turn, replace(last, buttons=((button(_AS_FILE, TakeTable(tap.round)),),))),
    ]


def tapped_table(turn: Turn, tap: TakeTable) -> Replies:
    """List what came of a round without names, as rows to take away."""
    found = see_result(turn.uow, turn.person, tap.round)
    if found is None or found.tally is None:
        return [NOT_YOURS]
    title = found.asked.questionnaire.title(own_tongue(turn))
    columns = (_("number"), _("question"), _("answer"), _("how often"))
    rows = tuple(_rows(turn, found, found.tally))
    return [Reply(title, files=(Table(title, columns, rows, turn.person.time_zone),))]


def _rows(turn: Turn, found: UnsignedResult, tally: Tally) -> Iterator[tuple[Sayable, ...]]:
    """List what is shown as rows; a question that stays closed has one that says so."""
    language = own_tongue(turn)
    for question in found.questions:
        head = (str(question.number), question.text(language))
        counts = {value: tally.counts.get((question.number, value), 0) for value in question.values}
        said = tally.words.get(question.number, ())
        if any(counts.values()):
            yield from (
                (*head, question.label(value, language), str(count))
                for value, count in counts.items()
            )
        elif said:
            yield from ((*head, own, "1") for own in said)
        else:
            yield (*head, _UNSAID, "")


def say_result(turn: Turn, found: UnsignedResult) -> Iterator[Sayable]:
    """Say the counts of each question, in their order."""
    if found.tally is None:
        yield _TOO_FEW
        return
    yield _n("{count} person answered.", "{count} people answered.", found.tally.sheets)
    for question in found.questions:
        yield words(f"{question.number}.", question.text(own_tongue(turn)))
        yield from _counted(turn, question, found)


def _counted(turn: Turn, question: SchoolQuestion, found: UnsignedResult) -> Iterator[Sayable]:
    tally, language = found.tally, own_tongue(turn)
    if tally is None:
        return
    if question.kind is QuestionKind.WORDS:
        said = tally.words.get(question.number, ())
        yield from (words("•", Quoted(own)) for own in said)
        if not said:
            yield _UNSAID
        return
    counts = {value: tally.counts.get((question.number, value), 0) for value in question.values}
    if not any(counts.values()):
        yield _UNSAID
        return
    if question.kind is QuestionKind.SCALE:
        low, high = (Quoted(wording(end, language)) for end in question.options)
        yield _("1 is: {low}. {most} is: {high}.", low=low, high=high, most=question.steps)
    for value, count in counts.items():
        yield words(colon(question.label(value, language)), str(count))


def tapped_named(turn: Turn, tap: ListNamed) -> Replies:
    """List whose answers somebody may read."""
    sheets = list_named(turn.uow, turn.person).get(tap.round)
    asked = turn.uow.questionnaires.find_round(tap.round)
    if not sheets or asked is None:
        return [NOT_YOURS]
    shown = open_page(sheets, LISTED, tap.page)
    rows = tuple((button(own.name, ShowNamed(own.sheet_id)),) for own in shown.things)
    turns = shown.turns(lambda to: ListNamed(tap.round, to))
    title = asked.questionnaire.title(own_tongue(turn))
    text = lines(title, _("Whose answers?"))
    reply = offer(turn, Reply(text, (*rows, *turns)))
    return [replace(reply, edit=tap.page > 0)]


def tapped_sheet(turn: Turn, tap: ShowNamed) -> Replies:
    """Show what somebody answered."""
    found = see_named(turn.uow, turn.person, tap.sheet)
    if found is None:
        return [NOT_YOURS]
    sheet, questions, given = found
    if sheet.person_id != turn.person.id:
        turn.tell_of(sheet.person_id)
    language = own_tongue(turn)
    said = [
        lines(
            words(f"{question.number}.", question.text(language)),
            words("→", say_answer(question, given.get(question.number), language)),
        )
        for question in questions
    ]
    back = button(_("‹ back"), ListNamed(sheet.round_id, 0))
    parts = pages_of([sheet.name, *said])
    replies = [Reply(lines(*part)) for part in parts]
    return [*replies[:-1], replace(replies[-1], buttons=((back,),))]
