"""What a school keeps, told whole to everybody: a document that reads by itself."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.domain.rights.forgetting import DAYS
from bot.domain.rights.noticing import SchoolNotice
from bot.domain.rights.retention import Keeping
from bot.domain.school.naming import Naming
from bot.domain.school.tracks import Role
from bot.messages import Sayable, Text, _, _n
from bot.showing.privacy.sections import (
    COMPLAINT,
    LOOKS_SHOW,
    NOT_KEPT,
    NOT_SOLD,
    OF_COACHES,
    OF_EVERYBODY,
    OF_SCORERS,
    OF_STUDENTS,
    OPERATOR_SEES,
    SAID_BEFORE,
    SECTION_TITLE,
    WHERE_IT_GOES,
    PrivacySection,
)
from bot.showing.words.readers import SEEN_BY

TITLE = _("Your data in Kompaan")
ABOUT = (
    _(
        "Kompaan is a companion for learning at school and at work: you score, look back and plan "
        "in a chat. This page says what it keeps of people, who sees that, how long, and what you "
        "can ask."
    ),
    _(
        "The school decides what Kompaan is used for, and answers for it. Whoever made Kompaan "
        "sees nothing of it."
    ),
)
OF_ALL = _("Of everybody")
STUDENT = _("If you are a student")
MENTOR = _("If you are a mentor")
TEACHER = _("If you are a teacher")
SCORER = _("If you are a mentor or a teacher")
COACH = _("If you are a coach")
GUARDIAN = _("If you are a parent or guardian")
NOTHING_ELSE = _("And nothing else")
ASK_SCHOOL = _("Ask your coach, or somebody else at school.")

HAVING = _(
    "/mydata gives you everything that is kept of you, as one file: a page to read, the data for "
    "other programs, and the pictures. Those who decide about you hear that you asked; nobody can "
    "stop it."
)
CONTESTING = _(
    "/contest says that a score, a colour or a note about you is not right. What you say stands "
    "beside it until it is settled."
)
WITHOUT_A_CHAT = _(
    "You type these words in your chat. Without a chat, or as a parent or guardian, ask the school "
    "for the same."
)

NAMED_ABROAD: dict[Naming, Text] = {
    Naming.FULL: _("There everybody is called by the full name: your school chose so."),
    Naming.FIRST_NAMES: _("There everybody is called by the first name: your school chose so."),
    Naming.DISCREET: _(
        "There everybody is called by a code word, and what people wrote is not sent there: your "
        "school chose so. It stands on the school's own page."
    ),
}
"""How people are called on others' platforms."""


@dataclass(frozen=True, slots=True)
class PrivacyPart:
    """Some paragraphs below a heading of their own; without one they belong to the section."""

    said: tuple[Sayable, ...]
    heading: Sayable | None = None


@dataclass(frozen=True, slots=True)
class PrivacyChapter:
    """A section of the document: where a link finds it, its title and its parts."""

    anchor: str
    title: Sayable
    parts: tuple[PrivacyPart, ...]


@dataclass(frozen=True, slots=True)
class PrivacyDocument:
    """The whole: whose it is, what it begins with, and its sections."""

    schools: tuple[str, ...]
    chapters: tuple[PrivacyChapter, ...]


def describe_privacy(schools: Sequence[SchoolNotice]) -> PrivacyDocument:
    """Describe what these schools tell everybody; mostly it is one."""
    told = {
        PrivacySection.KEPT: _kept(),
        PrivacySection.SEEN: _seen(),
        PrivacySection.LONG: tuple(_long(schools)),
        PrivacySection.PLACES: tuple(_places(schools)),
        PrivacySection.RIGHTS: _rights(schools),
    }
    chapters = [PrivacyChapter(own, SECTION_TITLE[own], parts) for own, parts in told.items()]
    whom = PrivacyChapter("whom", _("Whom to ask"), tuple(_whom(schools)))
    return PrivacyDocument(tuple(own.school for own in schools), (*chapters, whom))


def _kept() -> tuple[PrivacyPart, ...]:
    talk = _("What you and Kompaan write to each other, and on which devices your chat is open.")
    said_yes = _(
        "Where the school says that a parent or guardian has to agree: that they said yes or no, "
        "how and when. Until there is a yes nobody scores you, and nobody asks you anything."
    )
    told = _("Which of this you were told, what you asked for, and what became of it.")
    return (
        PrivacyPart((*OF_EVERYBODY, talk, told), OF_ALL),
        PrivacyPart((*OF_STUDENTS, said_yes), STUDENT),
        PrivacyPart((OF_SCORERS,), SCORER),
        PrivacyPart((OF_COACHES,), COACH),
        PrivacyPart((NOT_KEPT,), NOTHING_ELSE),
    )


def _seen() -> tuple[PrivacyPart, ...]:
    guardian = _(
        "You have no chat here and see nothing in it: what is told to you is the school's to say."
    )
    decides = _(
        "Kompaan computes colours from what people said, and points out where their views differ. "
        "It decides nothing: people do."
    )
    return (
        PrivacyPart((SEEN_BY[Role.STUDENT], LOOKS_SHOW), STUDENT),
        PrivacyPart((SEEN_BY[Role.MENTOR],), MENTOR),
        PrivacyPart((SEEN_BY[Role.TEACHER],), TEACHER),
        PrivacyPart((SEEN_BY[Role.COACH], LOOKS_SHOW), COACH),
        PrivacyPart((guardian,), GUARDIAN),
        PrivacyPart((OPERATOR_SEES, NOT_SOLD, decides), OF_ALL),
    )


def _long(schools: Sequence[SchoolNotice]) -> Iterator[PrivacyPart]:
    for own in schools:
        heading = own.school if len(schools) > 1 else None
        yield PrivacyPart(tuple(_keepings(own)) or (_keeping(Keeping()),), heading)
    others = _("What mentors, teachers and coaches said of a student is kept as long.")
    yield PrivacyPart((others, SAID_BEFORE))


def _keepings(own: SchoolNotice) -> Iterator[Sayable]:
    """Say it of each programme; of all at once where it is the same."""
    if len({keeping for _title, keeping in own.kept}) == 1:
        yield _keeping(own.kept[0][1])
        return
    for title, keeping in own.kept:
        yield _(
            "{programme}: {months} after the training has ended, the words of photos and decisions "
            "{photo_months}.",
            programme=title,
            months=_months(keeping.months),
            photo_months=_months(keeping.photo_months),
        )


def _keeping(keeping: Keeping) -> Sayable:
    return _(
        "What was said in a training is kept for {months} after it has ended, the words of photos "
        "and decisions for {photo_months}; then it is erased.",
        months=_months(keeping.months),
        photo_months=_months(keeping.photo_months),
    )


def _months(count: int) -> Sayable:
    return _n("{count} month", "{count} months", count)


def _places(schools: Sequence[SchoolNotice]) -> Iterator[PrivacyPart]:
    yield PrivacyPart(WHERE_IT_GOES[:2])
    for own in schools:
        yield PrivacyPart((NAMED_ABROAD[own.naming],), own.school if len(schools) > 1 else None)
    yield PrivacyPart(WHERE_IT_GOES[2:])


def _rights(schools: Sequence[SchoolNotice]) -> tuple[PrivacyPart, ...]:
    days = max((own.forget_days for own in schools), default=DAYS)
    return (
        PrivacyPart((HAVING,), _("To have it")),
        PrivacyPart((CONTESTING,), _("To have it put right")),
        PrivacyPart((LOOKS_SHOW,), _("To know who looked")),
        PrivacyPart((_forgetting(days),), _("To be forgotten")),
        PrivacyPart((WITHOUT_A_CHAT, COMPLAINT), _("Without a chat, or not content")),
    )


def _forgetting(days: int) -> Sayable:
    return _(
        "/forget first says what goes, what stays and why. You are asked again after a night; "
        "after your yes those who decide have {days} days, then it is erased. Until then you can "
        "take it back.",
        days=days,
    )


def _whom(schools: Sequence[SchoolNotice]) -> Iterator[PrivacyPart]:
    for own in schools:
        yield PrivacyPart((own.contact or ASK_SCHOOL,), own.school if len(schools) > 1 else None)
    if not schools:
        yield PrivacyPart((ASK_SCHOOL,))
