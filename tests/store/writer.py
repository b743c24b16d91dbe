"""A process of its own that writes a store until it is killed.

``writer.py STORE`` writes on and on, and prints the number of each write that is done. ``writer.py STORE N before`` or
``after`` writes once and kills itself around its Nth call to the system.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from outreach.domain.people import Mentee
from outreach.store.store import Store

CALLS = ("open", "write", "fsync", "close", "link", "unlink", "replace")


def _kill_at(number: int, when: str) -> None:
    count = 0

    def counted(call: Callable[..., Any]) -> Callable[..., Any]:
        def run(*args: Any, **kwargs: Any) -> Any:
            nonlocal count
            count += 1
            if count == number and when == "before":
                os.kill(os.getpid(), signal.SIGKILL)
            try:
                return call(*args, **kwargs)
            finally:
                if count == number:
                    os.kill(os.getpid(), signal.SIGKILL)

        return run

    for name in CALLS:
        setattr(os, name, counted(getattr(os, name)))


def main() -> None:
    store = Store(Path(sys.argv[1]))
    me = Mentee("Grace Adeyemi", ("1",), background="x" * 20_000)
    if len(sys.argv) > 2:
        _kill_at(int(sys.argv[2]), sys.argv[3])
        store.save_mentee(me)
        return
    number = 0
    while True:
        number += 1
        store.save_mentee(replace(me, goals=(str(number),), background="x" * (number * 7919 % 60_000)))
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
