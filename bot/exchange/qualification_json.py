"""The JSON of a recognised qualification, as the Flemish qualification structure gives it.

`competenties[].vaardigheden[]` are the indicators; `kennis[]` supports them and is not scored.
"""

import json

from bot.domain.importing.drafts import CompetenceDraft, FrameworkDraft
from bot.exchange.reading.files import refused, sound
from bot.exchange.reading.shapes import FileSection
from bot.messages import _


def parse_qualification(text: str, file: str, code: str | None = None) -> FrameworkDraft:
    """Read a qualification; `code` stands for its own one, `bk`, when given. Raises Refused."""
    top = FileSection(file, _json(text, file))
    with sound(file):
        return FrameworkDraft(
            code=code or top.text("bk"),
            version=_version(top),
            title=top.text("titel"),
            source=top.text("naamsvermelding", ""),
            competences=tuple(_competence(competence) for competence in top.tables("competenties")),
        )


def _json(text: str, file: str) -> dict[str, object]:
    try:
        read = json.loads(text)
    except json.JSONDecodeError as error:
        problem = _("it is not JSON: line {line} cannot be read", line=error.lineno)
        raise refused(file, problem) from None
    except (ValueError, RecursionError):
        raise refused(file, _("it is not JSON that can be read")) from None
    if not isinstance(read, dict):
        raise refused(file, _("it is JSON, but not of a qualification"))
    return read


def _version(top: FileSection) -> str:
    is_text = isinstance(top.values.get("versie"), str)
    return top.text("versie") if is_text else str(top.number("versie", 0) or "")


def _competence(competence: FileSection) -> CompetenceDraft:
    return CompetenceDraft(
        number=competence.number("nr"),
        title=competence.text("tekst"),
        indicators=tuple(skill.text("tekst") for skill in competence.tables("vaardigheden")),
    )
