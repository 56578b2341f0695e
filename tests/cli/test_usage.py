"""What is asked for wrongly: exit code 2, one line that says what to write, in both languages."""

import click
import pytest

from ita_docs.cli import main
from ita_docs.cli.application import usage_fault
from ita_docs.messages import table

WRONG = [
    (["rendr", "x.yaml"], "cli.unknown-command", "no command 'rendr'; did you mean render?"),
    (["xyzzy"], "cli.unknown-command-far", "no command 'xyzzy'; the commands are: demo, list, new, "),
    ([""], "cli.unknown-command-far", "no command ''"),
    (["schema", "progres-report"], "cli.unknown-kind", "'progres-report'; did you mean progress-report?"),
    (["new", "xyz"], "cli.unknown-kind-far", "'xyz'; the kinds are: assessment-analysis, "),
    (["new", "dosier"], "cli.unknown-kind", "'dosier'; did you mean dossier?"),
    (["new"], "cli.new-of-nothing", "needs a KIND, or last year's data file; name the kind (assessment-analysis, "),
    (["check", "x.yaml", "--report", "progres-report"], "cli.unknown-report", "did you mean progress-report?"),
    (["render", "x.yaml", "--report", "dossier"], "cli.unknown-report-far", "'dossier'; the kinds are: all, assess"),
    (["render", "x.yaml", "--report"], "cli.option-value", "the option --report is not used as it should be"),
    (["render", "x.yaml", "--round", "3"], "cli.choice", "--round can not be '3'; use one of: 1, 2"),
    (["render", "x.yaml", "--numeral", "thai"], "cli.unknown-option", "'--numeral'; did you mean --numerals?"),
    (["-x"], "cli.unknown-option", "'-x'; did you mean -h?"),
    (["list", "--recursive"], "cli.unknown-option-far", "'--recursive'; the options are: --lang, -h, --help"),
    (
        ["render", "x.yaml", "--numerals", "roman"],
        "cli.choice",
        "--numerals can not be 'roman'; use one of: thai, arabic",
    ),
    (["list", "--lang", "fr"], "cli.choice", "--lang can not be 'fr'; use one of: th, en"),
    (["render"], "cli.missing-argument", "ita-docs render needs FILE; `ita-docs render --help`"),
    (["render", "x.yaml", "-o"], "cli.option-value", "the option -o is not used as it should be"),
    (["check", "x.yaml", "--json=1"], "cli.option-value", "the option --json is not used as it should be"),
    (["check", "my", "plan.yaml"], "cli.extra-arguments", "ita-docs check does not take 'plan.yaml'"),
    (["list", "x"], "cli.extra-arguments", "ita-docs list does not take 'x'"),
]


@pytest.mark.parametrize(("arguments", "code", "said"), WRONG)
def test_usage(arguments: list[str], code: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert said in err
    assert (out, err.count("\n")) == ("", 1)
    assert main(["--lang", "th", *arguments]) == 2
    assert table()[code].th.partition("{")[0].strip() in capsys.readouterr().err


def test_what_click_refuses_for_another_reason() -> None:
    fault = usage_fault(click.UsageError("two values"))
    assert (fault.code, fault.params) == ("cli.usage", {"said": "two values"})


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
