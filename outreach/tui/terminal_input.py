"""Reading from the terminal what is not text: a byte that is no UTF-8 must not end the app."""

from __future__ import annotations

import codecs
import sys
from collections.abc import Callable
from functools import partial


def _lenient(encoding: str) -> Callable[[], codecs.IncrementalDecoder]:
    return partial(codecs.getincrementaldecoder(encoding), errors="replace")


def take_any_bytes() -> None:
    """Have Textual read what it cannot decode as ``�``, from now on.

    Its reading of the keys decodes strictly and ends with the first byte of a paste from an old page, or of a terminal
    that sends Alt as an eighth bit; no setting changes that.
    """
    if sys.platform != "win32":
        from textual.drivers import linux_driver

        vars(linux_driver)["getincrementaldecoder"] = _lenient
