"""The sample organisation in one of our languages: written once, its texts translated."""

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from bot.exchange.organisation_file import OrganisationDraft, organisation_in
from bot.exchange.reading.shapes import FileSection, read_toml

SAMPLE = Path(__file__).with_name("ours") / "sample.toml"
WRITTEN_IN = "en"

_QUOTED = re.compile(r'(?<=")[^"]+(?=")')


def read_sample(language: str = WRITTEN_IN) -> OrganisationDraft:
    """Read the sample in a language: the same people, codes, times and scores in each."""
    top = read_toml(SAMPLE)
    if language != WRITTEN_IN:
        texts = read_toml(SAMPLE.with_stem(f"sample_{language}")).table("texts").values
        top = FileSection(top.file, translated(top.values, texts))
    return replace(organisation_in(top), language=language)


def translated(value: Any, texts: Mapping[str, str]) -> Any:
    """Put every text that is translated, alone or as a note in a line, into its place."""
    match value:
        case dict():
            return {key: translated(part, texts) for key, part in value.items()}
        case list():
            return [translated(part, texts) for part in value]
        case str():
            return texts.get(value) or _QUOTED.sub(lambda it: texts.get(it[0], it[0]), value)
    return value
