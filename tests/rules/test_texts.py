"""Text from people is shown as it is: no label, tip or box may take it for markup."""

from __future__ import annotations

import ast

import pytest

from tests.rules.sources import ROOT, modules

PLAIN_MAKERS = ("ui/widgets/plain.py",)
MARKUP_CLASSES = {
    "QTextBrowser", "QTextEdit", "QTextDocument", "QMessageBox", "QErrorMessage", "QInputDialog",
    "QProgressDialog", "QWhatsThis",
}  # fmt: skip
TIP_CALLS = {"setToolTip": 0, "setStatusTip": 0, "setWhatsThis": 0, "showText": 1}
"""Where the text stands among what each of these is given."""
MARKUP_CALLS = {"setHtml", "insertHtml", "appendHtml", "setMarkdown"}


def test_labels_are_made_where_their_text_is_plain() -> None:
    """`QLabel` guesses whether its text is markup; our own label never does."""
    made = [
        f"{module.where}:{node.lineno}"
        for module in modules("ui")
        if module.where not in PLAIN_MAKERS
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and _name(node.func) == "QLabel"
    ]
    assert made == []


def test_nothing_that_reads_markup_is_used() -> None:
    """Neither made nor asked, as in `QMessageBox.question(...)`."""
    used = [
        f"{module.where}:{node.lineno} {_name(node)}"
        for module in modules("ui")
        for node in ast.walk(module.tree)
        if isinstance(node, ast.expr) and _name(node) in MARKUP_CLASSES | MARKUP_CALLS
    ]
    assert used == []


def test_tips_are_made_plain() -> None:
    """Qt guesses here too; `tip` makes the text safe."""
    bare = [
        f"{module.where}:{node.lineno}"
        for module in modules("ui")
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and _name(node.func) in TIP_CALLS
        if not _is_plain(node.args[TIP_CALLS[_name(node.func)]])
    ]
    assert bare == []


@pytest.mark.parametrize(
    ("code", "plain"),
    [("tip(text)", True), ("plain.tip(text)", True), ("''", True), ("tip(a) if a else ''", True),
     ("text", False), ("'<b>x</b>'", False), ("tip(a) if a else b", False), ("tr('a')", False)],
)  # fmt: skip
def test_what_is_a_plain_tip(code: str, plain: bool) -> None:
    assert _is_plain(ast.parse(code, mode="eval").body) == plain


def test_a_class_that_is_asked_is_found() -> None:
    (asked,) = [
        node
        for node in ast.walk(ast.parse("QMessageBox.question(None, title, text)"))
        if isinstance(node, ast.expr) and _name(node) in MARKUP_CLASSES
    ]
    assert isinstance(asked, ast.Name)


def _is_plain(node: ast.expr) -> bool:
    """Whether an expression gives a text made by `tip`, or none."""
    if isinstance(node, ast.IfExp):
        return _is_plain(node.body) and _is_plain(node.orelse)
    is_tip = isinstance(node, ast.Call) and _name(node.func) == "tip"
    return is_tip or (isinstance(node, ast.Constant) and node.value == "")


def _name(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def test_no_file_speaks_of_this_machine() -> None:
    """No path of a developer's machine stands in what is shipped."""
    words = ("/home/", "/root/", "C:\\Users", "/work" + "/")
    kinds = {".py", ".md", ".toml", ".txt", ".yaml", ".spec", ".cfg"}
    skipped = {".git", ".venv", "build", "dist", ".hypothesis", "__pycache__"}
    found = [
        f"{file.relative_to(ROOT)}: {word}"
        for file in sorted(ROOT.rglob("*"))
        if file.suffix in kinds and not skipped & set(file.relative_to(ROOT).parts)
        for word in words
        if word in file.read_text(encoding="utf-8") and file.name != "test_texts.py"
    ]
    assert found == []
