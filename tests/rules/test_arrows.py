"""Which package may know which: ui -> exports -> workshop, and the layers inside them."""

from __future__ import annotations

import pytest

from tests.rules.sources import Module, is_in, modules

QT = ("PySide6", "shiboken6")
PAINTING = ("reportlab", "PIL")
SHAPER = "exports.shaping"


def _reaching(found: tuple[Module, ...], *forbidden: str) -> list[str]:
    return [
        f"{module.where} imports {name}"
        for module in found
        for name in module.imports()
        if any(is_in(name, package) for package in forbidden)
    ]


def test_the_domain_knows_neither_windows_nor_paper() -> None:
    assert _reaching(modules("workshop"), "ui", "exports", *QT, *PAINTING) == []


def test_exports_know_no_windows_and_only_the_shaper_knows_qt() -> None:
    found = modules("exports")
    assert _reaching(found, "ui") == []
    assert _reaching(tuple(module for module in found if module.name != SHAPER), *QT) == []
    widgets = ("PySide6.QtWidgets", "PySide6.QtQml", "PySide6.QtQuick")
    assert _reaching(tuple(module for module in found if module.name == SHAPER), *widgets) == []


def test_nothing_below_imports_ui() -> None:
    assert _reaching(modules("workshop", "exports", "assets"), "ui") == []


@pytest.mark.parametrize("package", ["workshop.rules", "workshop.records"])
def test_pure_rules_and_records_stand_on_nothing_that_changes(package: str) -> None:
    found = tuple(module for module in modules("workshop") if is_in(module.name, package))
    assert found
    above = ("workshop.state", "workshop.history", "workshop.store", "workshop.document")
    assert _reaching(found, *above, "workshop.interchange", "workshop.kinds") == []


def test_pure_rules_import_only_each_other() -> None:
    allowed = ("workshop.rules", "workshop.errors", "workshop.frozen")
    strangers = [
        f"{module.where} imports {name}"
        for module in modules("workshop")
        if is_in(module.name, "workshop.rules")
        for name in module.imports()
        if is_in(name, "workshop") and not any(is_in(name, package) for package in allowed)
    ]
    assert [line for line in strangers if not line.endswith("imports workshop")] == []


@pytest.mark.parametrize("package", ["workshop.kinds", "exports.kinds", "ui.kinds"])
def test_stage_kinds_never_import_each_other(package: str) -> None:
    depth = package.count(".") + 2
    found = [module for module in modules(package.partition(".")[0]) if is_in(module.name, package)]
    for module in found:
        own = ".".join(module.name.split(".")[:depth])
        if module.name in (package, f"{package}.registry"):
            continue
        met = (own, f"{package}.registry")
        others = [name for name in module.imports() if is_in(name, package) and name != package]
        assert [name for name in others if not any(is_in(name, place) for place in met)] == []


SEEN_BY_THE_ROOM = (
    "workshop.room_view", "workshop.cards", "workshop.marks", "workshop.mark_shapes",
    "workshop.errors",
)  # fmt: skip
DRAWING = (
    "workshop.board", "workshop.faces", "workshop.frozen", "ui.room", "ui.board.painter",
    "ui.board.typesetting", "ui.fonts", "ui.marks", "ui.screens", "ui.theme", "ui.translate",
)  # fmt: skip
"""What draws what it is handed: it knows no workshop. Layouts and their sheets hold what the room
sheet was made with."""


def test_the_room_display_knows_only_what_the_room_may_see() -> None:
    room = [module for module in modules("ui") if is_in(module.name, "ui.room")]
    assert room
    allowed = SEEN_BY_THE_ROOM + DRAWING
    strangers = [
        f"{module.where} imports {name}"
        for module in room
        for name in module.imports()
        if name.startswith(("workshop.", "exports.", "ui."))
        and not any(is_in(name, okay) or is_in(okay, name) for okay in allowed)
    ]
    assert strangers == []


def test_what_draws_the_room_knows_no_workshop() -> None:
    drawing = ("workshop.room_view", "workshop.cards", *DRAWING)
    found = [
        module
        for module in modules("ui", "workshop")
        if any(is_in(module.name, name) for name in drawing)
    ]
    knowing = ("workshop.state", "workshop.records", "workshop.document", "workshop.sheets")
    assert _reaching(tuple(found), *knowing, "ui.session") == []


def test_no_two_modules_need_each_other() -> None:
    graph = {
        module.name: {name for name in module.imports_at_once() if name != module.name}
        for module in modules()
    }
    known = set(graph)
    assert list(_cycles({name: found & known for name, found in graph.items()})) == []


def _cycles(graph: dict[str, set[str]]) -> list[str]:
    """Modules that can be reached from themselves; a package's own `__init__` does not count."""
    circles = []
    for start in sorted(graph):
        seen: set[str] = set()
        waiting = [name for name in graph[start] if not is_in(start, name)]
        while waiting:
            name = waiting.pop()
            if name == start:
                circles.append(start)
                break
            if name not in seen:
                seen.add(name)
                waiting += [other for other in graph[name] if not is_in(name, other)]
    return circles
