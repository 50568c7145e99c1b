"""A line in plain words: read anew as the line that it means, shown first, or asked about."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.school.frameworks import Competence
from bot.domain.school.tracks import Role, Track
from bot.domain.scoring.scales import Coverage, Mastery
from bot.messages import Button, Quoted, Reply, Sayable, _, lines, words
from bot.showing.words.scores.marks import COVERAGE_WORD, MASTERY_WORD
from handlers.scoring.confirm import undo_button
from handlers.scoring.group import score_group, taught_in
from handlers.scoring.letters import spell
from handlers.scoring.taps import ChooseWay
from handlers.scoring.typing.plainly import (
    PlainLine,
    may_be_plain,
    other_name,
    parts_of,
    read_plain,
)
from handlers.scoring.typing.several import ask_for_lines_again
from handlers.talking.meaning.seeking import seek
from handlers.talking.meaning.shorthand import (
    complaint,
    keyword_in_front,
    lines_of,
    read_line,
    reads_as_scores,
)
from handlers.talking.meaning.target import Group, Target, groups_of, name_of
from handlers.talking.meaning.tokens import Misread
from handlers.talking.meaning.whom import LineWaiting, PutAway, Sought, Unclear, find, sure_of
from handlers.talking.meaning.words import LETTERS, keyword_of
from handlers.talking.phrases import short
from handlers.talking.routing.answered import Answered, Reread
from handlers.talking.routing.tap import button
from handlers.talking.turn import Replies, Turn

LINE_SHOWN = 80
_MEANING: dict[Mastery | Coverage, Sayable] = dict([*MASTERY_WORD.items(), *COVERAGE_WORD.items()])
_ALL = {"nl": "alles", "fr": "tout", "de": "alle"}
MOST_NAMING = 6
"""Words of a correction that only names somebody else."""

FEW = 3
"""Indicators that are offered beside a whole competence: those of what was said last of it."""


def read_plainly(turn: Turn, text: str) -> Answered:
    """Answer a line in plain words; None for what is none, or can be read as it is."""
    if text.startswith("/") or not turn.scored_tracks:
        return None
    if not may_be_plain(text):
        return _of_another(turn, text)
    if keyword_in_front(text)[0] in ("same", "focus"):
        return None
    among: list[Target] = [*turn.scored_tracks, *groups_of(turn)]
    written = lines_of(text)
    if len(written) > 1:
        return _in_lines(written, among)
    return None if _is_read(text, among) else _in_one(turn, text, among)


def _in_one(turn: Turn, text: str, among: Sequence[Target]) -> Answered:
    """Answer one line: of several students, each with what is said of them, or of one or more."""
    parts = [_one_way(part, among) for part in parts_of(text, among)]
    if len(parts) > 1:
        return Reread("\n".join(parts)) if all(_is_read(part, among) for part in parts) else None
    plain = read_plain(text, among)
    return _answer(turn, plain, text) if plain else None


def _of_another(turn: Turn, text: str) -> Replies | None:
    """Offer to take back what was stored last, where only somebody else was meant by it."""
    if turn.about is None or len(text.split()) > MOST_NAMING or any(map(str.isdigit, text)):
        return None
    target = other_name(text, [*turn.scored_tracks])
    if target is None or target == turn.about:
        return None
    newest = turn.uow.ledger.list_standing(turn.person.id, 1)
    if not newest:
        return None
    back = _("Take back “{title}” first, and send it again with the right name in front.",
             title=newest[0].title)  # fmt: skip
    example = _("Such as: {line}", line=f"{name_of(target).split()[0].lower()} …")
    undo = undo_button(newest[0])
    return [Reply(lines(back, example, _("Nothing was changed yet.")), ((undo,),))]


def _answer(turn: Turn, plain: PlainLine, text: str) -> Answered:
    """Answer what a line means; where that is not clear, nothing is stored."""
    try:
        return _meant(turn, plain, text)
    except Unclear as unclear:
        return unclear.replies
    except Misread as misread:
        return [Reply(complaint(text, Misread(misread.reason)))]  # its place is in other words


def _is_read(text: str, among: Sequence[Target]) -> bool:
    """Say whether a text is a line as it stands, about somebody who is known."""
    if not reads_as_scores(text):
        return False
    try:
        sought = replace(seek(text, among), wholly=True)
    except (Misread, Unclear):
        return False
    return not sought.name or sure_of(sought) is not None or bool(sought.several)


def _in_lines(written: Sequence[str], among: Sequence[Target]) -> Reread | None:
    """Write each of several lines as what it means; None where none is in plain words."""
    meant = [_one_way(line, among) for line in written]
    return Reread("\n".join(meant)) if meant != [*written] else None


def _one_way(line: str, among: Sequence[Target]) -> str:
    plain = read_plain(line, among) if may_be_plain(line) and not _is_read(line, among) else None
    if plain is None or plain.everybody or len(plain.ways) > 1 or len(plain.targets) > 1:
        return line
    return _named(plain, plain.ways[0])


def _meant(turn: Turn, plain: PlainLine, text: str) -> Answered:
    if plain.everybody and not plain.targets:
        return _of_everybody(turn, plain, text)
    if len(plain.ways) > 1:
        return [_ask(turn, text, [_named(plain, way) for way in plain.ways])]
    way = plain.ways[0]
    if len(plain.targets) > 1 or plain.left_out:
        return _shown_first(turn, [*plain.targets], plain, way)
    if plain.everybody and isinstance(plain.targets[0], Group):
        return score_group(turn, read_line(way), plain.targets[0], shown_first=True)
    if (wholly := _of_whole(turn, plain, way, text)) is not None:
        return wholly
    line = _named(plain, way)
    if line == text:
        return None
    if not reads_as_scores(line) and keyword_of(way.partition(" ")[0]) != "today":
        return None
    return Reread(line)


def _named(plain: PlainLine, way: str) -> str:
    """Write whom and what, as it is typed: the tally's keyword stands in front."""
    names = ", ".join(map(name_of, plain.targets))
    today, _blank, numbers = way.partition(" ")
    if keyword_of(today) == "today":
        return f"{today} {names} {numbers}" if names else way
    return f"{names} {way}".strip()


def _of_everybody(turn: Turn, plain: PlainLine, text: str) -> Replies:
    """Show what a line about everybody would store; of several class groups ask which."""
    tracks = [track for track in turn.scored_tracks if track not in plain.left_out]
    if all(track.scoring_role is Role.STUDENT for track in turn.scored_tracks):
        return [Reply(_("You score yourself alone. Leave out 'everybody'. Nothing was stored."))]
    groups = [group for group in groups_of(turn) if taught_in(group)]
    taught = {track for group in groups for track in taught_in(group)}
    wholly = not plain.left_out and taught >= {*tracks}
    if len(groups) > 1 and wholly:
        texts = [f"{name_of(group)} {way}" for group in groups for way in plain.ways]
        return [_ask(turn, text, texts)]
    if len(plain.ways) > 1:
        return [_ask(turn, text, [f"{_first(text)} {way}" for way in plain.ways])]
    if groups and wholly:
        return score_group(turn, read_line(plain.ways[0]), groups[0], shown_first=True)
    return _shown_first(turn, tracks, plain, plain.ways[0])


def _first(text: str) -> str:
    """Keep the words before the number of a line, which say whom it is about."""
    return text[: next(at for at, char in enumerate(text) if char.isdigit())].strip(" :,")


def _shown_first(turn: Turn, targets: Sequence[Target], plain: PlainLine, way: str) -> Replies:
    """Show what a line about several would store, and wait for a tap."""
    kept = [target for target in targets if target not in plain.left_out]
    text = "\n".join(_named(replace(plain, targets=(target,)), way) for target in kept)
    waiting = LineWaiting(line=text, asks="lines", source=turn.said.ref)
    shown = ask_for_lines_again(turn, waiting)
    return [shown] if shown else []


def _of_whole(turn: Turn, plain: PlainLine, way: str, text: str) -> Replies | None:
    """Ask whether one value is meant for a whole competence; None where an indicator is named."""
    parts = read_line(way).parts
    body = parts[0].body if len(parts) == 1 and parts[0].indicator is None else ()
    if len(body) != 1 or body[0].quoted or not set(body[0].text) <= LETTERS.keys():
        return None
    among: list[Target] = [*turn.scored_tracks]
    target = plain.targets[0] if plain.targets else find(turn, Sought("", among, None), text)
    tracks = [target] if isinstance(target, Track) else taught_in(target)
    competence = turn.programme(tracks[0]).competence(parts[0].competence) if tracks else None
    if competence is None or spell(body[0], len(competence.indicators)):
        return None
    everything = _ALL.get(turn.person.language, "all")
    said = [f"{competence.number} {everything} {body[0].text}"]
    if isinstance(target, Track):
        last = _said_last(turn, target, competence)
        said += [f"{competence.number}.{number} {body[0].text}" for number in last]
    return [_ask(turn, text, [f"{name_of(target)} {what}" for what in said])]


def _said_last(turn: Turn, track: Track, competence: Competence) -> list[int]:
    """List the few indicators of which this person said something last, if they are few."""
    ids = {indicator.id: indicator.number for indicator in competence.indicators}
    own = [
        said
        for said in turn.uow.ledger.list_said_beside(None, turn.seat(track), ids)
        if said.author_id == turn.person.id
    ]
    newest = max((said.score.said_at for said in own), default=None)
    last = sorted({ids[said.indicator_id] for said in own if said.score.said_at == newest})
    return last if len(last) <= FEW else []


def _ask(turn: Turn, text: str, texts: Sequence[str]) -> Reply:
    """Ask which of several lines is meant."""
    return ask_way(turn, LineWaiting(line=text, asks="ways", among=texts, source=turn.said.ref))


def ask_way(turn: Turn, waiting: LineWaiting) -> Reply:
    """Ask it, or ask it once more."""
    serial = turn.ask(waiting)
    rows = [(_way(serial, at, line),) for at, line in enumerate(waiting.among)]
    rows.append((button(_("✕ none of these"), PutAway(serial)),))
    said = Quoted(short(waiting.line, LINE_SHOWN))
    text = lines(said, _("Which of these do you mean? Nothing was stored yet."))
    return Reply(text, tuple(rows))


def _way(serial: int, at: int, line: str) -> Button:
    letters = line.rpartition(" ")[2]
    marks = [LETTERS[letter] for letter in letters] if set(letters) <= LETTERS.keys() else []
    meaning = words(*(_MEANING[mark] for mark in marks), by=", ") if marks else None
    return button(words(line, "·" if meaning else None, meaning), ChooseWay(serial, at))


def tapped_way(turn: Turn, tap: ChooseWay) -> Answered:
    """Read the line that was meant."""
    waiting = turn.asked(LineWaiting)
    if waiting is None or waiting.asks != "ways" or tap.at >= len(waiting.among):
        return None
    turn.waits_no_more = True
    return Reread(waiting.among[tap.at], source=waiting.source)
