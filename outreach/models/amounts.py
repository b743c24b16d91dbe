"""Sizes and times as people read them."""

from __future__ import annotations


def in_bytes(count: int) -> str:
    """``1117320768`` → ``1.1 GB``; units of a thousand, as disks and downloads are sold."""
    if count < 1_000_000:
        return f"{round(count / 1000)} kB"
    if count < 1_000_000_000:
        return f"{round(count / 1_000_000)} MB"
    return f"{count / 1_000_000_000:.1f} GB"


def in_time(seconds: float) -> str:
    """``95`` → ``1:35``, with hours where there are any."""
    minutes, rest = divmod(max(0, round(seconds)), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
