"""What is installed works away from the checkout: the wheel built from the sdist, an editable install, the checkout.

Each has a virtual environment of its own.  A path file lends it the libraries of the running environment, so that
nothing is fetched; the package itself comes from where the test put it, which each test checks.
"""

import shutil
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

import ita_docs

pytestmark = pytest.mark.xdist_group("package")  # one worker builds once

WHERE = "import ita_docs; print(ita_docs.__file__)"


class Environment:
    """A virtual environment, run from a folder that holds a decoy of our own folders."""

    def __init__(self, folder: Path) -> None:
        venv.create(folder / "venv", symlinks=True)
        self.bin = folder / "venv" / "bin"
        paths = {"base": str(folder / "venv"), "platbase": str(folder / "venv")}
        self.site = Path(sysconfig.get_path("purelib", "venv", paths))
        (self.site / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n")
        self.elsewhere = folder / "elsewhere"
        (self.elsewhere / "templates" / "standard").mkdir(parents=True)
        (self.elsewhere / "templates" / "standard" / "progress-report.docx").write_bytes(b"a decoy")
        (self.elsewhere / "examples").mkdir()
        (self.elsewhere / "pyproject.toml").write_text('[project]\nname = "something-else"\n')

    def run(self, program: str, *arguments: str, **variables: str) -> str:
        command = [str(self.bin / program), *arguments]
        environment = {"PATH": str(self.bin), "LANG": "C.UTF-8", **variables}
        done = subprocess.run(command, cwd=self.elsewhere, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def install(self, *what: str) -> None:
        pip = [sys.executable, "-m", "pip", "--python", str(self.bin / "python"), "install", "--quiet"]
        # the lent libraries may hold this package too, which pip must neither take for enough nor touch
        offline = ["--ignore-installed", "--no-deps", "--no-index", "--no-build-isolation"]
        done = subprocess.run([*pip, *offline, *what], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr

    def demo(self, *command: str, **variables: str) -> None:
        listed = [self.elsewhere / line for line in self.run(*command, **variables).splitlines()]
        assert {path.stem for path in listed} >= set(ita_docs.PAPERS)
        for path in listed:
            assert zipfile.ZipFile(path).testzip() is None


@pytest.fixture(scope="module")
def built(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist, and the wheel made from it."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(root)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture
def environment(tmp_path: Path) -> Environment:
    return Environment(tmp_path)


def test_wheel(built: Path, environment: Environment) -> None:
    environment.install(*map(str, built.glob("*.whl")))
    assert Path(environment.run("python", "-c", WHERE).strip()).is_relative_to(environment.site)
    environment.demo("ita-docs", "demo")
    assert environment.run("ita-docs", "--version") == f"ita-docs {ita_docs.__version__}\n"
    environment.demo("python", "-m", "ita_docs", "demo", "again")


def test_editable(root: Path, environment: Environment) -> None:
    copy = environment.elsewhere.parent / "checkout"
    for name in ("ita_docs", "templates", "examples"):
        shutil.copytree(root / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(root / name, copy)
    environment.install("--editable", str(copy))
    assert Path(environment.run("python", "-c", WHERE).strip()).is_relative_to(copy)
    environment.demo("ita-docs", "demo")


def test_checkout(root: Path, environment: Environment) -> None:
    variables = {"PYTHONPATH": str(root), "PYTHONDONTWRITEBYTECODE": "1"}
    assert Path(environment.run("python", "-c", WHERE, **variables).strip()).is_relative_to(root)
    environment.demo("python", "-m", "ita_docs", "demo", **variables)


def test_wheel_holds_the_package_and_its_data_only(root: Path, built: Path) -> None:
    [wheel] = built.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {name.partition("/")[0] for name in names if ".dist-info/" not in name} == {"ita_docs"}
    code = {str(path.relative_to(root)) for path in (root / "ita_docs").rglob("*.py")}
    assert len(code) > 20
    assert not code - names
    assert "ita_docs/py.typed" in names
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)
    for folder in ("templates/standard", "examples", "examples/new", "ita_docs/assessment/editions"):
        files = [path for path in (root / folder).iterdir() if path.is_file()]
        assert files, folder
        inside = folder if folder.startswith("ita_docs/") else f"ita_docs/_data/{folder}"
        assert not {f"{inside}/{path.name}" for path in files} - names


def test_sdist_can_be_tested(built: Path) -> None:
    [sdist] = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {"pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md", "tests/conftest.py", ".ci/run"} <= names
    assert any(name.startswith("drawing/") for name in names)
    assert not any("__pycache__" in name for name in names)


def test_a_foreign_templates_folder_is_never_used(root: Path, environment: Environment) -> None:
    """The package alone, beside a `templates/` folder that is not ours, has no data rather than somebody else's."""
    shutil.copytree(root / "ita_docs", environment.elsewhere / "ita_docs", ignore=shutil.ignore_patterns("__pycache__"))
    code = (
        "import ita_docs\n"
        "from ita_docs.template_sets import data_folder\n"
        "try: data_folder()\n"
        "except ita_docs.TemplateError as error: print(error.faults[0].code)\n"
    )
    assert environment.run("python", "-c", code).strip() == "template-set.no-data"
