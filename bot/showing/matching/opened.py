"""An intake of a file in sentences: for the command line, and for a file sent in a chat."""

from collections.abc import Iterator

from bot.domain.matching.intakes import IntakeDraft
from bot.messages import Sayable, Text, _, _n, colon, listed, words


def say_counts(draft: IntakeDraft) -> Sayable:
    """Say how much a round asks."""
    criteria = _n("{count} criterion", "{count} criteria", len(draft.criteria))
    candidates = _n(
        "{count} question for candidates",
        "{count} questions for candidates",
        len(draft.for_candidates),
    )
    companies = _n(
        "{count} question for companies",
        "{count} questions for companies",
        len(draft.for_companies),
    )
    return words(colon(draft.name), listed([criteria, candidates, companies]))


def say_opened(draft: IntakeDraft, programme: str, *, again: bool) -> Iterator[Sayable]:
    """Say what a round is, and of which programme."""
    yield _("An intake of {programme}.", programme=programme)
    yield say_counts(draft)
    for number, criterion in enumerate(draft.criteria, 1):
        yield words(f"{number}.", criterion)
    yield _n(
        "It is kept {count} day after it has ended for somebody.",
        "It is kept {count} days after it has ended for somebody.",
        draft.keep_days,
    )
    if again:
        yield _("It takes the place of the one of that name, in which nobody takes part.")


def say_wait(count: int) -> Text:
    """Say why a round stays open, without a name: who runs the school sees nobody's intake."""
    return _n(
        "{count} candidate answered and has to hear first what comes of it: who leads the intake "
        "says so. It stays open.",
        "{count} candidates answered and have to hear first what comes of it: who leads the intake "
        "says so. It stays open.",
        count,
    )
