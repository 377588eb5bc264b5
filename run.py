#!/usr/bin/env python3
"""Set Coxswain up and start it. Needs Python 3.11 to 3.13, and venv or pip beside it.

    python3 run.py                 open Coxswain
    python3 run.py ARGS...         the same as `coxswain ARGS...`
    python3 run.py test [ARGS...]  run the test suite; ARGS go to pytest
    python3 run.py bench [NAME]    list the benchmarks, or run one
    python3 run.py shots DIR       draw every window of the sample as PNG into DIR

Any Python, 2.7 too, can read this file and say what is wrong; all else is in requirements/start.py.
"""

import sys

if sys.version_info < (3, 7):  # noqa: UP036 (an old one that is called python3 is what this is for)
    sys.exit(
        "Coxswain needs a 64-bit Python 3.11, 3.12 or 3.13; this is Python %d.%d. "  # noqa: UP031
        "Start it with a newer one, such as: python3.11 run.py" % sys.version_info[:2]
    )

from requirements import start

if __name__ == "__main__":
    start.begin(sys.argv[1:])
