"""What counts as measured names a subject that was measured."""

from collections.abc import Iterator

from scripts.content import Content
from scripts.measure import catalogue, results
from scripts.model.evidence import Measured
from scripts.problem import Problem

RULE = "measured-result"


def check(content: Content) -> Iterator[Problem]:
    """Find evidence that names no subject, or one without a result, and results that cannot be read."""
    subjects = {subject.id for subject in catalogue.all_subjects()}
    try:
        measured = {subject.id for _, run in results.read(content.docs) for subject in run.subjects}
    except ValueError as error:
        fault = str(error).splitlines()[0]
        yield Problem(f"docs/{results.FOLDER}", 1, fault, "restore the file; results are never edited", RULE)
        return
    for path, line, evidence in content.evidence:
        if not isinstance(evidence, Measured):
            continue
        if evidence.result not in subjects:
            fault = f"“{evidence.result}” is no subject of the measurements"
            yield Problem(path, line, fault, f"use one of {', '.join(sorted(subjects))}", RULE)
        elif evidence.result not in measured:
            fault = f"“{evidence.result}” has no result yet"
            yield Problem(path, line, fault, f"run `python -m scripts measure {evidence.result}`", RULE)
