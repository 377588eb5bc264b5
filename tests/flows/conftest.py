"""The same application and workshop as in the tests of the windows."""

from tests.ui.conftest import file, qapp, session, window

__all__ = ["file", "qapp", "session", "window"]
