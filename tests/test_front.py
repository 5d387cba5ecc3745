"""The front of the package: what `from toc import …` gives, and what it costs."""

from __future__ import annotations

import ast
import inspect
import pkgutil
import subprocess
import sys
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

import pytest
from cli.running import CLEAN, process, write

import toc

SLOW = (
    "difflib",
    "graphviz",
    "jsonschema",
    "networkx",
    "numpy",
    "oxidd",
    "resvg_py",
    "rich",
    "segno",
    "typst",
)
"""What nobody should wait for who only loads or checks a clean strategy."""


def imported_for_type_checkers() -> list[str]:
    """Give the names that the front imports where only type checkers look."""
    tree = ast.parse(inspect.getsource(toc))
    guarded = next(node for node in tree.body if isinstance(node, ast.If))
    imports = [node for node in guarded.body if isinstance(node, ast.ImportFrom)]
    return [name.name for node in imports for name in node.names]


def test_the_list_of_names_is_sorted_and_has_each_once() -> None:
    """`__all__` reads as a sorted list without repetition."""
    assert toc.__all__ == sorted(set(toc.__all__))


def test_the_list_of_names_is_complete() -> None:
    """Every name that has a home, and every one that type checkers see, is listed."""
    assert toc.__all__ == sorted(toc._HOME_OF) == sorted(imported_for_type_checkers())


def test_dir_is_the_list_of_names() -> None:
    """Completion in a shell offers the public names and nothing else."""
    assert dir(toc) == toc.__all__


def test_a_star_import_brings_every_name() -> None:
    """`from toc import *` gives what `__all__` lists."""
    here: dict[str, object] = {}
    exec("from toc import *", here)
    assert set(toc.__all__) <= set(here)


@pytest.mark.parametrize("name", toc.__all__)
def test_every_name_is_public_at_home_too(name: str) -> None:
    """A public name can be imported, and the module that it comes from lists it."""
    home = sys.modules[toc._HOME_OF[name]] if getattr(toc, name) else None
    assert home is not None
    assert name in home.__all__


def test_no_name_is_that_of_a_room() -> None:
    """Python puts a submodule over a function of its name, so none may have the same name."""
    rooms = {module.name for module in pkgutil.iter_modules(toc.__path__)}
    assert {"rules", "loading"} <= rooms
    assert rooms.isdisjoint(toc.__all__)


@pytest.mark.parametrize("name", toc.__all__)
def test_every_name_is_documented(name: str) -> None:
    """Every public thing has a docstring of its own that begins with a whole sentence."""
    said = getattr(toc, name).__doc__
    assert said is not None
    first = " ".join(said.split("\n\n")[0].split())
    assert first.endswith((".", "…"))
    assert first[0].isupper()
    assert not said.startswith(f"{name}(")


def public_functions() -> list[str]:
    """Give the names of the public functions."""
    return [name for name in toc.__all__ if inspect.isfunction(getattr(toc, name))]


@pytest.mark.parametrize("name", public_functions())
def test_what_has_a_default_is_named_by_the_caller(name: str) -> None:
    """In a call, whatever may be left out is given by its name."""
    parameters = inspect.signature(getattr(toc, name)).parameters.values()
    optional = [one for one in parameters if one.default is not inspect.Parameter.empty]
    assert all(one.kind is inspect.Parameter.KEYWORD_ONLY for one in optional)


@pytest.mark.parametrize("name", public_functions())
def test_every_function_says_what_it_takes_and_gives(name: str) -> None:
    """Every parameter and result of a public function is annotated."""
    signature = inspect.signature(getattr(toc, name))
    assert signature.return_annotation is not inspect.Signature.empty
    assert all(one.annotation is not one.empty for one in signature.parameters.values())


def test_every_deliberate_exception_has_one_root() -> None:
    """Who catches `TocError` catches all that the package raises on purpose."""
    raised = [getattr(toc, name) for name in toc.__all__ if name.endswith("Error")]
    assert len(raised) > 1
    assert all(issubclass(error, toc.TocError) for error in raised)


def test_an_unknown_name_is_refused_as_python_does() -> None:
    """A misspelled name is an AttributeError that says it."""
    with pytest.raises(AttributeError, match="module 'toc' has no attribute 'chekc'"):
        toc.chekc  # noqa: B018


def test_type_checkers_are_told_that_the_package_is_typed() -> None:
    """The marker of PEP 561 is among the package's files."""
    assert (files("toc") / "py.typed").is_file()


@pytest.mark.parametrize(
    "script",
    [
        pytest.param("import toc", id="import"),
        pytest.param("import toc; [getattr(toc, name) for name in dir(toc)]", id="every-name"),
        pytest.param("import toc; assert not toc.check('clean.yaml').findings", id="check"),
        pytest.param(
            "from toc.cli import main; assert main(['check', 'clean.yaml']) == 0", id="cli"
        ),
        pytest.param("from toc.cli import main; main(['show', 'clean.yaml'])", id="show"),
    ],
)
def test_nothing_slow_is_imported(script: str, tmp_path: Path) -> None:
    """Importing the package, checking and showing a clean strategy import nothing slow."""
    write(tmp_path / "clean.yaml", CLEAN)
    asked = f"import sys; {script}; print(*(sorted(set({SLOW!r}) & set(sys.modules))), sep=',')"
    done = subprocess.run(
        [sys.executable, "-c", asked], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == ""


def test_the_import_does_not_even_bring_the_model() -> None:
    """`import toc` alone costs next to nothing: names come when they are asked for."""
    asked = "import sys, toc; print('pydantic' in sys.modules, 'yaml' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]


def test_the_module_is_a_command() -> None:
    """`python -m toc --version` names the tool and its version."""
    ran = process("--version")
    assert (ran.code, ran.out) == (0, f"toc {version('theory-of-change')}\n")


def test_the_command_is_installed() -> None:
    """The command `toc` stands beside Python and is the same."""
    installed = Path(sys.executable).with_name("toc")
    done = subprocess.run([installed, "--version"], capture_output=True, text=True, check=True)
    assert done.stdout == f"toc {version('theory-of-change')}\n"
