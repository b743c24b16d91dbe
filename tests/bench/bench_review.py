"""Processor time of a review, and how it grows with the text; rates on the examples and on whole messages.

    python tests/bench/bench_review.py [--runs N]

First the good messages of tests/review/sixty, made up to 150 words, each against its own case with the background
made up to 1,000 words: with the facts cut up anew each time, and cut up once, as while typing. Then texts of up to
3,000 words against one such background; growth is the time a word, held against that of the shortest. Medians of
processor time, so that other programs on the machine count little. Last, how many of the 720 examples are grounded in
their own fields, how many are found with the fact taken away or a number changed, and what is found in the messages.
"""

from __future__ import annotations

import argparse
import datetime as dt
import functools
import statistics
import time
from collections.abc import Callable
from dataclasses import replace

from outreach.briefing.brief import make_brief
from outreach.domain.case import Case
from outreach.domain.draft import Kind, Level
from outreach.exchange.case_file import read_case
from outreach.review.check import review
from outreach.review.message import read_message
from tests.review.examples import NOTHING, examples
from tests.review.messages import MESSAGES, Message, read_messages

TODAY = dt.date(2026, 11, 22)
MAIL, BACKGROUND = 150, 1000
LENGTHS = (150, 300, 600, 1200, 3000)


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=9)
    runs = parser.parse_args().runs
    good = [message for message in read_messages(MESSAGES) if not message.fault]
    others = " ".join(read_case(message.case).mentor.background for message in good).split()
    anew, once = [], []
    for message in good:
        case, subject, body = _mail(message, others)
        brief = make_brief(case, message.kind, TODAY, message.channel)
        held = functools.partial(review, subject, body)
        anew.append(_median(lambda: held(make_brief(case, message.kind, TODAY, message.channel)), runs))  # noqa: B023
        once.append(_median(lambda: held(brief), runs))  # noqa: B023
    print(f"{len(good)} mails of {MAIL} words against {BACKGROUND} words of background, ms of processor time:")
    for name, times in (("facts cut up anew", anew), ("facts cut up once", once)):
        print(f"  {name}: median {statistics.median(times):.1f}, smallest {min(times):.1f}, largest {max(times):.1f}")
    _growth(good[0], others, runs)
    _rates()


def _mail(message: Message, others: list[str]) -> tuple[Case, str, str]:
    """A message made up to its words in front of its farewell, and its case with a long background."""
    case, read = read_case(message.case), read_message(message.text)
    own = case.mentor.background
    long = f"{own}\n{' '.join(others[: BACKGROUND - len(own.split())])}"
    head, _, farewell = read.body.rpartition("\n\n")
    more, at = "", 0
    sentences = [example.out for example in examples()]
    while len(f"{read.body} {more}".split()) < MAIL:
        more, at = f"{more} {sentences[at]}".strip(), at + 1
    body = f"{head}\n\n{more}\n\n{farewell}" if more else read.body
    return replace(case, mentor=replace(case.mentor, background=long)), read.subject, body


def _growth(message: Message, others: list[str], runs: int) -> None:
    case, subject, _ = _mail(message, others)
    brief = make_brief(case, Kind.FIRST_CONTACT, TODAY)
    words = " ".join(example.out for example in examples()).split()
    print("words of text   ms, median   ms a word, against the shortest")
    base = 0.0
    for length in LENGTHS:
        some = [" ".join(words[at : at + 45]) for at in range(0, length, 45)]
        body = "\n\n".join([f"Dear {case.mentor.greeting_name},", *some, f"Kind regards,\n{case.mentee.signature}"])
        spent = _median(functools.partial(review, subject, body, brief), max(5, runs))
        count = len(body.split())
        base = base or spent / count
        print(f"{count:>13}   {spent:>10.1f}   {spent / count / base:>10.2f}")


def _median(call: Callable[[], object], runs: int) -> float:
    """Milliseconds of processor time, after one run that counts for nothing."""
    call()
    found = []
    for _ in range(runs):
        begun = time.process_time()
        call()
        found.append(1000 * (time.process_time() - begun))
    return statistics.median(found)


def _rates() -> None:
    rows = examples()
    grounded = sum(not row.faults() for row in rows)
    away = [row.reported(NOTHING) for row in rows]
    changed = [row.reported(text=text) for row in rows for text in row.with_other_numbers()]
    print(f"\nexamples: {len(rows)}; grounded in their own fields: {grounded}")
    for name, found in (("the fact taken away", away), ("a number changed", changed)):
        failed = sum(any(one.level is Level.FAIL for one in each) for each in found)
        print(f"with {name}: {failed} of {len(found)} fail, {sum(map(bool, found))} fail or are doubted")
    messages = read_messages(MESSAGES)
    good, bad = [m for m in messages if not m.fault], [m for m in messages if m.fault]
    false = sum(bool(message.failing()) for message in good)
    caught = sum(message.caught() for message in bad)
    print(f"messages: {len(good)} good, {false} of them failed; {caught} of {len(bad)} planted faults found")


if __name__ == "__main__":
    main()
