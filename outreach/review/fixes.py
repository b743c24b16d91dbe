"""Fixes: what a finding would put in its place, offered only where it does no new harm."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from outreach.domain.draft import Finding, Level

_MOST = 12
"""How many fixes are offered at once; a text with more gets them when the first are applied."""


def applied(subject: str, body: str, finding: Finding) -> tuple[str, str]:
    """Subject and body with the finding's fix in place; unchanged where it has none."""
    if finding.fix is None or finding.start is None or finding.end is None:
        return subject, body
    if finding.where == "subject":
        return subject[: finding.start] + finding.fix + subject[finding.end :], body
    return subject, body[: finding.start] + finding.fix + body[finding.end :]


def harmless(
    subject: str, body: str, findings: tuple[Finding, ...], review: Callable[[str, str], tuple[Finding, ...]]
) -> tuple[Finding, ...]:
    """``findings`` with those fixes only that bring no new failure and mend what they are offered for.

    Args:
        subject: of the text.
        body: of the text.
        findings: of the text, fixes untried.
        review: gives the findings of another text, under the same rules.
    """
    before = _failures(findings)
    tried, kept = 0, []
    for finding in findings:
        if finding.fix is None:
            kept.append(finding)
            continue
        tried += 1
        after = review(*applied(subject, body, finding)) if tried <= _MOST else None
        if after is None or _failures(after) - before or not _mended(finding, findings, after):
            kept.append(replace(finding, fix=None))
        else:
            kept.append(finding)
    return tuple(kept)


def _failures(findings: tuple[Finding, ...]) -> Counter[tuple[str, str]]:
    """Failures by rule and message: places move when a text is changed."""
    return Counter((finding.rule, finding.message) for finding in findings if finding.level is Level.FAIL)


def _mended(finding: Finding, before: tuple[Finding, ...], after: tuple[Finding, ...]) -> bool:
    same = (finding.rule, finding.message)
    return sum((one.rule, one.message) == same for one in after) < sum(
        (one.rule, one.message) == same for one in before
    )
