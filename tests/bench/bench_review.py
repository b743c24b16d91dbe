"""Processor time of a review, and how it grows with the text; rates on the examples and on whole messages.

    python tests/bench/bench_review.py [--runs N]

A mail of 150 words against a background of 1,000 (made anew each time, and made once, as while typing), then texts up
to 3,000 words: medians of processor time, so that other programs on the machine count little. Growth: the time a word,
held against that of the mail. Then how many of the 720 examples are grounded in their own fields, and how many are
found with the fact taken away or a number changed.
"""

from __future__ import annotations

import argparse
import datetime as dt
import statistics
import time
from collections.abc import Callable

from outreach.briefing.brief import make_brief
from outreach.domain.case import Ask, Case
from outreach.domain.draft import Kind
from outreach.domain.people import Mentee, Mentor
from outreach.review.check import review
from tests.review.examples import NOTHING, examples
from tests.review.messages import MESSAGES, read_messages

TODAY = dt.date(2026, 11, 22)
LENGTHS = (150, 300, 600, 1200, 3000)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=60)
    runs = parser.parse_args().runs
    texts = [message.text for message in read_messages(MESSAGES)]
    case = _case(" ".join(texts).split())
    words = " ".join(example.out for example in examples()).split()
    bodies = {length: _body(words, length) for length in LENGTHS}
    brief = make_brief(case, Kind.FIRST_CONTACT, TODAY)
    review("A question", bodies[150], brief)

    print("text, words   background, words   ms, median (first, third quartile)   per word, against 150")
    anew = _times(lambda: review("A question", bodies[150], make_brief(case, Kind.FIRST_CONTACT, TODAY)), runs)
    _row("150, facts cut up anew", case, anew, "")
    base = 0.0
    for length, body in bodies.items():
        times = _times(lambda body=body: review("A question", body, brief), max(5, runs * 150 // length))  # type: ignore[misc]
        each = statistics.median(times) / len(body.split())
        base = base or each
        _row(str(len(body.split())), case, times, f"{each / base:.2f}")
    _rates()


def _case(words: list[str]) -> Case:
    """A background of a thousand words of other people's mail."""
    background = " ".join((words * 3)[:1000])
    mentee = Mentee("Priya Nair", ("Move into clinical machine learning",), role="Data analyst")
    return Case(mentee, Mentor("Tomasz Zieliński", background, title="Dr"), Ask("monitoring a model", 20))


def _body(words: list[str], length: int) -> str:
    """Good sentences about many things, as paragraphs."""
    some = (words * (1 + length // len(words)))[: length - 6]
    paragraphs = [" ".join(some[at : at + 45]) for at in range(0, len(some), 45)]
    return "\n\n".join(["Dear Dr Zieliński,", *paragraphs, "Kind regards,\nPriya"])


def _times(call: Callable[[], object], runs: int) -> list[float]:
    found = []
    for _ in range(runs):
        begun = time.process_time()
        call()
        found.append(1000 * (time.process_time() - begun))
    return found


def _row(text: str, case: Case, times: list[float], growth: str) -> None:
    first, middle, third = statistics.quantiles(times, n=4)
    words = len(case.mentor.background.split())
    print(f"{text:<26}{words:>8}   {middle:8.1f} ({first:.1f}, {third:.1f})   {growth:>8}")


def _rates() -> None:
    rows = examples()
    grounded = sum(not row.faults() for row in rows)
    away = sum(bool(row.faults(NOTHING)) for row in rows)
    changed = [bool(row.faults(text=text)) for row in rows for text in row.with_other_numbers()]
    print(f"\nexamples: {len(rows)}; grounded in their own fields: {grounded}")
    print(f"found with the fact taken away: {away}; with a number changed: {sum(changed)} of {len(changed)}")
    messages = read_messages(MESSAGES)
    good, bad = [m for m in messages if not m.fault], [m for m in messages if m.fault]
    false = sum(bool(message.failing()) for message in good)
    caught = sum(message.caught() for message in bad)
    print(f"messages: {len(good)} good, {false} of them failed; {caught} of {len(bad)} planted faults found")


if __name__ == "__main__":
    main()
