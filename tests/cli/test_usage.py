"""What is asked for wrongly: exit code 2, one line that says what to write, in both languages."""

import pytest

from ita_docs.cli import main


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["rendr", "x.yaml"], "no command 'rendr'; did you mean render?"),
        (["schema", "progres-report"], "no kind of report 'progres-report'; did you mean progress-report?"),
        (["new", "xyz"], "no kind of report 'xyz'; the kinds are: improvement-plan, "),
        (["render", "x.yaml", "--numeral", "thai"], "no option '--numeral'; did you mean --numerals?"),
        (["render", "x.yaml", "--numerals", "roman"], "--numerals can not be 'roman'; use one of: thai, arabic"),
        (["list", "--lang", "fr"], "--lang can not be 'fr'; use one of: th, en"),
        (["render"], "ita-docs render needs FILE; `ita-docs render --help`"),
        (["render", "x.yaml", "-o"], "the option -o is not used as it should be"),
        (["list", "--force=1"], "no option '--force'"),
        (["check", "x.yaml", "--json=1"], "the option --json is not used as it should be"),
        (["check", "my", "plan.yaml"], "ita-docs check does not take 'plan.yaml'"),
        (["list", "x"], "ita-docs list does not take 'x'"),
        (["-x"], "no option '-x'; did you mean -h?"),
        ([""], "no command ''"),
    ],
)
def test_usage(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert said in err
    assert (out, err.count("\n")) == ("", 1)
    assert main(["--lang", "th", *arguments]) == 2
    thai = capsys.readouterr().err
    assert "ไม่" in thai or "ต้อง" in thai


def test_no_command_shows_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    out, err = capsys.readouterr()
    assert not out
    assert err.startswith("Usage: ita-docs")
    for command in ("demo", "list", "new", "check", "schema", "render"):
        assert f"\n  {command} " in err


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("ita-docs 0.")
