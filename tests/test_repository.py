"""Promises about the whole repository, checked by walking it; every walk asserts that it saw something."""

import ast
import re
import string
import subprocess
import tomllib
from pathlib import Path

import pytest

import ita_docs
from ita_docs import template_sets
from ita_docs.cli.application import Group, application
from ita_docs.messages import table

CODE = re.compile(r"[a-z]+(-[a-z]+)*\.[a-z0-9]+(-[a-z0-9]+)*")
# Names of machines, of one person's folders and of package indexes have no place in a repository.
MACHINE_PATH = re.compile(r"(?<![\w.~-])/(?:home|root|work|opt|Users|tmp/\w)/?[\w.-]*", re.ASCII)
REGISTRY = re.compile(
    r"\b(?:pypi|pythonhosted|npmjs|artifactory|nexus|devpi)\b[\w.-]*\.(?:org|com|io|net|local)", re.IGNORECASE
)


def tracked(root: Path) -> list[Path]:
    """The files of the repository: as git lists them, or all of them in an unpacked sdist."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    names = listed.stdout.splitlines() if listed.returncode == 0 else []
    if names:
        return [root / name for name in names]
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    shipped = [root / name for name in project["tool"]["hatch"]["build"]["targets"]["sdist"]["only-include"]]
    found = [path for top in shipped for path in (top.rglob("*") if top.is_dir() else [top])]
    return [path for path in found if path.is_file() and "__pycache__" not in path.parts]


def strings(root: Path, *folders: str) -> set[str]:
    found = set()
    for folder in folders:
        for source in (root / folder).rglob("*.py"):
            if source.parent.name == "messages":
                continue
            tree = ast.parse(source.read_text(encoding="utf-8"))
            found |= {
                node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and type(node.value) is str
            }
    return found


def test_nothing_names_a_machine_or_a_registry(root: Path) -> None:
    seen = 0
    wrong = []
    for path in tracked(root):
        if path.suffix in {".docx", ".png", ".jpg"} or path == Path(__file__).resolve() or not path.is_file():
            continue
        seen += 1
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if MACHINE_PATH.search(line) or REGISTRY.search(line):
                wrong.append(f"{path.relative_to(root)}:{number}: {line.strip()}")
    assert not wrong
    assert seen > 40


def test_every_message_code_is_used_and_every_used_code_has_a_message(root: Path) -> None:
    assert len(table()) > 50
    assert set(table()) - strings(root, "ita_docs") == set()
    made = raised(root)
    assert len(made) > 50
    assert made - set(table()) == set()


def raised(root: Path) -> set[str]:
    """The codes that calls make faults and findings of."""
    files = (root / "ita_docs").rglob("*.py")
    calls = (node for path in files for node in ast.walk(ast.parse(path.read_bytes())))
    first = ((node.func, node.args[0]) for node in calls if isinstance(node, ast.Call) and node.args)
    return {
        code.value
        for called, code in first
        if (called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")) in MAKERS
        and isinstance(code, ast.Constant)
        and isinstance(code.value, str)
        and CODE.fullmatch(code.value)
    }


MAKERS = {"Fault", "Finding", "finding", "fault", "_fault", "fail", "of"}


def test_every_message_code_has_a_test(root: Path) -> None:
    named = strings(root, "tests")
    # The tests of the engine name its codes without their room.
    assert {code for code in table() if not {code, code.removeprefix("template.")} & named} == set()


@pytest.mark.parametrize("code", table())
def test_message_is_complete(code: str) -> None:
    message = table()[code]
    texts = (message.en, message.en_advice, message.th, message.th_advice)
    fields = [{name for _, name, _, _ in string.Formatter().parse(text) if name is not None} for text in texts]
    assert CODE.fullmatch(code)
    assert all(text.strip() == text and text for text in texts)
    assert re.search("[ก-๙]", message.th)
    assert re.search("[ก-๙]", message.th_advice)
    assert fields[0] | fields[1] == fields[2] | fields[3]


@pytest.mark.parametrize("kind", ita_docs.PAPERS)
def test_every_kind_has_a_template_a_sample_and_a_starter(root: Path, kind: str) -> None:
    for path in (
        template_sets.standard_template(kind),
        template_sets.starter(kind),
        root / "examples" / f"{kind}.yaml",
        root / "examples" / "new" / f"{kind}.yaml",
    ):
        assert path.is_file()
    assert ita_docs.load(template_sets.starter(kind)).kind == kind
    assert f"| `{kind}` |" in (root / "README.md").read_text(encoding="utf-8")
    assert kind in (root / "docs" / "fields.md").read_text(encoding="utf-8")
    assert (root / "tests" / "golden" / f"{kind}.txt").is_file()


def test_a_dossier_has_a_sample_and_a_starter_and_is_in_the_readme(root: Path) -> None:
    assert template_sets.starter("dossier") == root / "examples" / "new" / "dossier.yaml"
    for path in (template_sets.starter("dossier"), root / "examples" / "dossier.yaml"):
        assert isinstance(ita_docs.load(path), ita_docs.Dossier)
    assert "ita-docs new dossier" in (root / "README.md").read_text(encoding="utf-8")


def test_every_file_of_templates_and_examples_belongs_to_a_kind(root: Path) -> None:
    stems = [
        path.stem
        for folder in ("templates/standard", "examples", "examples/new")
        for path in (root / folder).glob("*.*")
        if path.name != "README.md"  # the guide, which is about all of them
    ]
    assert len(stems) >= 3 * len(ita_docs.PAPERS)
    kinds = (*ita_docs.PAPERS, "dossier")
    assert not [stem for stem in stems if not any(stem == kind or stem.startswith(f"{kind}-") for kind in kinds)]


def test_every_command_and_option_is_in_the_readme(root: Path) -> None:
    readme = (root / "README.md").read_text(encoding="utf-8")
    top = application("en").commands
    groups = {name: command for name, command in top.items() if isinstance(command, Group)}
    commands = {name: command for name, command in top.items() if name not in groups}
    commands |= {f"{name} {own}": c for name, group in groups.items() for own, c in group.commands.items()}
    assert len(commands) == 15
    for name, command in commands.items():
        assert f"| `ita-docs {name}" in readme
        for param in command.params:
            long = max(param.opts, key=len)
            assert not long.startswith("--") or long in {"--help", "--output"} or long in readme


def test_the_readmes_commands_are_what_ci_runs(root: Path) -> None:
    readme = (root / "README.md").read_text(encoding="utf-8").splitlines()
    first = next(number for number, line in enumerate(readme) if line == "```sh")
    assert readme[first + 1] == "pip install . && ita-docs demo"
    [*_, last] = (root / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert last.replace(" --quiet", "") == readme[first + 2] == "pip install '.[test]' && pytest"


def test_the_readmes_first_document(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    block = re.search(r"```python\n(.*?)```", (root / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    assert block
    assert len([line for line in block[1].splitlines() if line]) <= 10
    exec(compile(block[1], "README.md", "exec"), {})  # noqa: S102  the README's own code
    assert Path("progress-report.docx").stat().st_size > 5_000


def test_no_module_is_longer_than_a_promise(root: Path) -> None:
    lengths = {
        source: len(source.read_text(encoding="utf-8").splitlines())
        for folder in ("ita_docs", "drawing", "benchmarks", "tests")
        for source in (root / folder).rglob("*.py")
    }
    assert len(lengths) > 40
    assert not {str(source) for source, length in lengths.items() if length > 400}
