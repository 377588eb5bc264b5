"""Texts with facts in them, in English and in another language, with Qt and without."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from typing import ClassVar

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication

from ui.translate import CONTEXT, plural, tr


class German(QTranslator):
    """A translator with a few words, one of them with a fact misspelt."""

    WORDS: ClassVar = {
        "Undo {step}": "{step} zurücknehmen",
        "Close": "Schließen",
        "{count} notes": "{count} Zettel",
        "Open {file}": "{datei} öffnen",
    }

    def translate(
        self, context: str, text: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        return self.WORDS.get(text, "") if context == CONTEXT else ""

    def isEmpty(self) -> bool:
        return False


@pytest.fixture
def german(qapp: QApplication) -> Iterator[German]:
    translator = German(qapp)
    QCoreApplication.installTranslator(translator)
    yield translator
    QCoreApplication.removeTranslator(translator)


def test_english_stands_where_there_is_no_other() -> None:
    assert tr("Undo {step}", step="add note 14") == "Undo add note 14"
    assert plural(1, "{count} note", "{count} notes") == "1 note"
    assert plural(3, "{count} note", "{count} notes") == "3 notes"


def test_facts_are_never_taken_for_places() -> None:
    assert tr("Undo {step}", step="{step} {0} %1") == "Undo {step} {0} %1"


def test_a_missing_fact_shows_and_does_not_fail() -> None:
    assert tr("{file} is gone.") == "… is gone."


def test_qt_translates_when_it_is_loaded(german: German) -> None:
    assert tr("Close") == "Schließen"
    assert tr("Undo {step}", step="x") == "x zurücknehmen"
    assert plural(2, "{count} note", "{count} notes") == "2 Zettel"


def test_a_translation_with_a_wrong_fact_is_passed_over(german: German) -> None:
    assert tr("Open {file}", file="plan") == "Open plan"


def test_no_qt_is_needed() -> None:
    code = (
        "import sys; from ui.translate import tr; "
        "print(tr('{n} of {m}', n=1, m=2), any(m.startswith('PySide6') for m in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "1 of 2 False\n"
