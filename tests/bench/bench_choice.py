"""How often each way to rank a mentor's facts chooses what a thoughtful mentee would: a table on standard output.

    python tests/bench/bench_choice.py [--models balanced,small] [--misses]

Over the labelled cases of tests/choice, one half at a time (to learn from; held out): the best fact comes first, an
acceptable one comes first, a best one is among the first three, one that should never be used comes first. ``ours`` is
what drafts use: it may quote what code cannot tell, and ``ours, told first`` may not. The others rank the same facts,
those that code can tell first: ``overlap`` of content words with goal, ask and the mentee's role and background;
``BM25`` with these as the query, over the facts of the case or of all cases; with models, the log-likelihood a token of
the ask given the fact, and of the fact given the ask, each less what it is without, over the first four of ours.
"""

from __future__ import annotations

import argparse
import datetime as dt
import math
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from outreach.briefing.brief import Brief, make_brief
from outreach.domain.draft import Kind
from outreach.domain.errors import OutreachError
from outreach.drafting.ranking import Ranked, best_facts, chosen_of
from outreach.engine.llama import LlamaEngine
from outreach.engine.protocol import Engine, Turn
from outreach.models.catalog import load_catalog
from outreach.models.registry import find
from outreach.settings import Paths
from outreach.wording.words import content
from tests.choice.labelled import Figures, Labelled, labelled

TODAY = dt.date(2026, 11, 22)
K1, B = 1.2, 0.75
WEIGHED = 4
"""Facts of a case that a model weighs."""
WEIGHTS = (2.0, 5.0)
"""Points of ours for a difference of 1 in the log-likelihood a token."""


@dataclass(frozen=True)
class Item:
    """A labelled case with what is to be ranked."""

    labelled: Labelled
    brief: Brief
    ranked: tuple[Ranked, ...]
    """In the order of the background."""
    ours: tuple[Ranked, ...]
    """As drafts rank them."""

    @property
    def texts(self) -> list[str]:
        """The facts."""
        return [one.fact.text for one in self.ranked]

    @property
    def wanted(self) -> str:
        """What the mentee wants to know, and where they stand."""
        mentee, ask = self.brief.case.mentee, self.brief.case.ask
        return f"{ask.about}. {self.brief.goal_text}. {mentee.role} {mentee.organisation}. {mentee.background}"


Score = Callable[[Item], Sequence[float]]


def overlap(item: Item) -> list[float]:
    """Content words that a fact shares with what is wanted."""
    query = set(content(item.wanted))
    return [float(len(query & set(content(text)))) for text in item.texts]


def bm25(documents: Sequence[str]) -> Score:
    """BM25 with the document frequencies and the mean length of ``documents``."""
    stems = [content(text) for text in documents]
    frequency = Counter(stem for document in stems for stem in set(document))
    mean = sum(map(len, stems)) / max(1, len(stems))

    def idf(stem: str) -> float:
        return math.log(1 + (len(stems) - frequency[stem] + 0.5) / (frequency[stem] + 0.5))

    def score(query: set[str], text: str) -> float:
        counts = Counter(content(text))
        length = K1 * (1 - B + B * counts.total() / mean)
        return sum(idf(stem) * counts[stem] * (K1 + 1) / (counts[stem] + length) for stem in query & counts.keys())

    return lambda item: [score(set(content(item.wanted)), text) for text in item.texts]


def ask_given_fact(engine: Engine) -> Score:
    """How much likelier a fact makes the mentee's ask and goal: log p(ask | fact) - log p(ask), a token."""

    def score(item: Item) -> list[float]:
        asked = [f"I'd like to ask you about {item.brief.case.ask.about or item.brief.goal_text}."]
        without = engine.likelihood(_about_mentor(""), asked)[0]
        return [engine.likelihood(_about_mentor(text), asked)[0] - without for text in item.texts]

    return score


def fact_given_ask(engine: Engine) -> Score:
    """How much likelier the mentee's ask and goal make a fact: log p(fact | ask) - log p(fact), a token."""

    def score(item: Item) -> list[float]:
        mentee, ask = item.brief.case.mentee, item.brief.case.ask
        about = f"I am {mentee.role}. My goal: {item.brief.goal_text}. I want to ask about {ask.about}."
        question = "Which line of the mentor's biography matters most to me?"
        given = engine.likelihood([_SYSTEM, Turn("user", f"{about} {question}")], item.texts)
        plain = engine.likelihood([_SYSTEM, Turn("user", question)], item.texts)
        return [one - other for one, other in zip(given, plain, strict=True)]

    return score


_SYSTEM = Turn("system", "You help a mentee write to a mentor.")


def _about_mentor(fact: str) -> list[Turn]:
    told = f"One thing about the mentor: {fact} " if fact else ""
    return [_SYSTEM, Turn("user", f"{told}What do I ask the mentor about?")]


def in_order(item: Item, scores: Sequence[float]) -> list[Ranked]:
    """By score, those that code can tell first, as drafts take them; ties as in the background."""
    pairs = sorted(zip(scores, item.ranked, strict=True), key=lambda pair: (not pair[1].told, -pair[0]))
    return [ranked for _, ranked in pairs]


def _items() -> list[Item]:
    found = []
    for case in labelled():
        brief = make_brief(case.case, Kind.FIRST_CONTACT, TODAY)
        ranked = best_facts(brief)
        chosen = chosen_of(ranked)
        ours = sorted(ranked, key=lambda one: one is not chosen)
        found.append(Item(case, brief, tuple(sorted(ranked, key=lambda one: one.fact.start)), tuple(ours)))
    return found


def _line(name: str, items: Sequence[Item], orders: Sequence[Sequence[Ranked]]) -> str:
    cells = [name]
    for held_out in (False, True):
        ratings = [
            [item.labelled.rating(one.fact.text) for one in order]
            for item, order in zip(items, orders, strict=True)
            if item.labelled.held_out is held_out
        ]
        figures = Figures.of(ratings)
        cells += [f"{figures.best_first}/{figures.cases}", str(figures.good_first)]
        cells += [str(figures.best_in_three), str(figures.never_first)]
    return f"| {' | '.join(cells)} |"


def _print_of_model(model: str, engine: Engine, items: Sequence[Item]) -> None:
    """The first four of ours in the order of the model alone, and of ours and the model together."""
    few = [replace(item, ranked=item.ours[:WEIGHED]) for item in items]
    for name, make in (("ask given fact", ask_given_fact), ("fact given ask", fact_given_ask)):
        began = time.perf_counter()
        scores = [make(engine)(item) for item in few]
        took = (time.perf_counter() - began) / sum(len(item.ranked) for item in few)
        alone = [[*_by(item.ranked, score), *item.ours[WEIGHED:]] for item, score in zip(few, scores, strict=True)]
        print(_line(f"{name}, {model} ({took * 1000:.0f} ms a fact)", items, alone), flush=True)
        for weight in WEIGHTS:
            both = [
                [one.worth + weight * value for one, value in zip(item.ranked, score, strict=True)]
                for item, score in zip(few, scores, strict=True)
            ]
            orders = [[*_by(item.ranked, sums), *item.ours[WEIGHED:]] for item, sums in zip(few, both, strict=True)]
            print(_line(f"ours + {weight:g} x {name}, {model}", items, orders), flush=True)


def _by(ranked: Sequence[Ranked], scores: Sequence[float]) -> list[Ranked]:
    pairs = sorted(zip(scores, ranked, strict=True), key=lambda pair: -pair[0])
    return [one for _, one in pairs]


def _print_misses(items: Sequence[Item]) -> None:
    for item in items:
        first = item.ours[0]
        rating = item.labelled.rating(first.fact.text)
        if not item.labelled.held_out and rating not in {"best", "good"}:
            print(f"{item.labelled.name}: {rating}: {first.fact.text}\n    wanted: {item.labelled.why}")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--models", default="", help="such as balanced,small")
    parser.add_argument("--misses", action="store_true", help="list the wrong choices of the half to learn from")
    asked = parser.parse_args()
    items = _items()
    everything = [text for item in items for text in item.texts]
    half = "best first | good first | best in three | never first"
    print(f"| to learn from, then held out | {half} | {half} |\n|{' --- |' * 9}")
    print(_line("ours", items, [item.ours for item in items]))
    print(_line("ours, told first", items, [sorted(item.ours, key=lambda one: not one.told) for item in items]))
    print(_line("background's order", items, [in_order(item, [0.0] * len(item.ranked)) for item in items]))
    print(_line("overlap", items, [in_order(item, overlap(item)) for item in items]))
    print(_line("BM25, case", items, [in_order(item, bm25(item.texts)(item)) for item in items]))
    print(_line("BM25, all cases", items, [in_order(item, bm25(everything)(item)) for item in items]))
    for model in filter(None, asked.models.split(",")):
        try:
            chosen = find(model, Paths.of_user().models, load_catalog())
        except OutreachError as error:
            print(f"{model}: left out: {error}")
            continue
        with tempfile.TemporaryDirectory() as folder:
            engine = LlamaEngine(chosen.path, chosen.id, chosen.sha256, Path(folder) / "engine.log")
            with closing(engine):
                _print_of_model(model, engine, items)
    if asked.misses:
        _print_misses(items)


if __name__ == "__main__":
    main()
