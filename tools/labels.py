"""Which texts stand on buttons: each label is followed through the code to the texts it may be."""

import ast
import gc
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import chain
from pathlib import Path

ROOT = Path(__file__).parent.parent


@dataclass
class Code:
    """The syntax of all modules, to follow a button's label to the texts it may be."""

    modules: list[ast.Module] = field(default_factory=list)
    bindings: dict[ast.AST, dict[str, list[ast.AST]]] = field(default_factory=dict)
    """What names are set to, by the scope that was looked through."""

    @cached_property
    def nodes(self) -> dict[ast.AST, list[ast.AST]]:
        """What stands in each module: to walk through them takes longer than to read them."""
        return {module: [*ast.walk(module)] for module in self.modules}

    @cached_property
    def functions(self) -> list[ast.FunctionDef]:
        """The functions of all modules."""
        nodes = chain.from_iterable(self.nodes.values())
        return [node for node in nodes if isinstance(node, ast.FunctionDef)]

    @cached_property
    def scopes(self) -> list[ast.Module | ast.FunctionDef]:
        """Where a name may be set: each module and each function."""
        return [*self.modules, *self.functions]

    @cached_property
    def calls(self) -> dict[str, list[tuple[ast.Call, ast.AST]]]:
        """The calls of each function by its name, each with the function that makes it."""
        found: dict[str, list[tuple[ast.Call, ast.AST]]] = defaultdict(list)
        for scope in self.scopes:
            for node in self.nodes.get(scope) or ast.walk(scope):
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
        nodes = chain.from_iterable(self.nodes.values())
        return set(chain.from_iterable(map(key_of, nodes)))

    def labels(self) -> set[str]:
        """Find the keys of all texts that stand on a button."""
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
        yield from ((value, scope) for value in self.bound_in(scope).get(name, ()))
        yield from self.anywhere.get(name, ())
        if isinstance(scope, ast.FunctionDef):
            yield from self.given(name, scope)

    def bound_in(self, scope: ast.AST) -> dict[str, list[ast.AST]]:
        """Find what is set anywhere in a scope; each is asked of for many names."""
        if scope not in self.bindings:
            self.bindings[scope] = bound(self.nodes.get(scope) or ast.walk(scope))
        return self.bindings[scope]

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
    """Find what a call hands over for a parameter, by its place or its name."""
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
    """List what a statement sets to what."""
    if isinstance(node, ast.Assign):
        yield from ((target, node.value) for target in node.targets)
    elif isinstance(node, ast.AnnAssign) and node.value:
        yield node.target, node.value
    elif isinstance(node, ast.For | ast.comprehension):
        yield node.target, node.iter


def parts(what: ast.AST) -> list[ast.AST]:
    """List the parts of an expression that may be the text; an attribute or a test is none."""
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
    """Read the code that says texts."""
    files = [path for folder in ("bot", "handlers") for path in (ROOT / folder).rglob("*.py")]
    # It stays to the end, and to look through it for garbage would take longer than all else.
    gc.disable()
    read = Code([ast.parse(path.read_text(encoding="utf-8")) for path in files])
    gc.freeze()
    gc.enable()
    return read


@cache
def button_labels() -> set[str]:
    """Find the keys of all texts that stand on a button."""
    return code().labels()
