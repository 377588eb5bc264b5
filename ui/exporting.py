"""Handouts asked for in the window: made in the second process, told of in the banner."""

from __future__ import annotations

from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from exports.handout import Made, Order
from ui import crash, messages
from ui.new_workshop.place import file_name
from ui.session import Session
from ui.translate import plural, tr
from ui.widgets.notices import Notices
from workshop import revisions, snapshot
from workshop.errors import CoxswainError
from workshop.records.details import Details
from workshop.state import Workshop

if TYPE_CHECKING:
    from exports.process import Exporter, Failed, News

LOOKS_EVERY_MS = 50

_LETTER = {"UnitedStates", "Canada", "Mexico", "Philippines", "Chile", "Colombia", "Venezuela"}
"""Where offices print on US Letter."""


def usual_paper(locale: QLocale | None = None) -> str:
    """The paper that is usual where the system says it is: a4 or letter."""
    territory = (locale or QLocale.system()).territory()
    return "letter" if territory.name in _LETTER else "a4"


class Exporting(QObject):
    """One export at a time; the facilitator goes on meanwhile, and can cancel it."""

    def __init__(self, notices: Notices, parent: QWidget) -> None:
        super().__init__(parent)
        self._notices, self._window = notices, parent
        self._workshop: Workshop | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(LOOKS_EVERY_MS)
        self._timer.timeout.connect(self._look)

    @cached_property
    def _exporter(self) -> Exporter:
        """Made when first asked for: a start of the program need not load what it takes."""
        from exports.process import Exporter

        return Exporter()

    @property
    def busy(self) -> bool:
        """Whether a handout is being made."""
        return self._timer.isActive()

    def ask_brief(self, session: Session | None) -> QFileDialog | None:
        """Asks where the brief is to go, and on which paper, and begins to make it."""
        if self.busy or session is None:
            return None
        workshop, folder = session.workshop, session.path.parent
        self._exporter.warm_up()
        papers = {tr("PDF on A4") + " (*.pdf)": "a4", tr("PDF on US Letter") + " (*.pdf)": "letter"}
        usual = usual_paper()
        dialog = QFileDialog(self._window, tr("Export the brief"), str(folder))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(list(papers))
        dialog.selectNameFilter(next(name for name, paper in papers.items() if paper == usual))
        dialog.setDefaultSuffix("pdf")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.selectFile(_file_name(workshop))
        dialog.fileSelected.connect(
            lambda name: self.write_brief(
                workshop, Path(name), papers.get(dialog.selectedNameFilter(), usual)
            )
        )
        dialog.open()
        return dialog

    def write_brief(self, workshop: Workshop, target: Path, paper: str) -> None:
        """Begins to make the brief of a workshop as it is now."""
        self._workshop = workshop
        self._exporter.order(Order(snapshot.take(workshop), target, paper))
        self._say_making(tr("Writing the brief"), 0.0)
        self._timer.start()

    def cancel(self) -> None:
        """Ends what is being made; a file that stood there before stays as it was."""
        self._exporter.cancel()
        self._timer.stop()
        self._notices.passing(tr("The export was cancelled. Nothing was written."))

    def end(self) -> None:
        """Ends the second process."""
        self._timer.stop()
        if "_exporter" in vars(self):
            self._exporter.close()

    def _look(self) -> None:
        for news in self._exporter.news():
            self._tell(news)
        if not self._exporter.busy:
            self._timer.stop()

    def _tell(self, news: News) -> None:
        from exports.process import Making

        if isinstance(news, Making):
            self._say_making(tr("Writing the brief: {part}", part=news.what), news.done)
        elif isinstance(news, Made):
            self._say_made(news)
        else:
            self._notices.passing(_why(news))

    def _say_made(self, made: Made) -> None:
        """Says what was written and what there is to say of it; only now is its revision kept."""
        pages = plural(made.pages, "{count} page", "{count} pages")
        words = [
            tr("Wrote {file}, {pages}.", file=messages.file_name(made.target.name), pages=pages),
            *made.report.sentences(),
        ]
        try:
            if self._workshop is not None:
                revisions.keep(self._workshop, made.revision)
        except CoxswainError as error:
            words.append(messages.sentence(error))
        self._notices.passing(" ".join(words), tr("Open"), partial(_open, made.target))

    def _say_making(self, words: str, done: float) -> None:
        words = tr("{what}, {percent} %", what=words, percent=round(100 * done))
        self._notices.passing(words, tr("Cancel"), self.cancel, closes=False)


def _file_name(workshop: Workshop) -> str:
    details = workshop[Details].get(1)
    name = (details.product or details.title) if details else ""
    return file_name(tr("{product} vision brief", product=name)) + ".pdf"


def _open(file: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))


def _why(news: Failed) -> str:
    if isinstance(news.error, CoxswainError):
        return messages.sentence(news.error)
    if news.error is not None:
        return messages.system_sentence(news.error)
    crash.record_report(news.report)
    return tr("The brief could not be made. Details are in {file}.", file=crash.log_file())
