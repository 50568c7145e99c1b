"""What there is to ask and to advise: ours, with what the school's own files make of it."""

from collections.abc import Mapping
from pathlib import Path

from bot.domain.repertoire import Repertoire
from bot.exchange.repertoire_file import read_repertoire
from bot.messages import _
from bot.refusal import Refused


def own_repertoire(files: Mapping[str, str]) -> Repertoire:
    """Read questions and tips, extended by the files that settings name; an empty name is none.

    Raises Refused, with the name of the setting in the sentence.
    """
    repertoire = read_repertoire()
    own: list[Path] = []
    for setting, file in files.items():
        if not file:
            continue
        own.append(Path(file))
        try:
            repertoire = read_repertoire(*own)
        except Refused as refused:
            raise Refused(
                _(
                    "{setting} names a file that I cannot use. {problem}",
                    setting=setting,
                    problem=refused.text,
                )
            ) from None
    return repertoire
