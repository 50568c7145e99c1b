"""A written document, opened by libraries that had no part in writing it."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2
from PIL import Image
from pypdf import PdfReader

from bot.exchange.documents.pdf import pdf_of
from bot.i18n import Voice
from bot.messages import Document
from bot.pictures.ink.letters import FONTS, tidy
from bot.pictures.ink.scripts import joined


def written(document: Document, language: str = "en") -> bytes:
    return pdf_of(
        document, Voice(language, "Europe/Brussels"), FONTS, lambda line: joined(tidy(line))
    )


@dataclass(frozen=True)
class Element:
    """One element of the structure: its role, and all that is said of it."""

    role: str
    said: Any

    def attribute(self, name: str) -> Any:
        """What one of its attributes is; None where it has none of that name."""
        given = self.said.get("/A", [])
        groups = [group.get_object() for group in (given if isinstance(given, list) else [given])]
        return next((group[name] for group in groups if name in group), None)


class Opened:
    """The pages of a document, their words and their structure."""

    def __init__(self, document: Document, language: str = "en") -> None:
        self.data = written(document, language)
        self.reader = PdfReader(io.BytesIO(self.data), strict=True)
        self.root: Any = self.reader.trailer["/Root"]
        self.about: Any = self.reader.metadata
        self.pages = list(pypdfium2.PdfDocument(self.data))
        self.words = [page.get_textpage() for page in self.pages]
        self.texts = [words.get_text_range().replace("\r", "") for words in self.words]

    @property
    def text(self) -> str:
        return "\n".join(self.texts)

    @property
    def structure(self) -> list[Element]:
        """All elements, in the order in which they are read out loud."""
        return list(_elements(self.root["/StructTreeRoot"]["/K"]))

    @property
    def roles(self) -> list[str]:
        return [element.role for element in self.structure]

    @property
    def fonts(self) -> dict[str, bool]:
        """Each font by its name, with whether it stands in the document."""
        found = {}
        for page in self.root["/Pages"]["/Kids"]:
            for font in page.get_object()["/Resources"]["/Font"].values():
                (inner,) = font.get_object()["/DescendantFonts"]
                about = inner.get_object()["/FontDescriptor"].get_object()
                name = str(about["/FontName"]).rpartition("+")[2]
                found[name] = not about.keys().isdisjoint({"/FontFile2", "/FontFile3"})
        return found

    def printed(self, page: int = 0, scale: float = 2) -> Image.Image:
        """A page as it comes out of a printer without colours."""
        picture: Image.Image = self.pages[page].render(scale=scale).to_pil()
        return picture.convert("L")

    def sides(self, page: int = 0) -> list[tuple[float, float]]:
        """Where each run of letters of a page begins and ends, in points from the left."""
        words = self.words[page]
        boxes = (words.get_rect(at) for at in range(words.count_rects()))
        return [(box[0], box[2]) for box in boxes]

    def letters(self, page: int = 0) -> list[tuple[str, float, float]]:
        """Each letter of a page with where it begins and ends, in points from the left."""
        words = self.words[page]
        boxes = ((words.get_text_range(at, 1), words.get_charbox(at)) for at in _places(words))
        return [(letter, box[0], box[2]) for letter, box in boxes if letter.strip()]


def _places(words: Any) -> range:
    return range(words.count_chars())


def _elements(kids: Any) -> Iterator[Element]:
    for kid in kids if isinstance(kids, list) else [kids]:
        found = kid.get_object()
        if isinstance(found, dict) and "/S" in found:
            yield Element(str(found["/S"]), found)
            yield from _elements(found.get("/K", []))
