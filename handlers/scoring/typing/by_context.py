"""A context in a typed line: 'jonas context 2', 'today context 2'."""

from dataclasses import replace
from typing import TypeVar

from bot.domain.school.frameworks import Context, Programme
from bot.messages import _
from handlers.talking.meaning.shorthand import TypedLine
from handlers.talking.meaning.target import Target
from handlers.talking.meaning.tokens import Misread
from handlers.talking.meaning.whom import Sought
from handlers.talking.meaning.words import keyword_of

T = TypeVar("T", bound=Target)


def names_context(line: TypedLine) -> bool:
    """Say whether the number in a line is that of a context."""
    return bool(line.parts) and any(keyword_of(word) == "context" for word in line.name.split())


def context_of(line: TypedLine, programme: Programme) -> Context:
    """Find the context of a line. Raises Misread for one that is not there, and for more."""
    first, *others = line.parts
    context = programme.context(first.competence)
    if context is None or first.indicator is not None:
        raise Misread(_("There is no such context in this programme."), first.token)
    if first.body or others:
        after = first.body[0] if first.body else others[0].token
        raise Misread(_("Behind a context's number nothing follows: I ask what it trains."), after)
    return context


def without_context(sought: Sought[T, TypedLine]) -> Sought[T, TypedLine]:
    """Leave the word 'context' out of the name in a line."""
    if sought.sure is not None or not names_context(sought.said):
        return sought
    named = [word for word in sought.name.split() if keyword_of(word) != "context"]
    return replace(sought, name=" ".join(named))
