"""The sentences about what a draft breaks: kept with the files that bring drafts."""

from bot.domain.importing.drafts import Rule, Unsound
from bot.messages import Text, _

_SENTENCES: dict[Rule, Text] = {
    Rule.HAS_CODE: _("the framework has no code"),
    Rule.HAS_TITLE: _("the framework has no title"),
    Rule.HAS_COMPETENCES: _("there is no competence in it"),
    Rule.COMPETENCE_NUMBER: _(
        "{number} cannot be the number of a competence: use a whole number from 1 to 9999"
    ),
    Rule.COMPETENCE_ONCE: _("there are two competences with number {number}"),
    Rule.COMPETENCE_TITLE: _("competence {number} has no title"),
    Rule.HAS_INDICATORS: _("competence {number} has no indicators"),
    Rule.INDICATOR_TEXT: _("indicator {indicator} of competence {number} has no text"),
    Rule.CONTEXT_NUMBER: _(
        "{number} cannot be the number of a context: use a whole number from 1 to 9999"
    ),
    Rule.CONTEXT_ONCE: _("there are two contexts with number {number}"),
    Rule.CONTEXT_TITLE: _("context {number} has no title"),
    Rule.CONTEXT_TRAINS: _("context {number} trains no competence"),
    Rule.CONTEXT_CLEAR: _("context {number} names competence {competence} twice"),
    Rule.COMPONENT_TITLE: _("there is a course component without a title"),
    Rule.COMPONENT_ONCE: _("there are two course components called “{title}”"),
    Rule.COMPONENT_HOLDS: _("course component “{title}” holds no competence"),
    Rule.COMPONENT_CLEAR: _("competence {competence} stands in two course components"),
}


def sentence_of(unsound: Unsound) -> Text:
    """Say which rule a draft breaks, without capital and full stop."""
    return Text(_SENTENCES[unsound.rule].key, unsound.values)
