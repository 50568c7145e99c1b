"""A question with buttons is answered in words as well: by what a button says, by yes or by no."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.folding import every_way, fold, folded_ways
from bot.domain.school.naming import with_names
from bot.i18n import Voice
from bot.messages import Button, Reply, Sayable, _, lines
from handlers.talking.meaning.meant import still_asked
from handlers.talking.meaning.reply_meant import ReplyMeant
from handlers.talking.meaning.whom import LineWaiting, PutAway
from handlers.talking.meaning.words import keyword_of
from handlers.talking.ordinary.words import behind_thanks, refuses
from handlers.talking.routing.answered import Answered
from handlers.talking.routing.offering import Offered
from handlers.talking.routing.question import Question
from handlers.talking.turn import Turn

MOST_WORDS = 5
"""Words in an answer to a question with buttons; what is longer says something else."""

_WITH_YES = {"graag", "please", "hoor", "zeker", "doe", "maar", "bedankt", "dank", "je", "thanks",
             "aub", "svp", "merci", "bitte", "gern", "danke", "it", "is", "volontiers", "bien",
             "sur", "s", "il", "te", "vous", "plait", "stp", "beaucoup", "vas", "allez", "y",
             "gerne", "klar", "mach", "machen", "das",
             *every_way(("natürlich", "schön"))}  # fmt: skip
_WORD = re.compile(r"[^\W_]+")
_SHORTENED = re.compile(r"\b(?:[a-z][./])+[a-z]\b")
"""An abbreviation such as n.v.t. is one word: none of its letters is a word of a label."""
_WEAK = {"here", "hier", "with", "met", "the", "de", "het", "een", "a", "of", "in", "op", "is",
         "to", "as", "als", "at", "it", "that", "dat", "for", "voor", "ici", "avec", "le", "la",
         "un", "une", "du", "dans", "sur", "comme", "pour", "ce", "mit", "der", "das", "den", "dem",
         "ein", "eine", "im", "auf", "ist", "bei", "zu"}  # fmt: skip
"""Words that mean no button by themselves, though they are on one: 'hier' is not 'hier n.v.t.'.

'wie', 'die' and 'les' mean something in Dutch, and stay out although others find them small.
"""
_SIGN_OF = {"v": "✓", "l": "◐", "x": "✗", "✓": "✓", "◐": "◐", "✗": "✗"}


def typed_tap(turn: Turn, text: str) -> tuple[Answered] | None:
    """Answer the open question by the button that typed words mean; None where they mean none."""
    question = turn.question
    route = turn.table.question(question)
    if question is None or route is None or route.stands is None or not turn.awaits_words:
        return None
    if route.takes is not None or text.startswith("/"):
        return None
    if (overtaken := ask_overtaken(turn, text)) is not None:
        return (overtaken,)
    command = turn.table.command(text)
    if command is not None and command.name == "cancel":
        return None  # which puts away all that waits
    meant = route.means(turn, question, text) if route.means else None
    if meant is not None:
        # What was meant may have left words of it for the tap.
        if isinstance(question, Offered) and turn.question == question:
            turn.close()
        return (answer_tap(turn, meant.written()),)
    return _by_label(turn, question, text)


def ask_overtaken(turn: Turn, text: str) -> list[Reply] | None:
    """Ask again what a bare yes or no would answer, where a message came between: it needs a tap.

    Whoever was asked something else meanwhile may mean that. None where nothing came between.
    """
    since = turn.dialogue.asked_at
    if since is None or not _is_bare(text) or not turn.uow.reach.has_arrived(turn.person.id, since):
        return None
    asked = turn.table.stands(turn) or still_asked(turn)
    if asked is None:
        return None
    turn.dialogue = replace(turn.dialogue, asked_at=since)
    first = _("A message came since I asked this, so nothing was done. Tap what you mean:")
    return [replace(asked, text=lines(first, asked.text), edit=False)]


def _is_bare(text: str) -> bool:
    """Say whether words are a yes or a no alone, or with a 'please' behind it."""
    keyword, behind = _yes_or_no(text)
    return keyword is not None and all(word in _WITH_YES for word in _words(behind))


def _by_label(turn: Turn, question: Question, text: str) -> tuple[Answered] | None:
    """Find the button by what stands on it."""
    if len(text.split()) > MOST_WORDS or _about_another(turn, question):
        return None
    if not isinstance(question, LineWaiting) and any(char.isdigit() for char in text):
        return None  # a line of scores, for which no menu need be drawn
    before = turn.dialogue
    asked = turn.table.stands(turn)
    buttons = [button for row in asked.buttons for button in row] if asked else []
    found = meant_buttons(turn, buttons, text)
    if buttons and not found and turn.tracks:  # with whom the names behind code words are read
        found = meant_buttons(turn, buttons, text)
    if len(found) == 1:
        if isinstance(question, Offered):
            turn.close()
        return (answer_tap(turn, found[0].code),)
    if asked and len(found) > 1 and isinstance(question, LineWaiting):
        return ([asked],)
    turn.dialogue = before
    return None


def _about_another(turn: Turn, question: Question) -> bool:
    """Say whether another student was spoken of since a question about one was asked."""
    if isinstance(question, LineWaiting | ReplyMeant) or not hasattr(question, "track"):
        return False
    return turn.about is None or turn.about.id != question.track


def meant_buttons(turn: Turn, buttons: Sequence[Button], text: str) -> list[Button]:
    """List the buttons that typed words can mean."""
    away = [button for button in buttons if button.code.startswith(f"{PutAway.code}:")]
    others = [button for button in buttons if button not in away]
    labels = [(button, _labels(turn, button.label)) for button in buttons]
    keyword, behind = _yes_or_no(text)
    if keyword and behind and (named := meant_buttons(turn, buttons, behind)):
        return named  # 'no, Noor'
    if keyword and any(char.isdigit() for char in behind):
        return []  # 'no, 3.3 should be x'
    if keyword:
        if said_so := [button for button, own in labels if _begins_with(own, keyword)]:
            return said_so
        if keyword != "yes":
            return away
        return others if away and len(others) == 1 else []
    said = _words(text)
    part_of = (_begins_label, _is_in_label) if not _WEAK.issuperset(said) else ()
    for fits in (_is_label, *part_of):
        found = [button for button, own in labels if any(fits(said, label) for label in own)]
        if said and found:
            return found
    sign = _SIGN_OF.get(fold(text))
    return [b for b, own in labels if sign and own[0][:1] == [sign]]


def says(turn: Turn, label: Sayable, text: str) -> bool:
    """Say whether typed words are all that a button's label says."""
    return _words(text) in [_bare(words) for words in _labels(turn, label)]


def _yes_or_no(text: str) -> tuple[str | None, str]:
    """Read the yes, the no or the none with which words begin, and say what stands behind it."""
    behind = behind_thanks(text)
    first, _blank, behind = (behind if refuses(behind) else text).strip(" .!").partition(" ")
    keyword = keyword_of(first.rstrip(",.;!"))
    if keyword not in ("yes", "no", "none"):
        return None, ""
    sure = keyword != "yes" or all(word in _WITH_YES for word in _words(behind))
    return (keyword if sure else None), behind


def answer_tap(turn: Turn, code: str) -> Answered:
    """Do as if a button had been tapped; there is no message of ours to change."""
    found = turn.table.tap(code)
    if found is None:
        return None
    tap, route = found
    answered = route.answers(turn, tap)
    if not isinstance(answered, list):
        return answered
    return [replace(reply, edit=False) for reply in answered]


def _labels(turn: Turn, said: Sayable) -> list[list[str]]:
    """A label's words, with its sign, in the person's language and in English.

    One with an umlaut has two ways: as it is, and as who has none on the keyboard spells it.
    """
    found: list[list[str]] = []
    for language in dict.fromkeys((turn.person.language, "en")):
        label = Voice(language, turn.person.time_zone, manner=turn.person.manner).say(said)
        sign = [label[:1]] if label[:1] in _SIGN_OF.values() else []
        ways = dict.fromkeys((*folded_ways(label), *folded_ways(with_names(label))))
        found += [sign + _words(way) for way in ways]
    return found


def _words(text: str) -> list[str]:
    whole = _SHORTENED.sub(lambda found: re.sub(r"[./]", "", found[0]), fold(text))
    return _WORD.findall(whole)


def _bare(label: list[str]) -> list[str]:
    return label[1:] if label[:1] and label[0] in _SIGN_OF.values() else label


def _begins_with(own: list[list[str]], keyword: str) -> bool:
    """Say whether a label begins with yes or no, as 'yes, undo it' does."""
    return any(keyword_of(next(iter(_bare(label)), "")) == keyword for label in own)


def _is_label(said: list[str], label: list[str]) -> bool:
    return said == _bare(label)


def _begins_label(said: list[str], label: list[str]) -> bool:
    return said == _bare(label)[: len(said)] and not any(word.isdigit() for word in said)


def _is_in_label(said: list[str], label: list[str]) -> bool:
    """Say whether each word is one of the label's: a family name, or a word of an answer."""
    return set(said) <= set(_bare(label)) and not any(word.isdigit() for word in said)
