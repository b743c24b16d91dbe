"""When two typed names mean the same."""

from __future__ import annotations

import unicodedata


def folded(text: str) -> str:
    """``text`` for comparing: one Unicode form, no case, single spaces."""
    return unicodedata.normalize("NFC", " ".join(unicodedata.normalize("NFC", text).casefold().split()))


def same_name(one: str, other: str) -> bool:
    """Whether the two differ in case, spacing and Unicode form at most."""
    return folded(one) == folded(other)
