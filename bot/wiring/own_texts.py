"""What there is to ask and to advise: ours, with what the school's own file makes of it."""

from functools import cache
from pathlib import Path

from bot.domain.repertoire import Repertoire
from bot.exchange.repertoire_file import read_repertoire
from bot.messages import _
from bot.refusal import Refused


@cache
def own_repertoire(tips_file: str) -> Repertoire:
    """Read the tips once, extended by a file of the school's own where one is named.

    Raises Refused, with the setting's name in the sentence.
    """
    try:
        return read_repertoire(*([Path(tips_file)] if tips_file else []))
    except Refused as refused:
        raise Refused(
            _("KOMPAAN_TIPS_FILE names a file that I cannot use. {problem}", problem=refused.text)
        ) from None
