"""Where the program keeps its own things: settings, log, recordings, backups, the sample."""

from __future__ import annotations

from pathlib import Path

import platformdirs

NAME = "coxswain"


def settings_folder() -> Path:
    """The folder of the settings file."""
    return platformdirs.user_config_path(NAME, appauthor=False)


def log_folder() -> Path:
    """The folder of the log file."""
    return platformdirs.user_log_path(NAME, appauthor=False)


def data_folder() -> Path:
    """The folder of what the program keeps for the user, such as the copy of the sample."""
    return platformdirs.user_data_path(NAME, appauthor=False)


def vault_folder() -> Path:
    """The folder of recordings and backups, a shelf for each workshop."""
    return data_folder() / "kept"


def documents_folder() -> Path:
    """Where a file dialog begins when nothing better is known."""
    documents = platformdirs.user_documents_path()
    return documents if documents.is_dir() else Path.home()
