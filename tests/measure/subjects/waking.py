"""Variants that tell in which process they ran."""

import os

from scripts.measure.case import Case, Subject, Variant


def _wake() -> Case:
    return Case(None, [1.0], {"process": float(os.getpid())})


def _quietly() -> Case:
    return Case(None, [1.0])


def _die() -> Case:
    os._exit(3)


SUBJECT = Subject(
    id="waking",
    title="Waking",
    question="Where does one wake?",
    group="operations",
    unit="awakening",
    within=0.0,
    reference="first",
    variants=(
        Variant("first", "Early", "pytorch", _wake),
        Variant("second", "Late", "pytorch", _wake),
        Variant("quiet", "Without a word", "pytorch", _quietly),
        Variant("dead", "Never", "pytorch", _die),
    ),
    says="Nothing of importance.",
    facts={"process": "id"},
    alone=True,
)
