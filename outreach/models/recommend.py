"""Which model suits this machine."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from outreach.models.amounts import in_bytes
from outreach.models.catalog import CatalogEntry
from outreach.models.registry import InstalledModel


@dataclass(frozen=True, slots=True)
class Recommendation:
    """A model, and the reason in one sentence."""

    entry: CatalogEntry
    why: str


def recommend(entries: Iterable[CatalogEntry], free_bytes: int | None) -> Recommendation:
    """The largest model that the free memory allows; the smallest one where the free memory is not known.

    Raises:
        ValueError: the catalogue recommends nothing.
    """
    steps = sorted(
        ((entry.recommended_from_bytes, entry) for entry in entries if entry.recommended_from_bytes is not None),
        key=lambda step: step[0],
    )
    if not steps:
        raise ValueError("no entry has recommended_from_bytes")
    if free_bytes is None:
        return Recommendation(steps[0][1], "This machine does not say how much memory is free.")
    fitting = [step for step in steps if step[0] <= free_bytes] or steps[:1]
    least, entry = fitting[-1]
    free = f"{in_bytes(free_bytes)} of memory is free"
    if len(fitting) < len(steps):
        next_least, next_entry = steps[len(fitting)]
        return Recommendation(entry, f"{free}; {next_entry.id} wants {in_bytes(next_least)}.")
    return Recommendation(entry, f"{free}, and it wants {in_bytes(least)}.")


def to_pull(
    entries: Iterable[CatalogEntry], here: Iterable[InstalledModel], chosen: str, free_bytes: int | None
) -> Recommendation | None:
    """The recommended model where it should be pulled; ``None`` where what is here serves.

    Args:
        entries: the catalogue.
        here: the models on this machine.
        chosen: the user's choice, empty where there is none.
        free_bytes: free memory, ``None`` where it is not known.
    """
    advice = recommend(entries, free_bytes)
    sizes = {model.id: model.bytes for model in here}
    # Free memory changes from run to run: a larger model that was pulled before serves as well.
    serves = (chosen or advice.entry.id) in sizes or max(sizes.values(), default=0) >= advice.entry.bytes
    return None if serves else advice
