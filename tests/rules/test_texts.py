"""Text from people is shown as it is: no label, tip or box may take it for markup."""

from __future__ import annotations

import ast

from tests.rules.sources import ROOT, modules

PLAIN_MAKERS = ("ui/widgets/plain.py",)
MARKUP_CLASSES = {"QTextBrowser", "QTextEdit", "QTextDocument", "QMessageBox", "QWhatsThis"}
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
    used = [
        f"{module.where}:{node.lineno} {_name(node.func)}"
        for module in modules("ui")
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and _name(node.func) in MARKUP_CLASSES | MARKUP_CALLS
    ]
    assert used == []


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
