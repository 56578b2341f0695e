"""The commands and their options as click runs them; what they do is in the modules beside, loaded when one is run.

click's own sentences are English: its headings are replaced here, and its usage errors become faults by their type.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

import click

import ita_docs
from ita_docs.cli.unknown import unknown
from ita_docs.cli.words import word
from ita_docs.errors import Fault, UsageError
from ita_docs.messages import Language


def application(language: Language) -> click.Group:
    """Return the whole command line with its help in one language."""

    def command(name: str, action: str, *params: click.Parameter) -> None:
        text = word(name, language)
        callback = click.pass_obj(_action(action))
        *above, own = name.split()
        groups[" ".join(above)].add_command(
            Command(
                own, callback=callback, params=[*params, *common()], help=text, short_help=text, add_help_option=False
            )
        )

    def group_of(name: str) -> Group:
        return Group(
            name,
            help=(text := word(name, language)),
            short_help=text,
            callback=_help_alone,
            invoke_without_command=True,
            add_help_option=False,
        )

    def option(
        key: str, *names: str, metavar: str | None = None, multiple: bool = False, needed: bool = False
    ) -> click.Option:
        text = word(f"option.{key}", language)
        return click.Option(names, help=text, metavar=metavar, multiple=multiple, required=needed)

    def choice(key: str, names: str, *choices: str, exposed: bool = True) -> click.Option:
        text, metavar = word(f"option.{key}", language), "|".join(choices)
        converted = _one_of(names.split(maxsplit=1)[0], choices)
        return click.Option(names.split(), help=text, metavar=metavar, type=converted, expose_value=exposed)

    def flag(key: str, *names: str) -> click.Option:
        return click.Option(names, help=word(f"option.{key}", language), is_flag=True)

    def screen(key: str, names: list[str], show: Callable[[click.Context], str]) -> click.Option:
        text = word(f"option.{key}", language)
        return click.Option(names, help=text, is_flag=True, is_eager=True, expose_value=False, callback=_screen(show))

    def common() -> tuple[click.Option, ...]:
        # the language itself is read before anything is parsed, so that help and usage errors are in it
        return choice("lang", "--lang", "th", "en", exposed=False), screen("help", ["-h", "--help"], _help)

    group, edition, template = group_of("ita-docs"), group_of("edition"), group_of("template")
    groups = {"": group, "edition": edition, "template": template}
    edition.params, template.params = [*common()], [*common()]
    group.params = [screen("version", ["--version"], lambda _: f"ita-docs {ita_docs.__version__}"), *common()]
    kind, file = _argument("kind", "KIND"), _argument("file", "FILE")
    folder = _argument("folder", "[DIR]", default="ita-docs-demo")
    force, target = flag("force", "--force"), ("-o", "--output")

    reports = option("report", "--report", metavar="KIND|all", multiple=True)
    part, strict = choice("round", "--round part", "1", "2"), flag("strict", "--strict")

    command("demo", "documents.demo", folder, force)
    command("list", "commands.list_kinds")
    command(
        "new",
        "commands.new",
        _argument("kind", "[KIND]", needed=False),
        option("from-last-year", "--from", "source", metavar="FILE"),
        option("output-new", *target, metavar="FILE"),
        force,
    )
    numerals = choice("numerals", "--numerals", "thai", "arabic")
    chosen, as_json = option("template", "--template", metavar="SET|T.docx"), flag("json", "--json", "as_json")
    of_set = option("template-set", "--template", metavar="SET")
    command("check", "checking.check", file, reports, part, chosen, strict, as_json)
    command("schema", "commands.schema", kind)
    command(
        "render",
        "documents.render",
        file,
        reports,
        part,
        option("output-render", *target, metavar="OUT"),
        chosen,
        numerals,
        flag("pdf", "--pdf"),
        flag("embed-fonts", "--embed-fonts"),
        strict,
        force,
    )
    command(
        "pack",
        "packing.pack_year",
        file,
        option("output-pack", *target, metavar="DIR", needed=True),
        reports,
        part,
        click.Option(["--pdf/--no-pdf"], help=word("option.pdf-or-not", language), default=None),
        of_set,
        numerals,
        strict,
        force,
    )
    command(
        "batch",
        "batching.batch",
        _argument("folder", "DIR"),
        option("output-batch", *target, metavar="OUT", needed=True),
        reports,
        part,
        option("jobs", "--jobs", metavar="N"),
        flag("resume", "--resume"),
        chosen,
        numerals,
        flag("review", "--check", "review"),
    )
    group.add_command(template)
    command("template list", "templates.list_sets")
    command("template copy", "templates.copy", kind, _argument("folder", "DIR"), of_set, force)
    command("template fields", "templates.fields", kind, of_set, as_json)
    command(
        "template check",
        "templates.check",
        file,
        click.Option(["--for", "kind"], help=word("option.for", language), metavar="KIND", required=True),
        of_set,
        option("annotate", "--annotate", metavar="OUT.docx"),
        force,
        as_json,
    )
    year = _argument("year", "YEAR")
    group.add_command(edition)
    command("edition list", "editions.list_years")
    command("edition show", "editions.show", year)
    command(
        "edition new",
        "editions.new",
        year,
        click.Option(["--from", "source"], help=word("option.from", language), metavar="YEAR", required=True),
        option("output-edition", *target, metavar="FILE"),
        force,
    )
    return group


def _action(name: str) -> Callable[..., int]:
    """What a command does, `documents.render`."""

    def run(*given: object, **options: object) -> int:
        module, _, function = name.partition(".")
        done: int = getattr(import_module(f"ita_docs.cli.{module}"), function)(*given, **options)
        return done

    return run


def usage_fault(error: click.UsageError) -> Fault:
    """Make a refusal of click a fault of ours."""
    if isinstance(error, click.NoSuchOption):
        params = error.ctx.command.params if error.ctx else []
        names = [name for param in params if isinstance(param, click.Option) for name in param.opts]
        return unknown("cli.unknown-option", error.option_name, names)
    if isinstance(error, click.MissingParameter) and error.param is not None and error.ctx is not None:
        metavar = error.param.make_metavar(error.ctx)
        name = f"{error.param.opts[0]} {metavar}" if isinstance(error.param, click.Option) else metavar
        named = {"name": name, "command": error.ctx.command_path}
        return Fault("cli.missing-argument", params=named)
    if isinstance(error, click.BadOptionUsage):
        return Fault("cli.option-value", params={"option": error.option_name})
    return Fault("cli.usage", params={"said": error.format_message()})


class _Translated(click.Command):
    """A command whose help has the headings of the language it is run in."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the line that shows how it is called."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix=word("usage", ctx.obj.language))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options."""
        records = [param.get_help_record(ctx) for param in self.params if isinstance(param, click.Option)]
        with formatter.section(word("options", ctx.obj.language)):
            formatter.write_dl([record for record in records if record])


class Command(_Translated):
    """One command; what is left on its line is a fault."""

    allow_extra_args = True

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Refuse arguments that the command does not take."""
        if extra := super().parse_args(ctx, args):
            raise UsageError(
                [Fault("cli.extra-arguments", params={"found": " ".join(extra), "command": ctx.command_path})]
            )
        return extra


class Group(_Translated, click.Group):
    """All commands; an unknown one is answered with the nearest."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's signature
        """The commands in the order in which a newcomer meets them."""
        return list(self.commands)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or say which is nearest."""
        if args[0] not in self.commands:
            raise UsageError([unknown("cli.unknown-command", args[0], self.commands)])
        return super().resolve_command(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, then the commands."""
        super().format_options(ctx, formatter)
        with formatter.section(word("commands", ctx.obj.language)):
            formatter.write_dl([(name, command.short_help or "") for name, command in self.commands.items()])


def _argument(name: str, metavar: str, default: str | None = None, *, needed: bool = True) -> click.Argument:
    if default is None:
        return click.Argument([name], metavar=metavar, required=needed)
    return click.Argument([name], metavar=metavar, required=False, default=default)


def _one_of(option: str, choices: tuple[str, ...]) -> Callable[[str], str]:
    def convert(value: str) -> str:
        asked = str(int(value)) if value.isdecimal() else value  # Thai digits are digits
        if asked not in choices:
            params = {"option": option, "found": value, "known": ", ".join(choices)}
            raise UsageError([Fault("cli.choice", params=params)])
        return asked

    return convert


def _screen(show: Callable[[click.Context], str]) -> Callable[[click.Context, click.Parameter, bool], None]:
    def callback(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
        if asked:
            ctx.obj.product(show(ctx))
            ctx.exit()

    return callback


def _help(ctx: click.Context) -> str:
    return ctx.get_help()


@click.pass_context
def _help_alone(ctx: click.Context) -> int:
    """Without a command there is nothing to do: help, and the code of a usage error."""
    if ctx.invoked_subcommand is None:
        ctx.obj.say(ctx.get_help(), keep_lines=True)
    return UsageError.exit_code
