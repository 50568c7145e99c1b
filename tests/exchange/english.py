"""Texts as the code has them, without catalogues: what a refusal says in English."""

from bot.messages import Joined, Text


def english(what):
    """Render a text in English, its arguments too."""
    if isinstance(what, Text):
        pattern = what.plural if what.plural and what.count != 1 else what.key
        return pattern.format(**{name: english(value) for name, value in what.args.items()})
    assert not isinstance(what, Joined)
    return str(what)
