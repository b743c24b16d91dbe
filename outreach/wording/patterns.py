"""Regular expressions that cost nothing before they are used: there are hundreds, and a start needs few of them."""

from __future__ import annotations

import re
from typing import Any, cast


class _Regex:
    """Stands for ``re.compile(source, flags)``, which is called when something is first asked of it."""

    def __init__(self, source: str, flags: int) -> None:
        self.pattern = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        # Python asks here only for what the object has not: from the second call on, methods are found at once.
        if name.startswith("__"):
            raise AttributeError(name)
        found = getattr(re.compile(self.pattern, self._flags), name)
        setattr(self, name, found)
        return found


def regex(source: str, flags: int = 0) -> re.Pattern[str]:
    """``re.compile`` put off to the first use; a wrong ``source`` raises ``re.error`` then, and a test looks for it."""
    return cast("re.Pattern[str]", _Regex(source, flags))
