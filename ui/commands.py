"""What each command does; `ui.cli` says how they are asked for. No Qt here."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from exports.safe_write import write_bytes
from ui import copies, files, health_commands, messages
from ui.summary import summary, summary_lines
from ui.translate import plural, tr
from workshop.document import Document
from workshop.errors import FileProblem, Refused
from workshop.state import Workshop
from workshop.store.apart import write_copy
from workshop.store.header import check_place

OUT = "-"
"""In the place of a file: standard output."""


def run(asked: argparse.Namespace) -> int:
    """Does what was asked for; returns the exit code. Raises `CoxswainError` and OSError."""
    commands: dict[str, Callable[[argparse.Namespace], int]] = {
        "templates": list_templates,
        "new": make_new,
        "import": import_data,
        "export": export,
        "check": health_commands.check,
        "recover": health_commands.recover,
        "show": show,
        "shots": shots,
        "demo": draw_demo,
    }
    return commands[asked.command](asked)


def list_templates(asked: argparse.Namespace) -> int:
    """The shipped templates."""
    from workshop.interchange import templates

    known = templates.builtin()
    if asked.json:
        return _print_json([_template_data(template) for template in known])
    width = max(len(template.id) for template in known)
    for one in known:
        people = tr("{least}–{most} people", least=one.people_min, most=one.people_max)
        length = tr("{count} min", count=one.minutes)
        print(f"{one.id:{width}}  {length:>8}  {people:>13}  {one.title}")
    return 0


def _template_data(template: Any) -> dict[str, Any]:
    return {
        "id": template.id,
        "title": template.title,
        "purpose": template.purpose,
        "minutes": template.minutes,
        "people": {"min": template.people_min, "max": template.people_max},
        "functions_min": template.functions_min,
        "stages": template.stages,
    }


def make_new(asked: argparse.Namespace) -> int:
    """A workshop file from a template."""
    title, file = asked.title or asked.file.stem, files.with_suffix(asked.file)
    files.make_from_template(asked.template, file, title, asked.force).close()
    return _say_made(file)


def import_data(asked: argparse.Namespace) -> int:
    """A workshop file from YAML."""
    from workshop.interchange import reader

    file = files.with_suffix(asked.file)
    if asked.force:
        _refuse_same(asked.data, file)
    archive = reader.read_archive_file(asked.data)
    with Document.create(file, archive.workshop, force=asked.force) as document:
        for each in archive.pictures:
            document.add_picture(each.data, each.media_type)
    return _say_made(file)


def _say_made(file: Path) -> int:
    print(tr("Made {file}.", file=messages.file_name(file)))
    return 0


def export(asked: argparse.Namespace) -> int:
    """The brief as a PDF or one of the two copies of the data, to a file or standard output."""
    if asked.out != OUT:
        _refuse_target(asked)
        if asked.what == copies.SHARED and copies.is_workshop(Path(asked.out)):
            return _share_workshop(asked)
    if asked.what == "brief":
        return _brief(asked)
    with _document(asked.file) as document:
        data = copies.as_yaml(document.workshop, asked.what, document.picture)
    return _put(asked.out, data)


def _put(out: str, data: bytes, about: str = "") -> int:
    """Writes what was made to where it was asked for, and says so."""
    if out == OUT:
        return _write_out(data)
    write_bytes(Path(out), data)
    about = f", {about}" if about else ""
    print(tr("Wrote {file}{about}.", file=messages.file_name(out), about=about))
    return 0


def _refuse_target(asked: argparse.Namespace) -> None:
    out = Path(asked.out)
    _refuse_same(asked.file, out)
    check_place(out, asked.force)


def _share_workshop(asked: argparse.Namespace) -> int:
    with _document(asked.file) as document:
        out = Path(asked.out)
        copies.write_shared(document.workshop, document.picture, out, asked.force)
    return _say_made(Path(asked.out))


def _brief(asked: argparse.Namespace) -> int:
    """The brief. Its revision is kept once it is written; what there is to say of it is no part of
    what goes to standard output."""
    from exports.book import make_brief
    from exports.paper import PAPERS
    from workshop import revisions

    with _opened(asked.file) as workshop:
        printed = make_brief(workshop, PAPERS[asked.paper])
        pages = plural(printed.pages, "{count} page", "{count} pages")
        code = _put(asked.out, printed.pdf, pages)
        revisions.keep(workshop, printed.revision)
    for sentence in printed.report.sentences():
        print(sentence, file=sys.stderr if asked.out == OUT else sys.stdout)
    return code


def _refuse_same(source: Path, target: Path) -> None:
    """Nothing is ever written onto what it is made of."""
    if source.exists() and target.exists() and source.samefile(target):
        raise Refused("file.onto_itself", file=str(target))


def _write_out(data: bytes) -> int:
    binary = getattr(sys.stdout, "buffer", None)
    if binary is None:
        sys.stdout.write(data.decode())
    else:
        sys.stdout.flush()
        binary.write(data)
    return 0


def show(asked: argparse.Namespace) -> int:
    """What is in a workshop."""
    with _opened(asked.file) as workshop:
        if asked.json:
            return _print_json({"file": str(asked.file), **summary(workshop)})
        print("\n".join(summary_lines(workshop)))
    return 0


def shots(asked: argparse.Namespace) -> int:
    """Pictures of the windows, for those who build the program."""
    from ui.shots import draw_all

    return draw_all(asked.folder)


def draw_demo(asked: argparse.Namespace) -> int:
    """The demo as pictures of the console and of the room display, and its brief."""
    from ui import shots

    for file in (*shots.draw_demo(asked.headless), _demo_brief(asked.headless)):
        print(tr("Wrote {file}.", file=messages.file_name(file)))
    return 0


def _demo_brief(folder: Path) -> Path:
    import assets
    from exports.book import make_brief
    from exports.paper import A4
    from workshop.interchange import reader

    sample = reader.read_file(assets.path("sample", "sample-workshop.yaml"))
    target = folder / "brief.pdf"
    write_bytes(target, make_brief(sample, A4).pdf)
    return target


@contextmanager
def _opened(path: Path) -> Iterator[Workshop]:
    """A workshop to read."""
    with _document(path) as document:
        yield document.workshop


@contextmanager
def _document(path: Path) -> Iterator[Document]:
    """A document to read; of a file that cannot be written to, a copy is looked at."""
    try:
        with Document.open(path) as document:
            yield document
        return
    except FileProblem as problem:
        if problem.key != "file.read_only":
            raise
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / path.name
        write_copy(path, copy)
        with Document.open(copy) as document:
            yield document


def _print_json(data: object) -> int:
    print(json.dumps(data, ensure_ascii=False, indent=2))
    return 0
