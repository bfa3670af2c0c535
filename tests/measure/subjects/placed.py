"""A variant that tells where it runs, and under which settings."""

import os

from scripts.measure.case import Case, Subject, Variant


def _cores() -> list[float]:
    return [float(core) for core in sorted(os.sched_getaffinity(0))]


def _placed() -> Case:
    facts = {
        "cores": float(len(_cores())),
        "core": _cores()[-1],
        "threads": float(os.environ["OMP_NUM_THREADS"]),
        "seed": float(os.environ["PYTHONHASHSEED"]),
    }
    return Case(lambda: None, [1.0], facts)


SUBJECT = Subject(
    id="placed",
    title="Where it runs",
    question="On which core does a variant run?",
    group="operations",
    unit="step",
    within=0.0,
    reference="one",
    variants=(Variant("one", "One", "pytorch", _placed), Variant("two", "Two", "tensorflow", _placed)),
    says="It says where.",
    facts={"cores": "cores", "core": "number", "threads": "threads", "seed": "number"},
)
