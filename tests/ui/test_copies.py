"""The archive and the copy to share, from the command line and from the menu."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMenu
from pytestqt.qtbot import QtBot

import assets
from tests.canonical import differences
from ui.__main__ import main
from ui.window import MainWindow
from workshop.document import Document
from workshop.errors import FileProblem
from workshop.interchange import reader
from workshop.records.agenda import Stage
from workshop.records.details import PrivateNote
from workshop.records.notes import Note
from workshop.records.rounds import Count, Dot, Rating, Slip

Caught = pytest.CaptureFixture[str]


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """The finished sample with a history, a private note and a picture that was removed again."""
    path = tmp_path / "Noonbell.workshop"
    workshop = reader.read_file(assets.path("sample", "sample-workshop.yaml"))
    with Document.create(path, workshop) as document:
        hash = document.add_picture(b"\x89PNG\r\n\x1a\na picture that stays", "image/png")
        gone = document.add_picture(b"\x89PNG\r\n\x1a\na picture that goes", "image/png")
        for text, picture in (("SAID BEFORE", gone), ("said now", hash)):
            with workshop.step("note.edit"):
                workshop[Note].replace(1, text=text, picture=picture)
    return path


def private_words(path: Path) -> list[str]:
    """What must not be in a copy to share."""
    with Document.open(path) as document:
        workshop = document.workshop
        lines = [
            line for stage in workshop[Stage] for line in (*stage.run, *stage.watch, stage.say)
        ]
        notes = [note.text for note in workshop[PrivateNote]]
        return [
            words for words in (*lines, *notes, "SAID BEFORE") if len(words) > 20 or words.isupper()
        ]


def test_the_copy_to_share_as_yaml(sample: Path, tmp_path: Path, capsys: Caught) -> None:
    out = tmp_path / "shared.yaml"
    assert main(["export", "share", str(sample), "-o", str(out)]) == 0
    assert capsys.readouterr().out == f"Wrote {out}.\n"
    text = out.read_text(encoding="utf-8")
    words = private_words(sample)
    assert len(words) > 30
    for private in words:
        assert private not in " ".join(text.split())
        assert private not in text
    assert "said now" in text
    assert "votes:" not in text
    assert reader.read_file(out)[Count]
    assert main(["export", "share", str(sample), "-o", str(out)]) == 1
    assert "There is a file" in capsys.readouterr().err


def test_the_copy_to_share_as_a_workshop(sample: Path, tmp_path: Path, capsys: Caught) -> None:
    out = tmp_path / "shared.workshop"
    assert main(["export", "share", str(sample), "-o", str(out)]) == 0
    assert capsys.readouterr().out == f"Made {out}.\n"
    data = out.read_bytes()
    for private in (*private_words(sample), "a picture that goes"):
        assert private.encode() not in data
    assert b"a picture that stays" in data
    with Document.open(sample) as one, Document.open(out) as other:
        assert one.identity != other.identity
        assert other.read_steps() == []
        for cls in (Slip, Dot, Rating, PrivateNote):
            assert len(other.workshop[cls]) == 0
    assert main(["export", "share", str(sample), "-o", str(out)]) == 1
    assert main(["export", "share", str(sample), "-o", str(out), "--force"]) == 0
    assert main(["export", "share", str(sample), "-o", str(sample), "--force"]) == 1
    assert "onto" in capsys.readouterr().err or sample.exists()


def test_the_archive_has_everything(sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "archive.yaml"
    assert main(["export", "data", str(sample), "-o", str(out)]) == 0
    with Document.open(sample) as document:
        assert differences(document.workshop, reader.read_file(out)) == []


def export(window: MainWindow, what: str, target: Path, qtbot: QtBot) -> None:
    """Chooses an export in the menu and a file in the dialog, and waits until it is told."""
    window.actions_by_id[what].trigger()
    dialog = window.findChildren(QFileDialog)[-1]
    dialog.fileSelected.emit(str(target))
    dialog.close()
    qtbot.waitUntil(lambda: target.name in window.banner.said)


def test_both_are_in_the_menu(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    inside = [one.menu() for one in window.menu.actions()]
    offered = [one for menu in inside if isinstance(menu, QMenu) for one in menu.actions()]
    for what in ("export_data", "export_share"):
        assert window.actions_by_id[what] in offered
    assert window.session is not None
    for what, name in (
        ("export_data", "archive.yaml"),
        ("export_share", "shared.yaml"),
        ("export_share", "shared.workshop"),
    ):
        export(window, what, tmp_path / name, qtbot)
        assert window.banner.said == f"Wrote {name}."
    with Document.open(tmp_path / "shared.workshop") as document:
        stages = [stage.title for stage in document.workshop[Stage]]
        assert stages == [stage.title for stage in window.session.workshop[Stage]]
    assert reader.read_file(tmp_path / "archive.yaml")[Stage]


def test_the_name_that_is_proposed_says_which_copy_it_is(window: MainWindow) -> None:
    names = []
    for what in ("export_data", "export_share"):
        window.actions_by_id[what].trigger()
        dialog = window.findChildren(QFileDialog)[-1]
        names.append(Path(dialog.selectedFiles()[0]).name)
        dialog.close()
    assert names == ["Harbour.yaml", "Harbour to share.yaml"]


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (FileProblem("file.disk_full", file="shared.yaml"), "The disk is full"),
        (OSError(28, "No space left on device", "shared.yaml"), "No space left on device"),
    ],
)
def test_what_cannot_be_written_is_said(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch,
    error: Exception, words: str,
) -> None:  # fmt: skip
    def full(*_: object) -> None:
        raise error

    monkeypatch.setattr("ui.asking.write_bytes", full)
    window.asking.write_copy("share", tmp_path / "shared.yaml")
    qtbot.waitUntil(lambda: words in window.banner.said)
    assert window.actions_by_id["export_share"].isEnabled()
    window.close_workshop()
    assert window.asking.copy("share") is None
