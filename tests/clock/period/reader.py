"""A reader of every message: what is too long, without its title, doubled, or untrue is named."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta

from bot.domain.school.tracks import Role
from bot.storage.scoring.system_reads import film_as_of
from tests.clock.period.class_of_five import NAMES, STUDENTS, ClassOfFive, Message

MOST_LINES = 8
TITLE = 14
"""So many characters of a title make it known."""

_INDICATOR = re.compile(r"(?<![\d:.,])(\d{1,2})\.(\d{1,2})(?![\d:%])")
_NUMBERS = re.compile(
    r"(?:^|: |\b[A-Z]\w+ )(\d{1,2}(?:[-–]\d{1,2})?(?:, \d{1,2}(?:[-–]\d{1,2})?)*)(?=: | ·|\.?$)",
    re.MULTILINE,
)
_NOTHING_YET = re.compile(r"\b0 van (?:de )?\d+ aan bod")
_LACKS = re.compile(r"nog niet aan bod|bij niemand|leemte|ontbre|mist nog|nog nooit", re.IGNORECASE)
_AT_WORK = re.compile(r"\bwerk|leemte", re.IGNORECASE)

Complaint = tuple[Message, str]


def read_all(school: ClassOfFive) -> list[Complaint]:
    """Read every message as it came; what is wrong in it is listed."""
    known = _Known(school)
    rules: Sequence[Callable[[_Known, Message], Iterable[str]]] = (
        too_long,
        without_title,
        doubled,
        nothing_beside_marks,
        lacking_what_is_shown,
        buttons_twice,
        pictures_too_many,
        zeros_beside_nothing,
        asked_for_what_is_not_there,
        bare_counts,
    )
    found = [
        (message, complaint)
        for message in school.messages
        for rule in rules
        for complaint in rule(known, message)
    ]
    return [*found, *repeated(school.messages), *too_often(school.messages)]


class _Known:
    """What the reader knows: titles by number, and what was shown by whom at any instant."""

    def __init__(self, school: ClassOfFive) -> None:
        self.school = school
        self.titles = {
            competence.number: competence.title for competence in school.framework.competences
        }
        self.indicators = {
            (competence.number, at): text
            for competence in school.framework.competences
            for at, text in enumerate(competence.indicators, start=1)
        }
        with school.engine.begin() as connection:
            uow = school.unit(connection)
            self.programme = uow.tracks.read_programme(1)
            self.tracks = {
                track.id: track.student for track in uow.tracks.list_of(_coach(school).person_id)
            }
        self._shown: dict[datetime, Mapping[str, Mapping[int, set[Role]]]] = {}

    def shown(self, at: datetime) -> Mapping[str, Mapping[int, set[Role]]]:
        """By student's name and competence's number: the roles that said L or V of any of it."""
        if at not in self._shown:
            found: defaultdict[str, defaultdict[int, set[Role]]] = defaultdict(
                lambda: defaultdict(set)
            )
            with self.school.engine.begin() as connection:
                for (track, competence_id, _which, role), mark in film_as_of(
                    connection, at
                ).items():
                    competence = self.programme.competence_by_id(competence_id)
                    if competence and mark.mastery and mark.mastery.acquired:
                        found[self.tracks[track]][competence.number].add(Role(role))
            self._shown[at] = found
        return self._shown[at]

    def says_title(self, text: str, number: int) -> bool:
        return number not in self.titles or self.titles[number][:TITLE] in text


_ALONE = re.compile("“[^”]+”")
"""An indicator stands on a line of its own: another question may be about it again."""


def too_long(_known: _Known, message: Message) -> Iterator[str]:
    """Unasked, eight lines are the most, beside an indicator that a question is about."""
    lines = [
        line
        for line in message.shown.text.splitlines()
        if line.strip() and not _ALONE.fullmatch(line)
    ]
    if message.unasked and len(lines) > MOST_LINES:
        yield f"{len(lines)} lines, and nobody asked"


def without_title(known: _Known, message: Message) -> Iterator[str]:
    """A number of a competence or an indicator stands beside its title."""
    text = message.shown.text.replace("Periode 1", "")
    if message.asked.startswith(("/hulp", "/start")):
        return  # its examples say how to write
    for number, at in _INDICATOR.findall(text):
        place = int(number), int(at)
        said = known.indicators.get(place, "")[:TITLE] in text
        if place in known.indicators and not said and not known.says_title(text, place[0]):
            yield f"{number}.{at} without its title"
    for numbers in _NUMBERS.findall(text):
        for number in map(int, re.findall(r"\d+", numbers)):
            if number in known.titles and not known.says_title(text, number):
                yield f"{number} without its title"


def doubled(_known: _Known, message: Message) -> Iterator[str]:
    """No name stands twice in one list."""
    names = {name.split()[0] for name, *_ in STUDENTS.values()}
    for line in message.shown.text.splitlines():
        among = Counter(part.strip(" .") for part in re.split(r", | en | · |: ", line))
        yield from (
            f"{name} twice in one list"
            for name, times in among.items()
            if times > 1 and name in names
        )


def nothing_beside_marks(_known: _Known, message: Message) -> Iterator[str]:
    """What is shown has come up: "0 of n" never stands beside marks."""
    for line in message.shown.text.splitlines():
        if _NOTHING_YET.search(line) and re.search("[🟧🟩✅]", line):
            yield "nothing has come up, beside marks"


def lacking_what_is_shown(known: _Known, message: Message) -> Iterator[str]:
    """Nobody lacks, and no class misses, what is shown there."""
    for line in message.shown.text.splitlines():
        if not _LACKS.search(line):
            continue
        shown = known.shown(message.at)
        roles = {Role.MENTOR} if _AT_WORK.search(line) else set(Role)
        for part in re.split(" · |; ", line):
            names = [name for name, *_ in STUDENTS.values()]
            who = [name for name in names if re.search(rf"\b{name.split()[0]}\b", part)]
            for number in _named(known, part):
                for name in who or shown:
                    if shown.get(name, {}).get(number, set()) & roles:
                        yield f"{number} is said to lack, and is shown with {name}: {line}"


def buttons_twice(_known: _Known, message: Message) -> Iterator[str]:
    """No two buttons of a message do the same, or look the same."""
    buttons = [button for row in message.shown.buttons for button in row]
    for named in ("code", "label"):
        times = Counter(button[named] for button in buttons)
        yield from (f"a button twice: {what}" for what, count in times.items() if count > 1)


def pictures_too_many(_known: _Known, message: Message) -> Iterator[str]:
    """Unasked comes one picture at most, whole or in parts, and it says what it shows."""
    titles = {file["described"]["title"] for file in message.shown.files}
    if message.unasked and len(titles) > 1:
        yield f"{len(titles)} pictures, and nobody asked"
    if message.shown.files and not message.shown.alt:
        yield "a picture without words"


def zeros_beside_nothing(_known: _Known, message: Message) -> Iterator[str]:
    """Where nothing was scored that is said in words, and no zero stands beside it."""
    said = [message.shown.text, *(file["alt"] for file in message.shown.files)]
    for line in "\n".join(said).splitlines():
        zero = re.search(r"nog niets gescoord[,:·( ]+0 van|\((?:0/)*0 van \d+\)", line)
        if zero and not re.search("[🟥🟧🟩✅]", line):
            yield f"a zero beside nothing: {line}"


def asked_for_what_is_not_there(known: _Known, message: Message) -> Iterator[str]:
    """Nobody who talks here is said not to be here."""
    found = re.search(r"^Nog niet bij mij: (.*)$", message.shown.text, re.MULTILINE)
    if found is None:
        return
    talked = {other.to for other in known.school.messages if other.asked and other.at < message.at}
    names = {name for who, name in NAMES.items() if who in talked and name in found[1]}
    yield from (f"{name} is said not to be here" for name in sorted(names))


def bare_counts(_known: _Known, message: Message) -> Iterator[str]:
    """A line about colours says of what its first number is."""
    for line in message.shown.text.splitlines() if message.unasked else ():
        if re.search(r": \d+ (?:verworven|niet verworven|nog niet)", line):
            yield f"a number of what? {line}"


_ALWAYS = (
    "Alles wat openstaat: /open",
    "Een tip:",
    "De foto van Periode 1 is genomen.",
    "Zo zou de foto van Periode 1 er nu uitzien:",
)
"""What may be said every time: a heading, a way to more."""

_KEPT_UP = re.compile(
    r"^(?:Nieuw deze week: |Er sta(?:at|an) \d+ signa|Nog \d+ dag|Iets wat je deze week|"
    r"Je eigen kijk:|[\w, ]+: \d+ indicatoren (?:voor deze week|om mee te beginnen))|"
    r"\?$|– gesprek gepland op"
)
"""What stands until something is done: what is open, and questions, which rotate by themselves."""


def repeated(messages: Sequence[Message]) -> Iterator[Complaint]:
    """No message of a day says again what the one before of its sort said and did not change."""
    before: dict[tuple[str, str], set[str]] = {}
    for message in messages:
        sort = message.shown.kind
        if not message.unasked or sort == "alert" or message.shown.edited:
            continue
        lines = {line for line in message.shown.text.splitlines() if line}
        lines = {line for line in lines if line not in _ALWAYS and not _KEPT_UP.search(line)}
        lines = {line for line in lines if not _ALONE.fullmatch(line)}
        said = before.get((message.to, sort), set())
        yield from ((message, f"said the last time: {line}") for line in sorted(lines & said))
        before[message.to, sort] = lines


def too_often(messages: Sequence[Message]) -> Iterator[Complaint]:
    """One unasked message a day is the most; an alert may come beside it."""
    days: Counter[tuple[str, object]] = Counter()
    for message in messages:
        if message.unasked and message.shown.kind != "alert" and not message.shown.edited:
            day = (message.at + timedelta(hours=2)).date()
            days[message.to, day] += 1
            if days[message.to, day] > 1:
                yield message, "the second of this day"


def _named(known: _Known, text: str) -> set[int]:
    """The competences that a text names, by number or by title."""
    numbers = {number for number, title in known.titles.items() if title[: 2 * TITLE] in text}
    counted = re.sub(r"\d+ (?=niet|nog|verworven|leerling|van|collectieve)|van \d+", "", text)
    for first, last in re.findall(r"(?<![\w.,:])(\d{1,2})(?:[-–](\d{1,2}))?(?![\w.:%])", counted):
        numbers.update(range(int(first), int(last or first) + 1))
    return numbers & known.titles.keys()


def _coach(school: ClassOfFive):
    return school.people["c1"]
