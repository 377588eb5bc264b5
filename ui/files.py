"""Workshop files for windows and commands: opened, made from a template, or the sample.

What reads YAML is imported where it is needed: opening a workshop does without.
"""

from __future__ import annotations

from pathlib import Path

from ui import settings
from ui.folders import data_folder, documents_folder, vault_folder
from ui.settings import Settings
from workshop.document import Document
from workshop.errors import FileProblem
from workshop.keeping.vault import Vault

SUFFIX = ".workshop"
_SAMPLE = "Noonbell vision sprint"


def with_suffix(path: Path) -> Path:
    """The path as a workshop file is called. Raises `FileProblem` for one that names no file."""
    if not path.name:
        raise FileProblem("file.folder", file=str(path))
    return path if path.suffix.lower() == SUFFIX else path.with_name(path.name + SUFFIX)


def last_folder(store: Settings) -> Path:
    """The folder that was used last, else the user's documents."""
    last = Path(store[settings.LAST_FOLDER])
    return last if last.is_absolute() and last.is_dir() else documents_folder()


def vault() -> Vault:
    """Where recordings and backups are kept."""
    return Vault(vault_folder())


def open_file(path: Path) -> Document:
    """A workshop to work in: it is recorded and backed up. Raises `FileProblem`."""
    return Document.open(path, vault=vault())


def make_from_template(template: str, path: Path, title: str = "", force: bool = False) -> Document:
    """A new workshop file made from a shipped template. Raises `Refused` and `FileProblem`."""
    from workshop.interchange import templates

    return Document.create(path, templates.new_workshop(template, title=title), force=force)


def open_sample() -> Document:
    """The user's own copy of the finished sample, made when it is first asked for."""
    import assets
    from workshop.interchange import reader

    path = data_folder() / (_SAMPLE + SUFFIX)
    if path.exists():
        return open_file(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    sample = reader.read_file(assets.path("sample", "sample-workshop.yaml"))
    return Document.create(path, sample, vault=vault())
