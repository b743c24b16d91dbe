"""Fixes: what a finding would put in its place, offered only where it does no new harm."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from outreach.domain.draft import Finding, Level

_FEW = 4
"""How many fixes are tried one by one; with more, those that do harm together are offered when others are applied."""


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

    A few are tried one by one. Many are tried together first, so that a long text is not reviewed over and over.

    Args:
        subject: of the text.
        body: of the text.
        findings: of the text, fixes untried.
        review: gives the findings of another text, under the same rules.
    """
    offered = [finding for finding in findings if finding.fix is not None]
    if len(offered) > _FEW and _do_no_harm(subject, body, offered, findings, review):
        return findings
    good = {one for one in offered[:_FEW] if _do_no_harm(subject, body, [one], findings, review)}
    return tuple(one if one.fix is None or one in good else replace(one, fix=None) for one in findings)


def _do_no_harm(
    subject: str,
    body: str,
    offered: list[Finding],
    findings: tuple[Finding, ...],
    review: Callable[[str, str], tuple[Finding, ...]],
) -> bool:
    """Whether all of ``offered``, applied together, mend what they should and break nothing."""
    for finding in sorted(offered, key=lambda one: one.start or 0, reverse=True):
        subject, body = applied(subject, body, finding)
    before, after = Counter(map(_kind, findings)), Counter(map(_kind, after_all := review(subject, body)))
    if _failures(after_all) - _failures(findings):
        return False
    return all(after[kind] < before[kind] for kind in map(_kind, offered))


def _kind(finding: Finding) -> tuple[str, str]:
    """What tells a finding from others in a text whose places have moved."""
    return finding.rule, finding.message


def _failures(findings: tuple[Finding, ...]) -> Counter[tuple[str, str]]:
    return Counter(_kind(finding) for finding in findings if finding.level is Level.FAIL)
