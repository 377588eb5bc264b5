"""The command line: what a facilitator can ask for without the window.

Nothing here imports Qt or what makes PDF pages, so that a command is there at once and works on
any machine. Exit codes: 0 well, 1 with one sentence on standard error, 2 wrong usage.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias

from ui.version import VERSION

COMMANDS = ("templates", "new", "import", "export", "check", "recover", "show", "demo", "shots")

_ABOUT = """\
Coxswain runs visioning and customer-journey workshops on a shared screen, without a network.

  coxswain                       open the window
  coxswain FILE                  open a workshop (NAME.workshop)
  coxswain COMMAND ...           do one thing and leave; the commands are below
"""
_MORE = """\
For example:
  coxswain templates
  coxswain new vision-half-day Harbour.workshop
  coxswain show Harbour.workshop
  coxswain export brief Harbour.workshop -o Harbour.pdf --paper letter
  coxswain export data Harbour.workshop -o Harbour.yaml
  coxswain recover Harbour.workshop -o "Harbour again.workshop"

A file that is there is never written over unless you add --force.
"coxswain COMMAND --help" tells more of a command. A workshop that is called like a command opens
with its folder before it: coxswain ./show
"""


def read(arguments: Sequence[str]) -> argparse.Namespace:
    """The arguments, understood; ends the program for --help, --version and wrong usage."""
    first = next((word for word in arguments if not word.startswith("-")), "")
    asked = [word for word in arguments if word in ("-h", "--help", "--version")]
    if first in COMMANDS or (asked and not first):
        return _parser().parse_args(arguments)
    return _window_parser().parse_args(arguments)


def _window_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="coxswain",
        usage="coxswain [FILE] | coxswain COMMAND ...",
        epilog='"coxswain --help" lists the commands.',
        allow_abbrev=False,
    )
    parser.add_argument("file", metavar="FILE", type=Path, nargs="?", help="a workshop to open")
    parser.set_defaults(command="window")
    return parser


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="coxswain",
        usage="coxswain [FILE] | coxswain COMMAND ...",
        description=_ABOUT,
        epilog=_MORE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"Coxswain {VERSION}")
    commands = parser.add_subparsers(title="commands", dest="command", metavar="", prog="coxswain")
    _add_templates(commands)
    _add_new(commands)
    _add_import(commands)
    _add_export(commands)
    _add_check(commands)
    _add_recover(commands)
    _add_show(commands)
    _add_demo(commands)
    shots = commands.add_parser("shots", usage="coxswain shots DIR")  # for those who build it
    shots.add_argument("folder", metavar="DIR", type=Path)
    return parser


Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def _add(commands: Commands, name: str, usage: str, about: str) -> argparse.ArgumentParser:
    return commands.add_parser(
        name,
        usage=f"coxswain {usage}",
        help=about,
        description=about[0].upper() + about[1:] + ".",
        allow_abbrev=False,
    )


def _add_templates(commands: Commands) -> None:
    parser = _add(commands, "templates", "templates [--json]", "list the templates to start from")
    _add_json(parser)


def _add_new(commands: Commands) -> None:
    about = "make a workshop from a template"
    parser = _add(commands, "new", "new TEMPLATE FILE [--title TITLE] [--force]", about)
    parser.add_argument("template", metavar="TEMPLATE", help='an id that "templates" lists')
    parser.add_argument("file", metavar="FILE", type=Path, help="the workshop to make")
    parser.add_argument("--title", default="", help="what it is called, if not as its file")
    _add_force(parser)


def _add_import(commands: Commands) -> None:
    about = "make a workshop from a data file (YAML)"
    parser = _add(commands, "import", "import DATA.yaml FILE [--force]", about)
    parser.add_argument("data", metavar="DATA.yaml", type=Path, help="a file that export wrote")
    parser.add_argument("file", metavar="FILE", type=Path, help="the workshop to make")
    _add_force(parser)


def _add_export(commands: Commands) -> None:
    about = "write the brief, or what is in a workshop, to another file"
    usage = "export {brief,data,share} FILE -o OUT [--paper {a4,letter}] [--force]"
    parser = _add(commands, "export", usage, about)
    what = (
        "brief: the vision brief as a PDF; "
        "data: the archive, everything but the history, as YAML that imports again without loss; "
        "share: a copy to hand out, without history, private notes and single entries, as YAML or, "
        "if OUT ends in .workshop, as a workshop"
    )
    parser.add_argument("what", choices=("brief", "data", "share"), metavar="WHAT", help=what)
    parser.add_argument("file", metavar="FILE", type=Path, help="the workshop")
    out = 'the file to write; "-" writes to the terminal'
    parser.add_argument("-o", "--out", metavar="OUT", required=True, help=out)
    paper = "paper of the brief, a4 if nothing is said"
    parser.add_argument("--paper", choices=("a4", "letter"), default="a4", help=paper)
    _add_force(parser)


def _add_check(commands: Commands) -> None:
    about = "look whether a workshop file is sound, and what can be brought back if it is not"
    parser = _add(commands, "check", "check FILE [--json]", about)
    parser.epilog = "It changes nothing, and also looks at a workshop that is open in the window."
    parser.add_argument("file", metavar="FILE", type=Path, help="the workshop")
    _add_json(parser)


def _add_recover(commands: Commands) -> None:
    about = "bring back what is left of a damaged or lost workshop, into a new file"
    parser = _add(commands, "recover", "recover FILE -o NEW", about)
    parser.add_argument("file", metavar="FILE", type=Path, help="the workshop, or where it was")
    parser.add_argument("-o", "--out", metavar="NEW", type=Path, required=True,
                        help="the workshop to make")  # fmt: skip


def _add_show(commands: Commands) -> None:
    about = "tell what is in a workshop: agenda, people, notes"
    parser = _add(commands, "show", "show FILE [--json]", about)
    parser.add_argument("file", metavar="FILE", type=Path, help="the workshop")
    _add_json(parser)


def _add_demo(commands: Commands) -> None:
    about = "open a copy of the sample workshop in the middle of its day"
    parser = _add(commands, "demo", "demo [FILE] [--headless DIR] [--force]", about)
    parser.add_argument("file", metavar="FILE", type=Path, nargs="?", help="where the copy is kept")
    pictures = "write pictures of the console and the room display instead, without a display"
    parser.add_argument("--headless", metavar="DIR", type=Path, help=pictures)
    _add_force(parser)


def _add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="as JSON, for other programs")


def _add_force(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--force", action="store_true", help="write over a file that is there")
