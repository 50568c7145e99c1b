"""What there is to ask and to advise: ours, with what the school's own file makes of it."""

from pathlib import Path

from bot.domain.coaching.repertoire import Repertoire
from bot.exchange.repertoire_file import read_repertoire
from bot.messages import _
from bot.refusal import Refused


def own_repertoire(file: str) -> Repertoire:
    """Read questions and tips, extended by the school's own file; an empty name is none.

    Raises Refused, with the name of the setting in the sentence.
    """
    if not file:
        return read_repertoire()
    try:
        return read_repertoire(Path(file))
    except Refused as refused:
        raise Refused(
            _(
                "{setting} names a file that I cannot use. {problem}",
                setting="KOMPAAN_REPERTOIRE_FILE",
                problem=refused.text,
            )
        ) from None
