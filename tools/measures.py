"""Print the measures of a tree: how full its folders are, how long its files and functions.

python tools/measures.py                this tree
python tools/measures.py ../before .    two trees beside each other
"""

import ast
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parent.parent
TOPS = {"code": ("bot", "handlers"), "tests": ("tests",)}
FULL = 15
"""So many Python files in one folder are seen at a glance."""

NOQA = re.compile(r"#\s*noqa\b")
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
Function = ast.FunctionDef | ast.AsyncFunctionDef
Counted = tuple[int, str]
"""How many, and of what."""


@dataclass(frozen=True, slots=True)
class File:
    """A Python file: its path within the tree, its text, and what stands in it."""

    path: str
    text: str
    nodes: list[ast.AST]


def read_files(tree: Path, tops: Iterable[str]) -> list[File]:
    """Read the Python files of some folders of a tree, but for what was fetched."""
    files = []
    for path in sorted(path for top in tops for path in (tree / top).rglob("*.py")):
        if "node_modules" not in path.parts:
            text = path.read_text(encoding="utf-8")
            nodes = list(ast.walk(ast.parse(text)))
            files.append(File(path.relative_to(tree).as_posix(), text, nodes))
    return files


def folder_sizes(files: list[File]) -> list[Counted]:
    """Count the Python files of each folder, those of folders within it not."""
    folders = Counter(file.path.rpartition("/")[0] for file in files)
    return [(count, folder) for folder, count in folders.items()]


def file_lengths(files: list[File]) -> list[Counted]:
    """Measure each file in lines, empty ones and comments too."""
    return [(len(file.text.splitlines()), file.path) for file in files]


def functions(files: list[File]) -> list[tuple[Function, str]]:
    """List the functions and methods, those within others too, with their file and name."""
    return [
        (node, f"{file.path}:{node.name}")
        for file in files
        for node in file.nodes
        if isinstance(node, FUNCTIONS)
    ]


def function_lengths(files: list[File]) -> list[Counted]:
    """Measure each function in lines from its `def`, with its docstring."""
    return [
        ((function.end_lineno or function.lineno) - function.lineno + 1, name)
        for function, name in functions(files)
    ]


def parameter_counts(files: list[File]) -> list[Counted]:
    """Count each function's parameters, `self` and `cls` not."""
    counted = []
    for function, name in functions(files):
        given = function.args
        named = [*given.posonlyargs, *given.args, *given.kwonlyargs, given.vararg, given.kwarg]
        names = {parameter.arg for parameter in named if parameter} - {"self", "cls"}
        counted.append((len(names), name))
    return counted


def loops_over_one(files: list[File]) -> int:
    """Count the loops, those of comprehensions too, with a variable called `one`."""
    return sum(
        "one" in {name.id for name in ast.walk(loop.target) if isinstance(name, ast.Name)}
        for file in files
        for loop in file.nodes
        if isinstance(loop, ast.For | ast.AsyncFor | ast.comprehension)
    )


def names_one(files: list[File]) -> int:
    """Count how often something called `one` is written or read."""
    names = (node for file in files for node in file.nodes if isinstance(node, ast.Name))
    return sum(name.id == "one" for name in names)


def docstrings_with_give(files: list[File]) -> int:
    """Count the docstrings whose first word is Give."""
    return sum(
        (ast.get_docstring(node) or "").startswith("Give ")
        for file in files
        for node in file.nodes
        if isinstance(node, ast.Module | ast.ClassDef | Function)
    )


def noqa_comments(files: list[File]) -> int:
    """Count the comments that excuse a line from the style."""
    return sum(len(NOQA.findall(file.text)) for file in files)


def middle(counted: list[Counted]) -> str:
    """Say the median."""
    return f"{median(count for count, _what in counted):g}"


def most(counted: list[Counted]) -> str:
    """Say the largest, and of what it is."""
    count, what = max(counted)
    return f"{count}  {what}"


def full_folders(files: list[File]) -> str:
    """List the folders with more files than are seen at a glance, the fullest first."""
    full = sorted((size for size in folder_sizes(files) if size[0] > FULL), reverse=True)
    return "\n".join(f"{count}  {folder}" for count, folder in full) or "none"


MEASURES: dict[str, Callable[[list[File]], str]] = {
    "Python files": lambda files: str(len(files)),
    "lines": lambda files: str(sum(lines for lines, _path in file_lengths(files))),
    "files in the fullest folder": lambda files: most(folder_sizes(files)),
    f"folders with more than {FULL} files": full_folders,
    "lines of a file, median": lambda files: middle(file_lengths(files)),
    "lines of a file, most": lambda files: most(file_lengths(files)),
    "functions": lambda files: str(len(functions(files))),
    "lines of a function, median": lambda files: middle(function_lengths(files)),
    "lines of a function, most": lambda files: most(function_lengths(files)),
    "parameters, median": lambda files: middle(parameter_counts(files)),
    "parameters, most": lambda files: most(parameter_counts(files)),
    "loops over `one`": lambda files: str(loops_over_one(files)),
    "times the name `one` stands": lambda files: str(names_one(files)),
    "docstrings that begin with Give": lambda files: str(docstrings_with_give(files)),
    "noqa comments": lambda files: str(noqa_comments(files)),
}


def rows(tree: Path) -> dict[str, str]:
    """Measure a tree: what was measured, and what came of it."""
    read = {part: read_files(tree, tops) for part, tops in TOPS.items()}
    code, tests = (sum(lines for lines, _path in file_lengths(files)) for files in read.values())
    measured = {
        f"{part}: {name}": measure(files)
        for part, files in read.items()
        for name, measure in MEASURES.items()
    }
    return measured | {"lines of tests to a line of code": f"{tests / code:.2f}"}


def table(columns: list[list[str]]) -> list[str]:
    """Set columns of equally many cells beside each other; a cell may have several lines."""
    widths = [max(len(line) for cell in column for line in cell.split("\n")) for column in columns]
    lines = []
    for row in zip(*columns, strict=True):
        cells = [cell.split("\n") for cell in row]
        for number in range(max(map(len, cells))):
            parts = (cell[number] if number < len(cell) else "" for cell in cells)
            padded = (part.ljust(width) for part, width in zip(parts, widths, strict=True))
            lines.append("  ".join(padded).rstrip())
    return lines


def main() -> None:
    """Print the measures of the trees that are named, or of this one."""
    trees = [Path(name) for name in sys.argv[1:]] or [ROOT]
    measured = [rows(tree) for tree in trees]
    columns = [["", *measured[0]]]
    columns += [[str(tree), *column.values()] for tree, column in zip(trees, measured, strict=True)]
    print("\n".join(table(columns)))


if __name__ == "__main__":
    main()
