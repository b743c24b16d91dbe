"""Finds the files that ship beside the code: the prompts and the catalogue of models.

In a checkout they stand at the top of the tree; in a wheel they are package data under ``outreach/_data``.
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent


def _in_checkout() -> bool:
    """Whether the package stands in a working tree; the two marks together never occur in a site-packages folder."""
    return (_CHECKOUT / "pyproject.toml").is_file() and (_CHECKOUT / "models" / "catalog.toml").is_file()


def prompts_folder() -> Path:
    """The folder of prompts and templates."""
    return _CHECKOUT / "prompts" if _in_checkout() else _PACKAGE / "_data" / "prompts"


def catalog_file() -> Path:
    """The TOML file that lists the models that can be pulled."""
    return _CHECKOUT / "models" / "catalog.toml" if _in_checkout() else _PACKAGE / "_data" / "catalog.toml"
