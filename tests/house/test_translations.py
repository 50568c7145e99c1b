"""Both catalogues hold every text of the code, with its places, and each text can be said.

What is wrong is shown by each text, in both languages.
"""

import ast
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import chain
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from bot.i18n import Voice
from bot.messages import Text
from handlers.routes import TABLE
from tools.messages import LANGUAGES, LOCALES, ROOT, gathered

SAME_IN_BOTH = {
    "coach",
    "mentor",
    "overlap",
    "film",
    "route",
    "G",
    "R",
    "O",
    "L",
    "D",
    "was {mark}",
    "P",
    "Code",
    "overlap {count}",
    "week {week}: {count}",
}
"""Texts that Dutch and English write alike, the letters of the colours among them."""

OTHER_WORDS = {"zelfstandig": "alleen"}
"""Dutch words that no text uses, each with the one that stands on every screen for the same."""

SAME_COMMANDS = {"privacy", "open", "focus", "start", "film", "route", "tips"}
LONGEST_LABEL = 40
COUNTS = (0, 1, 2)
SAMPLE = "Nicolas"
COMMAND = re.compile(r"(?<!\S)/(\w+)")


@cache
def of_the_code() -> Catalog:
    """Gather what the code says now; each process that runs tests imports this file, one asks."""
    return gathered()


def catalogue_file(language: str) -> Path:
    return LOCALES / language / "LC_MESSAGES" / "messages.po"


@cache
def catalogue(language: str) -> Catalog:
    with catalogue_file(language).open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


@cache
def template() -> Catalog:
    with (LOCALES / "messages.pot").open("rb") as file:
        return read_po(file, abort_invalid=True)


def forms(string: object) -> tuple[str, ...]:
    """A text's forms: one, or one for each of its plurals."""
    return tuple(string) if isinstance(string, tuple | list) else (str(string or ""),)


def keys(among: Catalog) -> set[tuple[str, ...]]:
    return {forms(message.id) for message in among if message.id}


def translated(language: str, key: tuple[str, ...]) -> tuple[str, ...]:
    message = catalogue(language).get(key[0])
    return forms(message.string) if message else ("",)


def places(text: str) -> set[str]:
    return {piece[1] for piece in Formatter().parse(text) if piece[1] is not None}


def arguments(key: tuple[str, ...]) -> dict[str, str]:
    """Make up an argument for each place, told apart by its name."""
    return {name: f"{SAMPLE} {name}" for form in key for name in places(form) if name != "count"}


def said(language: str, key: tuple[str, ...], count: int) -> str:
    made_up = arguments(key)
    plural = key[1] if len(key) > 1 else ""
    text = Text(key[0], {**made_up, "count": count}, plural, count if plural else 0)
    return Voice(language, "Europe/Brussels").say(text)


def margins(text: str) -> tuple[str, str]:
    """The white space before and after a text."""
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]


def shown(key: tuple[str, ...]) -> str:
    """Name a text, in both languages."""
    return " = ".join(text[:60] for text in (key[-1], translated("nl", key)[-1]))


EVERY_KEY = sorted(keys(template()))
EVERY_LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)


def hold_for_every(check: Callable[[tuple[str, ...]], None]) -> None:
    """Check each text; a test for each of so many would take longer than the checks do."""
    wrong = {}
    for key in EVERY_KEY:
        try:
            check(key)
        except AssertionError as error:
            wrong[shown(key)] = str(error)
    assert wrong == {}


# --- the catalogues as a whole ---


def test_the_template_is_what_the_code_says_now():
    assert keys(template()) ^ keys(of_the_code()) == set(), "run tools/messages.py"


@EVERY_LANGUAGE
def test_a_catalogue_has_the_texts_of_the_code_and_no_others(language):
    assert keys(catalogue(language)) ^ keys(of_the_code()) == set(), "run tools/messages.py"


@EVERY_LANGUAGE
def test_nothing_is_fuzzy_or_obsolete(language):
    read = catalogue(language)
    assert not read.fuzzy
    assert [message.id for message in read if message.fuzzy] == []
    assert [message.id for message in read.obsolete.values()] == []
    assert "\n#~" not in catalogue_file(language).read_text(encoding="utf-8")


@EVERY_LANGUAGE
def test_the_header_says_which_language_charset_and_plurals(language):
    text = catalogue_file(language).read_text(encoding="utf-8")
    header = text[text.index('\nmsgid ""\n') :].split("\n\n")[0]
    assert f'"Language: {language}\\n"' in header
    assert '"Content-Type: text/plain; charset=utf-8\\n"' in header
    assert '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"' in header


def test_english_is_what_stands_in_the_code():
    assert {key: translated("en", key) for key in keys(of_the_code())} == {
        key: key for key in keys(of_the_code())
    }


def test_the_list_of_what_is_the_same_in_both_is_not_too_long():
    assert SAME_IN_BOTH - {key[0] for key in keys(of_the_code())} == set()


# --- each text ---


def test_each_text_in_dutch():
    def check(key: tuple[str, ...]) -> None:
        dutch = translated("nl", key)
        assert len(dutch) == len(key)
        assert all(dutch), "not translated"
        assert dutch != key or key[0] in SAME_IN_BOTH
        assert [margins(form) for form in dutch] == [margins(form) for form in key]

    hold_for_every(check)


def test_one_thing_has_one_word_in_dutch():
    def check(key: tuple[str, ...]) -> None:
        for form in translated("nl", key):
            used = {word: own for word, own in OTHER_WORDS.items() if word in form.lower()}
            assert used == {}

    hold_for_every(check)


def test_each_text_has_the_same_places_in_dutch():
    def check(key: tuple[str, ...]) -> None:
        for number, (own, dutch) in enumerate(zip(key, translated("nl", key), strict=True)):
            may_lack = {"count"} if len(key) > 1 and number == 0 else set()
            assert places(own) - may_lack == places(dutch) - may_lack

    hold_for_every(check)


@EVERY_LANGUAGE
def test_each_text_can_be_said(language):
    def check(key: tuple[str, ...]) -> None:
        for count in COUNTS if len(key) > 1 else (0,):
            form = 0 if len(key) == 1 or count == 1 else 1
            told = said(language, key, count)
            assert "{" not in told
            assert "}" not in told
            assert all(value in told for value in arguments(key[form : form + 1]).values())
            # Voice may read a compiled catalogue: it says what the source says.
            spoken = {**arguments(key), "count": count}
            assert told == translated(language, key)[form].format(**spoken)

    hold_for_every(check)


def command_of(word: str) -> str | None:
    command = TABLE.command(word)
    return command.name if command else None


@pytest.mark.parametrize("key", [key for key in EVERY_KEY if COMMAND.search(key[0])], ids=shown)
def test_a_text_names_the_same_commands_by_their_dutch_word(key):
    for own, dutch in zip(key, translated("nl", key), strict=True):
        words = COMMAND.findall(dutch)
        named = [command_of(word) for word in words]
        assert None not in named
        assert sorted(named, key=str) == sorted(map(command_of, COMMAND.findall(own)), key=str)
        assert [word for word in words if word == command_of(word)] == [
            word for word in words if word in SAME_COMMANDS
        ]


# --- labels of buttons ---


@dataclass
class Code:
    """The syntax of all modules, to follow a button's label to the texts it may be."""

    modules: list[ast.Module] = field(default_factory=list)

    @cached_property
    def functions(self) -> list[ast.FunctionDef]:
        nodes = chain.from_iterable(map(ast.walk, self.modules))
        return [node for node in nodes if isinstance(node, ast.FunctionDef)]

    @cached_property
    def scopes(self) -> list[ast.Module | ast.FunctionDef]:
        return [*self.modules, *self.functions]

    @cached_property
    def calls(self) -> dict[str, list[tuple[ast.Call, ast.AST]]]:
        """The calls of each function by its name, each with the function that makes it."""
        found: dict[str, list[tuple[ast.Call, ast.AST]]] = defaultdict(list)
        for scope in self.scopes:
            for node in ast.walk(scope):
                if isinstance(node, ast.Call):
                    found[getattr(node.func, "id", "")].append((node, scope))
        return found

    @cached_property
    def anywhere(self) -> dict[str, list[tuple[ast.AST, ast.AST]]]:
        """What each name of a module is set to, with that module."""
        found: dict[str, list[tuple[ast.AST, ast.AST]]] = defaultdict(list)
        for module in self.modules:
            for name, values in bound(module.body).items():
                found[name] += [(value, module) for value in values]
        return found

    def said(self) -> set[str]:
        """Find the keys of all texts, also where a gatherer might not look, as in an f-string."""
        nodes = chain.from_iterable(map(ast.walk, self.modules))
        return set(chain.from_iterable(map(key_of, nodes)))

    def labels(self) -> set[str]:
        """The keys of all texts that stand on a button."""
        found: set[str] = set()
        for call, scope in self.calls["Button"]:
            label = argument(call, 0, "label")
            found |= set(self.texts(label, scope, frozenset())) if label else set()
        return found

    def texts(self, what: ast.AST, scope: ast.AST, seen: frozenset[object]) -> Iterator[str]:
        """Follow an expression to the texts it may be."""
        if isinstance(what, ast.Name):
            if (what.id, scope) in seen:
                return
            for origin, where in self.origins(what.id, scope):
                yield from self.texts(origin, where, seen | {(what.id, scope)})
        yield from key_of(what)
        for part in parts(what):
            yield from self.texts(part, scope, seen)

    def origins(self, name: str, scope: ast.AST) -> Iterator[tuple[ast.AST, ast.AST]]:
        """Find what a name is set to, run over, or called with."""
        yield from ((value, scope) for value in bound(ast.walk(scope)).get(name, ()))
        yield from self.anywhere.get(name, ())
        if isinstance(scope, ast.FunctionDef):
            yield from self.given(name, scope)

    def given(self, name: str, function: ast.FunctionDef) -> Iterator[tuple[ast.AST, ast.AST]]:
        """Find what a function is called with for one of its parameters."""
        own = [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
        for place in [place for place, keyword in enumerate(own) if keyword.arg == name]:
            for call, caller in self.calls.get(function.name, ()):
                value = argument(call, place, name)
                if value:
                    yield value, caller


def key_of(what: ast.AST) -> list[str]:
    """The key that an expression makes a text of, if it does."""
    if isinstance(what, ast.Call) and getattr(what.func, "id", "") in ("_", "_n"):
        return [ast.literal_eval(what.args[0])]
    return []


def argument(call: ast.Call, place: int, name: str) -> ast.AST | None:
    named = [keyword.value for keyword in call.keywords if keyword.arg == name]
    return next(iter([*call.args[place : place + 1], *named]), None)


def bound(nodes: Iterable[ast.AST]) -> dict[str, list[ast.AST]]:
    """Find what each name is set to, or runs over, in these nodes."""
    found: dict[str, list[ast.AST]] = defaultdict(list)
    for node in nodes:
        for target, value in bindings(node):
            for name in {part.id for part in ast.walk(target) if isinstance(part, ast.Name)}:
                found[name].append(value)
    return found


def bindings(node: ast.AST) -> Iterator[tuple[ast.AST, ast.AST]]:
    if isinstance(node, ast.Assign):
        yield from ((target, node.value) for target in node.targets)
    elif isinstance(node, ast.AnnAssign) and node.value:
        yield node.target, node.value
    elif isinstance(node, ast.For | ast.comprehension):
        yield node.target, node.iter


def parts(what: ast.AST) -> list[ast.AST]:
    """The parts of an expression that may be the text; an attribute or a test is none."""
    match what:
        case ast.Dict():
            return list(what.values)
        case ast.Tuple() | ast.List() | ast.Set():
            return list(what.elts)
        case ast.IfExp():
            return [what.body, what.orelse]
        case ast.BoolOp():
            return list(what.values)
        case ast.Subscript():
            return [what.value]
        case ast.Call(func=ast.Attribute(attr="items" | "values" | "get", value=table)):
            return [table]
        case ast.Call(func=ast.Name(id="words" | "lines")):
            return list(what.args)
    return []


@cache
def code() -> Code:
    files = [path for folder in ("bot", "handlers") for path in (ROOT / folder).rglob("*.py")]
    return Code([ast.parse(path.read_text(encoding="utf-8")) for path in files])


@cache
def button_labels() -> set[str]:
    return code().labels()


def test_every_text_of_the_code_is_gathered():
    assert code().said() - {key[0] for key in keys(of_the_code())} == set()


def test_the_labels_are_found_by_every_way_they_come_about():
    direct, of_a_table, by_a_parameter = "↩ Undo", "✗ not", "light: only the last reminder"
    by_a_key, chosen, repeated = "I am back", "mute", "sometimes (1 to 3 times)"
    assert button_labels() >= {direct, of_a_table, by_a_parameter, by_a_key, chosen, repeated}
    assert button_labels() <= {key[0] for key in keys(of_the_code())}


@EVERY_LANGUAGE
def test_a_button_is_short(language):
    forms_of_labels = [translated(language, (label,)) for label in sorted(button_labels())]
    on_buttons = [
        form.format(**dict.fromkeys(places(form), SAMPLE))
        for forms in forms_of_labels
        for form in forms
    ]
    assert [label for label in on_buttons if len(label) > LONGEST_LABEL] == []
