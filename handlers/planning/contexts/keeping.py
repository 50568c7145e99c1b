"""A programme's own list of contexts: its coach makes them, changes them, or takes one away."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from bot.domain.importing.drafts import HIGHEST_NUMBER, ContextDraft, Unsound, tidy
from bot.domain.school.frameworks import Competence, Context, Contribution, Programme
from bot.messages import Button, Reply, Sayable, _, lines, listed, words
from bot.ports.acts import Doer
from bot.use_cases.planning.contexts.change_contexts import (
    InUse,
    keep_context,
    list_coached,
    remove_context,
)
from handlers.planning.contexts.asked import ContextMenu, ContextTitle
from handlers.planning.contexts.shown import NO_CONTEXTS
from handlers.planning.contexts.taps import (
    EditContext,
    FinishContext,
    RemoveContext,
    ShowProgrammeContexts,
    ToggleTrained,
)
from handlers.planning.phrases import with_undo
from handlers.talking.meaning.whom import PutAway
from handlers.talking.phrases import name_competences, short
from handlers.talking.routing.tap import Tap, button
from handlers.talking.turn import Replies, Turn
from handlers.talking.waiting import await_words

LONGEST_TITLE = 80
WAYS: tuple[Contribution | None, ...] = (None, Contribution.STARTS, Contribution.DEVELOPS)
"""What a context does for a competence, tap by tap."""

DOES: Mapping[Contribution | None, Sayable] = {
    None: "",
    Contribution.STARTS: _("starts"),
    Contribution.DEVELOPS: _("develops"),
}
NOT_KEPT_BY_YOU = _("The coach keeps the contexts; /contexts shows them.")
TRAINS_NOTHING = _("Tap at least one competence that it trains.")


def show_programmes(turn: Turn, said: Sayable = "") -> Replies:
    """Show the contexts of the programmes that this person coaches."""
    programmes = {track.programme_id: track for track in list_coached(turn.uow, turn.person.id)}
    shown = [_shown(turn.programme(track)) for track in programmes.values()]
    return [replace(own, text=lines(said, own.text)) for own in shown]


def _find_programme(turn: Turn, programme_id: int) -> Programme | None:
    """Find a programme that this person coaches: each tap is authorised here again."""
    coached = list_coached(turn.uow, turn.person.id)
    found = next((track for track in coached if track.programme_id == programme_id), None)
    return turn.programme(found) if found else None


def _shown(programme: Programme, *, edit: bool = False) -> Reply:
    rows = [
        (
            button(
                _("change: {context}", context=f"{own.number} {short(own.title)}"),
                EditContext(programme.id, own.number),
            ),
        )
        for own in programme.contexts
    ]
    rows.append((button(_("a new context"), EditContext(programme.id, 0)),))
    text = lines(
        _("{programme}: work that belongs together", programme=programme.title),
        *(_say_context(programme, own) for own in programme.contexts),
        None if programme.contexts else NO_CONTEXTS,
        _("With a student's name behind /contexts you see and say what comes up there."),
    )
    return Reply(text, tuple(rows), edit=edit)


def _say_context(programme: Programme, context: Context) -> Sayable:
    return lines(
        f"{context.number} {context.title}",
        *_say_trains(programme, {str(own): how.value for own, how in context.trains}),
    )


def _say_trains(programme: Programme, trains: Mapping[str, str]) -> Iterator[Sayable]:
    for how in Contribution:
        numbers = [int(number) for number, done in trains.items() if done == how]
        if numbers:
            named = listed(name_competences(programme, sorted(numbers)))
            yield words("   ", DOES[how], ": ", named, by="")


def tapped_programme(turn: Turn, tap: ShowProgrammeContexts) -> Replies:
    """Go back to a programme's contexts."""
    programme = _find_programme(turn, tap.programme)
    turn.close()
    return [_shown(programme, edit=True) if programme else Reply(NOT_KEPT_BY_YOU)]


def tapped_edit(turn: Turn, tap: EditContext) -> Replies:
    """Open a context to change it; of a new one ask the title first."""
    programme = _find_programme(turn, tap.programme)
    if programme is None:
        return [Reply(NOT_KEPT_BY_YOU)]
    context = programme.context(tap.number)
    if context is None:
        return _ask_title(turn, ContextMenu(programme=programme.id))
    trains = {str(number): how.value for number, how in context.trains}
    menu = ContextMenu(
        programme=programme.id, number=context.number, title=context.title, trains=trains
    )
    return [_menu(turn, programme, menu, edit=True)]


def _ask_title(turn: Turn, menu: ContextMenu) -> Replies:
    question = ContextTitle(**{**vars(menu), "pending": "", "pending_source": "", "source": ""})
    return await_words(turn, question, _("What is this work called? Type it, such as: Renovation"))


def typed_title(turn: Turn, question: ContextTitle, text: str) -> Replies:
    """Take the title, and ask what the context trains."""
    programme = _find_programme(turn, question.programme)
    if programme is None:
        turn.close()
        return [Reply(NOT_KEPT_BY_YOU)]
    title = tidy(text)
    if not title or len(title) > LONGEST_TITLE:
        too_long = _("A title has {most} letters at most.", most=LONGEST_TITLE)
        return [
            replace(reply, text=lines(too_long, reply.text)) for reply in _ask_title(turn, question)
        ]
    number = question.number or _next_number(programme)
    menu = ContextMenu(programme=programme.id, number=number, title=title, trains=question.trains)
    return [_menu(turn, programme, menu, edit=False)]


def _next_number(programme: Programme) -> int:
    return min(max((own.number for own in programme.contexts), default=0) + 1, HIGHEST_NUMBER)


def _menu(turn: Turn, programme: Programme, menu: ContextMenu, *, edit: bool) -> Reply:
    """Show a context that is open, with what each tap on a competence says next."""
    kept = ContextMenu(**{**vars(menu), "pending": "", "pending_source": "", "source": ""})
    serial = turn.keep(kept) if edit and turn.asked(ContextMenu) else turn.ask(kept)
    rows: list[tuple[Button, ...]] = [
        (button(_label(own, menu), ToggleTrained(serial, own.number)),)
        for own in programme.competences
    ]
    rows.append(
        (
            button(_("keep it"), FinishContext(serial, "keep")),
            button(_("another title"), FinishContext(serial, "title")),
        )
    )
    if programme.context(menu.number) is not None:
        take_away = button(_("take it away"), RemoveContext(programme.id, menu.number))
        rows.append((take_away, button(_("‹ back"), ShowProgrammeContexts(programme.id))))
    else:
        rows.append((button(_("✕ cancel"), PutAway(serial)),))
    text = lines(
        f"{menu.number} {menu.title}",
        *_say_trains(programme, menu.trains),
        _(
            "What does this work train? Tap a competence once: it starts there. Twice: it "
            "develops there. Once more: neither."
        ),
    )
    return Reply(text, tuple(rows), edit=edit)


def _label(competence: Competence, menu: ContextMenu) -> Sayable:
    how = menu.trains.get(str(competence.number))
    named = f"{competence.number} {short(competence.title)}"
    return words("☑", words(named, DOES[Contribution(how)], by=" · ")) if how else f"☐ {named}"


def tapped_trained_by(turn: Turn, tap: ToggleTrained) -> Replies:
    """Say what the context does for a competence: nothing, it starts it, it develops it."""
    menu = turn.asked(ContextMenu)
    programme = _find_programme(turn, menu.programme) if menu else None
    if menu is None or programme is None or programme.competence(tap.competence) is None:
        return [Reply(NOT_KEPT_BY_YOU)]
    now = menu.trains.get(str(tap.competence))
    how = WAYS[(WAYS.index(Contribution(now) if now else None) + 1) % len(WAYS)]
    trains = {own: done for own, done in menu.trains.items() if own != str(tap.competence)}
    if how is not None:
        trains[str(tap.competence)] = how.value
    return [_menu(turn, programme, replace(menu, trains=trains), edit=True)]


def tapped_finish(turn: Turn, tap: FinishContext) -> Replies:
    """Keep the context that is open, or ask another title for it."""
    menu = turn.asked(ContextMenu)
    programme = _find_programme(turn, menu.programme) if menu else None
    if menu is None or programme is None:
        return [Reply(NOT_KEPT_BY_YOU)]
    if tap.how == "title":
        return _ask_title(turn, menu)
    try:
        draft = ContextDraft(
            menu.number, menu.title, _trained(menu, "starts"), _trained(menu, "develops")
        )
    except Unsound:
        return [Reply(TRAINS_NOTHING, over=True)]
    turn.close()
    entry = keep_context(turn.uow, Doer(turn.person.id, turn.at), programme, draft)
    said = _("{context} is kept.", context=f"{draft.number} {draft.title}")
    return [_after(turn, programme, said, entry)]


def _trained(menu: ContextMenu, how: str) -> tuple[int, ...]:
    return tuple(sorted(int(number) for number, done in menu.trains.items() if done == how))


def tapped_remove(turn: Turn, tap: RemoveContext) -> Replies:
    """Take a context away on which nothing hangs."""
    programme = _find_programme(turn, tap.programme)
    context = programme.context(tap.number) if programme else None
    if programme is None or context is None:
        return [Reply(NOT_KEPT_BY_YOU if programme is None else NO_CONTEXTS)]
    named = f"{context.number} {context.title}"
    try:
        entry = remove_context(turn.uow, Doer(turn.person.id, turn.at), programme, tap.number)
    except InUse:
        return [Reply(_("{context} stays: somewhere it is planned.", context=named), over=True)]
    turn.close()
    return [_after(turn, programme, _("{context} is taken away.", context=named), entry)]


def _after(turn: Turn, programme: Programme, said: Sayable, entry: int | None) -> Reply:
    """Show the programme's contexts after a change, which can be undone."""
    shown = _shown(_find_programme(turn, programme.id) or programme, edit=bool(turn.said.tap))
    return with_undo(replace(shown, text=lines(said, shown.text)), entry)


def stand_at_context(turn: Turn, menu: ContextMenu) -> Reply | None:
    """Show the context that is open again."""
    programme = _find_programme(turn, menu.programme)
    return _menu(turn, programme, menu, edit=False) if programme else None


def mean_trained(turn: Turn, menu: ContextMenu, text: str) -> Tap | None:
    """Read a number as a tap on the competence that has it."""
    programme = _find_programme(turn, menu.programme)
    number = text.strip(" .")
    known = programme is not None and number.isdecimal() and programme.competence(int(number))
    return ToggleTrained(turn.dialogue.serial, int(number)) if known else None
