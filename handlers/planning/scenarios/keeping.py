"""Lesson scenarios in the chat: what is prepared for which competence, and what is not yet."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from bot.domain.folding import every_way, fold
from bot.domain.planning.scenarios import (
    MOST_SESSIONS,
    NoScenario,
    Scenario,
    ScenarioFault,
    list_unprepared,
    read_line,
    write_served,
)
from bot.domain.school.frameworks import Competence, Programme
from bot.domain.school.visibility import SEES_CLASS_GROUP
from bot.messages import Button, Quoted, Reply, Sayable, Text, _, _n, lines, listed, words
from bot.ports.acts import Doer
from bot.use_cases.planning.scenarios.keep_scenario import keep_scenario, remove_scenario
from handlers.planning.scenarios.asked import ScenarioAwaited
from handlers.planning.scenarios.taps import AddScenario, RemoveScenario, ShowScenarios
from handlers.talking.paging import pages_of, turning
from handlers.talking.phrases import short
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn
from handlers.talking.waiting import await_words

OFFERED = 8
"""Competences without a scenario for which a button adds one; the others are typed."""

LISTED = 12
"""Scenarios of a page that a button removes."""

PAGE_LENGTH = 2_500
REMOVE = frozenset(every_way((
    "remove", "verwijder", "weg", "supprimer", "retirer", "entfernen", "löschen",
)))  # fmt: skip

NONE_HERE = _("Lesson scenarios are for teachers and coaches.")
GONE = _("That scenario is not there any more; nothing changed.")

_FAULTS: Mapping[ScenarioFault, Text] = {
    ScenarioFault.SERVES: _(
        "Begin with the numbers that it is for, such as 6 or 6.2, and a colon."
    ),
    ScenarioFault.UNKNOWN: _("I find no competence or indicator '{found}' in {programme}."),
    ScenarioFault.TITLE: _("A scenario needs a title behind the colon."),
    ScenarioFault.LONG: _("That is too long for a title, or for where it lies."),
    ScenarioFault.SESSIONS: _("A scenario takes 1 to {most} sessions, not '{found}'."),
}
HOW = _("I read it as: numbers: title; where it lies; sessions. For instance")


def count_sessions(count: int) -> Text:
    """Say how many sessions something takes."""
    return _n("{count} session", "{count} sessions", count)


def say_scenario(scenario: Scenario) -> Sayable:
    """Name a scenario with where it lies."""
    return words(Quoted(scenario.title), f"({scenario.place})" if scenario.place else None)


def keep_scenarios(turn: Turn, words_: str) -> Replies:
    """Answer `/scenarios`, with or without a scenario to keep or to remove behind it."""
    programmes = list_programmes(turn)
    if not programmes:
        return [Reply(NONE_HERE)]
    if not words_.strip():
        return [_show(turn, programme) for programme in programmes]
    named = _part(programmes, words_)
    if named is None:
        codes = listed(programme.code for programme in programmes)
        several = _("Begin with the code of a programme: {codes}. Nothing was stored.", codes=codes)
        return [Reply(several)]
    return _keep(turn, *named)


def list_programmes(turn: Turn) -> list[Programme]:
    """List the programmes of the class groups that this person sees as a whole."""
    own = {track.programme_id: track for track in turn.tracks if track.roles & SEES_CLASS_GROUP}
    return [turn.programme(track) for track in own.values()]


def _part(programmes: Sequence[Programme], written: str) -> tuple[Programme, str] | None:
    """Part a programme's code from the rest; who has one programme may leave it out."""
    first, _blank, rest = written.strip().partition(" ")
    named = next((own for own in programmes if fold(own.code) == fold(first)), None)
    if named is not None:
        return named, rest.strip()
    return (programmes[0], written.strip()) if len(programmes) == 1 else None


def _keep(turn: Turn, programme: Programme, written: str) -> Replies:
    if not written:
        return [_show(turn, programme)]
    verb, _blank, title = written.partition(" ")
    if fold(verb) in REMOVE:
        return _remove(turn, programme, title.strip())
    try:
        scenario = read_line(programme, written)
    except NoScenario as no:
        return [Reply(_explain(programme, no))]
    doer = Doer(turn.person.id, turn.at)
    before = keep_scenario(turn.uow, turn.person, programme.id, scenario, doer)
    turn.close()
    kept = (
        _("Changed: {scenario}.", scenario=say_scenario(scenario))
        if before
        else _("Kept: {scenario}.", scenario=say_scenario(scenario))
    )
    shown = _show(turn, programme)
    return [replace(shown, text=words(kept, shown.text, by="\n\n"))]


def _explain(programme: Programme, no: NoScenario) -> Sayable:
    fault = _FAULTS[no.fault]
    given: dict[str, Sayable] = {
        "found": no.found[:40],
        "programme": programme.title,
        "most": MOST_SESSIONS,
    }
    wrong = replace(fault, args={name: given[name] for name in given if f"{{{name}}}" in fault.key})
    return lines(wrong, words(HOW, _example(programme)), _("Nothing was stored."))


def _example(programme: Programme) -> Sayable:
    return _("/scenarios {number}: …; https://…; 2", number=programme.competences[0].number)


def _remove(turn: Turn, programme: Programme, title: str) -> Replies:
    alike = [
        own for own in turn.uow.scenarios.list_of(programme.id) if fold(own.title) == fold(title)
    ]
    # Titles may differ by a capital or an accent alone: then only the very one is meant.
    found = next(
        (own for own in alike if own.title == title), alike[0] if len(alike) == 1 else None
    )
    doer = Doer(turn.person.id, turn.at)
    if found is None or not remove_scenario(turn.uow, programme.id, found.title, doer):
        return [Reply(GONE)]
    shown = _show(turn, programme)
    removed = _("Removed: “{title}”. /undo takes that back.", title=found.title)
    return [replace(shown, text=words(removed, shown.text, by="\n\n"))]


def tapped_scenarios(turn: Turn, tap: ShowScenarios) -> Replies:
    """Show a page of the scenarios of a programme, in place."""
    programme = _own(turn, tap.programme)
    if programme is None:
        return [Reply(NONE_HERE)]
    return [replace(_show(turn, programme, tap.page), edit=True)]


def tapped_scenario_removal(turn: Turn, tap: RemoveScenario) -> Replies:
    """Remove a scenario, and show what is left, in place."""
    programme = _own(turn, tap.programme)
    if programme is None:
        return [Reply(NONE_HERE)]
    scenarios = turn.uow.scenarios.list_of(programme.id)
    found = next((own for own in scenarios if own.id == tap.scenario), None)
    if found is None:
        return [Reply(GONE)]
    return [replace(reply, edit=True) for reply in _remove(turn, programme, found.title)]


def tapped_scenario_addition(turn: Turn, tap: AddScenario) -> Replies:
    """Wait for a scenario to be typed: of one competence, or with its numbers in front."""
    programme = _own(turn, tap.programme)
    if programme is None:
        return [Reply(NONE_HERE)]
    asked = ScenarioAwaited(programme=programme.id, number=tap.competence)
    competence = programme.competence(tap.competence)
    if competence is None:
        question = words(HOW, f"{programme.competences[0].number}: …; https://…; 2")
    else:
        question = lines(
            _title(competence),
            _("Type its title; where it lies; how many sessions it takes. Only the title must be."),
        )
    return await_words(turn, asked, question)


def typed_scenario(turn: Turn, question: ScenarioAwaited, text: str) -> Replies:
    """Keep the scenario that was typed; the question stays until one is read."""
    programme = _own(turn, question.programme)
    if programme is None:
        turn.close()
        return [Reply(NONE_HERE)]
    numbered = question.number and not _names_numbers(text)
    return _keep(turn, programme, f"{question.number}: {text}" if numbered else text)


def _names_numbers(text: str) -> bool:
    """Say whether typed words begin with numbers and a colon of their own."""
    front, colon, _rest = text.partition(":")
    return (
        bool(colon) and front.strip().replace(".", "").replace(",", "").replace(" ", "").isdigit()
    )


def _own(turn: Turn, programme_id: int) -> Programme | None:
    return next((own for own in list_programmes(turn) if own.id == programme_id), None)


def _show(turn: Turn, programme: Programme, page: int = 0) -> Reply:
    scenarios = turn.uow.scenarios.list_of(programme.id)
    pages = pages_of([_entry(programme, own) for own in scenarios], PAGE_LENGTH)
    page = min(page, len(pages) - 1)
    first = sum(len(before) for before in pages[:page])
    here = scenarios[first : first + len(pages[page])]
    missing = list_unprepared(scenarios, programme)
    text = lines(
        _("Lesson scenarios of {programme}:", programme=programme.title),
        *(pages[page] or [_("There is none yet.")]),
        *_say_missing(missing),
        words(_("Add or change one by typing:"), _example(programme)),
    )
    return Reply(text, tuple(_rows(programme, here, missing, pages, page)))


def _entry(programme: Programme, scenario: Scenario) -> Sayable:
    served = [_served(programme, number) for number in write_served(programme, scenario)]
    return words(
        Quoted(scenario.title),
        count_sessions(scenario.sessions),
        scenario.place,
        _("for {what}", what=listed(served)),
        by=" · ",
    )


def _served(programme: Programme, written: str) -> str:
    """Name what is served: a competence with its title, an indicator by its number behind it."""
    number, _dot, indicator = written.partition(".")
    competence = programme.competence(int(number))
    title = short(competence.title) if competence else ""
    return f"{written} {title}" if indicator else f"{number} {title}"


def _say_missing(missing: Sequence[Competence]) -> Iterator[Sayable]:
    if missing:
        named = listed(_title(competence) for competence in missing)
        yield _("No scenario yet for: {competences}", competences=named)
    else:
        yield _("Every competence has one.")


def _title(competence: Competence) -> str:
    return f"{competence.number} {short(competence.title)}"


def _rows(
    programme: Programme,
    here: Sequence[Scenario],
    missing: Sequence[Competence],
    pages: Sequence[object],
    page: int,
) -> Iterator[tuple[Button, ...]]:
    for competence in missing[:OFFERED]:
        label = _("add one for {competence}", competence=_title(competence))
        yield (button(label, AddScenario(programme.id, competence.number)),)
    yield (button(_("add another scenario"), AddScenario(programme.id, 0)),)
    for scenario in here[:LISTED]:
        tap = RemoveScenario(programme.id, scenario.id)
        yield (button(_("✕ remove: {what}", what=short(scenario.title)), tap),)
    if ways := turning(pages, page, lambda to: ShowScenarios(programme.id, to)):
        yield ways
