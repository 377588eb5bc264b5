"""Run in a process of its own: from its start to a painted window that holds nothing.

`python -m tests.bench.start_parts.bare STARTED` prints the processor's seconds and those on the
wall since STARTED, which is a time of `time.time`.
"""

from __future__ import annotations

import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget


class Window(QWidget):
    """Tells when it was painted, and ends."""

    def paintEvent(self, event: QPaintEvent) -> None:
        QTimer.singleShot(0, _tell)


def _tell() -> None:
    print(time.process_time(), time.time() - float(sys.argv[1]))
    QApplication.quit()


def main() -> None:
    """Show the window until it is painted."""
    application = QApplication(sys.argv[:1])
    window = Window()
    window.resize(1280, 800)
    window.show()
    application.exec()


if __name__ == "__main__":
    main()
