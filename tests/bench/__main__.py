"""`python3 run.py bench` lists the benchmarks; `python3 run.py bench NAME` runs one."""

from __future__ import annotations

import ast
import importlib
import sys
from pathlib import Path

from tests.bench.report import Report

NOT_BENCHMARKS = {"__init__", "__main__", "report"}


def benchmarks() -> dict[str, str]:
    """Each benchmark's name with the first line of what it says about itself."""
    found = {}
    for path in sorted(Path(__file__).parent.glob("*.py")):
        if path.stem not in NOT_BENCHMARKS:
            text = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
            found[path.stem] = text.partition("\n")[0]
    return found


def main(arguments: list[str]) -> int:
    """Run the benchmark named first, or list them; return the exit code."""
    known = benchmarks()
    if not arguments:
        for name, text in known.items():
            print(f"{name:12}  {text}")
        return 0
    name = arguments[0]
    if name not in known:
        print(f"There is no benchmark {name}; there are: {', '.join(known)}.", file=sys.stderr)
        return 2
    report = Report()
    importlib.import_module(f"tests.bench.{name}").run(report)
    print(report.table())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
