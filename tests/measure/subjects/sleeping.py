"""Two variants, of which one takes three times as long; and some that fail."""

import time

from scripts.measure.case import Case, Subject, Variant


def _sleep(seconds: float, outputs: list[float]) -> Case:
    return Case(lambda: time.sleep(seconds), outputs, {"naps": 1.0})


def _noisy() -> Case:
    print("what a framework prints does not mix with the answers")
    return _sleep(0.006, [1.0, 2.0])


def _broken() -> Case:
    raise ValueError("no such operation")


def _stuck() -> Case:
    time.sleep(60)
    raise AssertionError("nobody stopped it")


SUBJECT = Subject(
    id="sleeping",
    title="Sleeping",
    question="How long does a nap take?",
    group="operations",
    unit="nap",
    within=1e-3,
    reference="short",
    variants=(
        Variant("short", "A short nap", "pytorch", lambda: _sleep(0.002, [1.0, 2.0])),
        Variant("long", "A long nap", "tensorflow", _noisy),
        Variant("other", "A dream", "tensorflow", lambda: _sleep(0.001, [1.0, 9.0])),
        Variant("fewer", "A part of it", "tensorflow", lambda: _sleep(0.001, [1.0])),
        Variant("broken", "No sleep", "tensorflow", _broken),
        Variant("stuck", "A coma", "tensorflow", _stuck),
        Variant("untimed", "A bed", "pytorch", lambda: Case(None, [1.0, 2.0], {"naps": 3.0})),
    ),
    says="Nothing of importance.",
    facts={"naps": "naps"},
)
