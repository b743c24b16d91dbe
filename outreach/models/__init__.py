"""Models: what can be pulled, what is here, and which suits this machine."""

from __future__ import annotations

from outreach.models.catalog import CatalogEntry, entry_of, load_catalog
from outreach.models.memory import free_memory
from outreach.models.pull import PullProgress, pull
from outreach.models.recommend import Recommendation, recommend, to_pull
from outreach.models.registry import (
    InstalledModel,
    add,
    find,
    id_from,
    installed,
    is_verified,
    own_models,
    remove,
    verify,
)

__all__ = [
    "CatalogEntry",
    "InstalledModel",
    "PullProgress",
    "Recommendation",
    "add",
    "entry_of",
    "find",
    "free_memory",
    "id_from",
    "installed",
    "is_verified",
    "load_catalog",
    "own_models",
    "pull",
    "recommend",
    "remove",
    "to_pull",
    "verify",
]
