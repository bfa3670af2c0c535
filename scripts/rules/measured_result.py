"""What counts as measured names a subject that was measured."""

from collections.abc import Iterator

from scripts.content import measured_runs
from scripts.content.tree import Content
from scripts.measure import catalogue
from scripts.model.evidence import Measured
from scripts.problem import Problem

RULE = measured_runs.RULE


def check(content: Content) -> Iterator[Problem]:
    """Find evidence that names no subject, or one without a result."""
    subjects = {subject.id for subject in catalogue.all_subjects()}
    measured = {subject.id for _, run in content.runs for subject in run.subjects}
    for path, line, evidence in content.evidence:
        if not isinstance(evidence, Measured):
            continue
        if evidence.result not in subjects:
            fault = f"“{evidence.result}” is no subject of the measurements"
            yield Problem(path, line, fault, f"use one of {', '.join(sorted(subjects))}", RULE)
        elif evidence.result not in measured:
            fault = f"“{evidence.result}” has no result yet"
            yield Problem(path, line, fault, f"run `python -m scripts measure {evidence.result}`", RULE)
