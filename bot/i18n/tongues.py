"""Catalogues as they are spoken: a language with its address, and its names of roles."""

import io
from collections.abc import Callable
from functools import lru_cache
from gettext import GNUTranslations
from pathlib import Path

from bot.domain.manner import FORMAL, addressed, read_manner
from bot.i18n.role_names import LOCALES, renaming
from bot.messages import Text


class Tongue:
    """One language as an organisation speaks it."""

    def __init__(
        self, catalogue: GNUTranslations, renames: Callable[[str], str] | None = None
    ) -> None:
        """Speak by this catalogue; what is renamed once is kept."""
        self._catalogue = catalogue
        self._renames = renames
        self._renamed: dict[str, str] = {}

    def find(self, text: Text) -> str:
        """Find how a text is said, with its places open; in English where it is not translated."""
        if text.plural:
            found = self._catalogue.ngettext(text.key, text.plural, text.count)
        else:
            found = self._catalogue.gettext(text.key)
        return self.rename(found) if self._renames else found

    def rename(self, text: str) -> str:
        """Say a text of ours with the names of roles that were chosen."""
        if self._renames is None:
            return text
        known = self._renamed.get(text)
        if known is None:
            known = self._renamed[text] = self._renames(text)
        return known


@lru_cache(maxsize=64)
def tongue_of(language: str, manner: str) -> Tongue:
    """Find how a language is spoken in a manner, as that is kept with an organisation."""
    formal = addressed(language, manner) != language
    renames = renaming(language, read_manner(manner).names.get(language, {}))
    return Tongue(_formal(language) if formal else _catalogue(language), renames)


@lru_cache(maxsize=8)
def _formal(language: str) -> GNUTranslations:
    """Read what is said otherwise where people are addressed formally; the rest is as usual."""
    over = _read(language, FORMAL)
    if over is None:
        return _catalogue(language)
    over.add_fallback(_catalogue(language))
    return over


@lru_cache(maxsize=8)
def _catalogue(language: str) -> GNUTranslations:
    return _read(language, "messages") or GNUTranslations()


def _read(language: str, name: str) -> GNUTranslations | None:
    """Read a catalogue: what `make setup` compiled, or the source itself where that is newer."""
    folder = LOCALES / language / "LC_MESSAGES"
    source, compiled = folder / f"{name}.po", folder / f"{name}.mo"
    if not source.exists():
        return None
    if compiled.exists() and compiled.stat().st_mtime >= source.stat().st_mtime:
        with compiled.open("rb") as file:
            return GNUTranslations(file)
    return GNUTranslations(io.BytesIO(compiled_from(source, language)))


def compiled_from(source: Path, language: str) -> bytes:
    """Compile a catalogue."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with source.open("rb") as file:
        catalogue = read_po(file, locale=language)
    out = io.BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()
