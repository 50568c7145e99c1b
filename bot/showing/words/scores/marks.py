"""The words for marks: mastery, coverage, and both of one indicator."""

from bot.domain.scoring.film import Mark
from bot.domain.scoring.scales import Coverage, Mastery
from bot.messages import Sayable, _, words

MASTERY_WORD = {
    Mastery.NOT_SHOWN: _("not shown"),
    Mastery.WITH_SUPPORT: _("with support"),
    Mastery.AUTONOMOUS: _("alone"),
}
COVERAGE_WORD = {
    Coverage.NOT_YET: _("never"),
    Coverage.SOMETIMES: _("sometimes"),
    Coverage.REGULARLY: _("regularly"),
}
NOT_HERE = _("n/a here")


def mark_words(mark: Mark) -> Sayable:
    """Say a mark in words: 'with support, sometimes'."""
    if mark.not_here:
        return NOT_HERE
    mastery = MASTERY_WORD[mark.mastery] if mark.mastery else _("not scored")
    return words(mastery, COVERAGE_WORD[mark.coverage] if mark.coverage else None, by=", ")
