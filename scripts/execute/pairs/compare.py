"""Compares both sides of an example pair: what must be equal, what differs, what the mistake gets wrong."""

import ast
import math
from collections.abc import Iterator
from pathlib import Path

from scripts import dates
from scripts.content import pair_files, source
from scripts.content.page import Page
from scripts.execute.pairs import provenance
from scripts.execute.pairs.observed import Answer, Leaf, Values
from scripts.model.framework import OTHER
from scripts.model.pair import CAUSES, SIDES, WITHOUT_CAUSE, Difference, Pair, Scalar, Side, Value
from scripts.model.result import MistakeResult, Result, SideResult, ValueResult
from scripts.problem import Problem

RULE = "pair-run"
FIRST = 6  # numbers of a value that are kept in the record


def compare(
    page: Page, pair: Pair, folder: Path, answers: dict[Side, Answer]
) -> tuple[Result | None, list[Problem]]:
    """The result of a run, or None and every fault at once."""
    problems = list(_faults(page, pair, folder, answers))
    if problems:
        return None, problems
    values = [_value_result(entry, answers) for entry in pair.values]
    own = answers[pair.mistake.continues]
    mistake = MistakeResult(
        printed=own.mistake_printed,
        difference=_mistake_difference(pair, answers),
        error=_error(own),
    )
    sides = {
        side: SideResult(printed=answer.printed, warned=list(answer.warned), versions=answer.versions)
        for side, answer in answers.items()
    }
    result = Result(
        recorded=dates.today(),
        programs=pair_files.fingerprints(folder),
        tensorflow=sides["tensorflow"],
        pytorch=sides["pytorch"],
        values=values,
        mistake=mistake,
    )
    return result, []


def side_faults(page: Page, pair: Pair, side: Side, answer: Answer) -> Iterator[Problem]:
    """Faults of one side's run, regardless of the other side."""
    program = f"{page.path.rpartition('/')[0]}/{pair_files.PROGRAMS[side]}"
    if answer.network:
        place = ", ".join(answer.network)
        yield Problem(program, 1, f"it asks the network for {place}", "make the data in inputs.py", RULE)
    elif answer.failure:
        failure = answer.failure
        fault = f"it stops with {failure.type}: {_line(failure.message)}"
        yield Problem(program, failure.line, fault, "correct the program", RULE)
        return
    if not answer.printed.strip():
        yield Problem(program, 1, "it prints nothing", "print what a reader should see", RULE)
    if answer.present and not pair.holds_both:
        fault = f"its process also holds {', '.join(answer.present)}"
        yield Problem(
            program, 1, fault, "import one framework alone, or give the reason in `holds_both`", RULE
        )
    for line in answer.warned:
        if not any(piece in line for piece in pair.warns):
            fault = f"it warns: {_line(line)}"
            remedy = (
                "use what replaces it, or name a piece of the warning in `warns` and explain it on the page"
            )
            yield Problem(program, 1, fault, remedy, RULE)
    for name in pair.names:
        leaves = answer.values.get(name)
        if leaves is None:
            remedy = f"assign `{name}` at the outermost level, or correct the name in index.md"
            yield Problem(program, 1, f"the value `{name}` is missing", remedy, RULE)
        elif isinstance(leaves, str):
            yield Problem(program, 1, f"a value cannot be compared: {leaves}", "keep another value", RULE)


def _origin_faults(page: Page, pair: Pair, folder: Path, side: Side, answer: Answer) -> Iterator[Problem]:
    """Values that the framework did not compute, or that stay the same whatever the inputs."""
    name_of_file = pair_files.PROGRAMS[side]
    program = f"{page.path.rpartition('/')[0]}/{name_of_file}"
    origins = provenance.origins(source.read(folder / name_of_file), pair.names, answer.statements)
    # A setting, a type or a count is read from the framework, which computes nothing for it.
    read = {entry.name for entry in pair.differ}
    read |= {value.name for value in pair.values if value.fixed or value.unseen}
    for name in pair.names:
        origin = origins[name]
        if not origin.operations and not (name in read and origin.touches):
            line = origin.lines[-1] if origin.lines else 1
            fault = f"`{name}` is computed without {SIDES[side]}"
            yield Problem(program, line, fault, f"compute it with {SIDES[side]}", RULE)


def _input_faults(page: Page, pair: Pair, answers: dict[Side, Answer]) -> Iterator[Problem]:
    """What other inputs show: values that stay the same or differ, and reasons that are none any more."""
    yield from _runs_of_one_side(page, answers)
    for index, value in enumerate(pair.values):
        still = [side for side in SIDES if value.name not in answers[side].changed.moved]
        line = page.line_of("pair", "values", index)
        if value.fixed and not still:
            fault = f"`{value.name}` changes with the inputs, and `fixed` says that it does not"
            yield Problem(page.path, line, fault, "remove `fixed`", RULE)
        if value.fixed is None and still:
            where = " and in ".join(SIDES[side] for side in still)
            fault = f"`{value.name}` stays the same in {where} when the inputs are others"
            remedy = "compare a value that depends on them, or say in `fixed` why it does not"
            failures = answers[still[0]].changed.failures
            for change, failure in failures.items():
                fault += f" ({change}: {failure.type} in line {failure.line})"
            yield Problem(page.path, line, fault, remedy, RULE)
        elif fault := _disagreement_by_other_inputs(value, answers):
            remedy = "correct the program that is right for the inputs as they are, and for no others"
            yield Problem(page.path, line, fault, remedy, RULE)


def _runs_of_one_side(page: Page, answers: dict[Side, Answer]) -> Iterator[Problem]:
    """Runs with other inputs that one program does, and the other does not."""
    for side in SIDES:
        other = answers[OTHER[side]].changed.values
        for change, failure in answers[side].changed.failures.items():
            if change in other:
                program = f"{page.path.rpartition('/')[0]}/{pair_files.PROGRAMS[side]}"
                fault = f"with other inputs ({change}) it stops with {failure.type}: {_line(failure.message)}"
                remedy = f"let it run with them, as the one with {SIDES[OTHER[side]]} does"
                yield Problem(program, failure.line, fault, remedy, RULE)


def _disagreement_by_other_inputs(value: Value, answers: dict[Side, Answer]) -> str:
    """How a value that agrees differs with the first other inputs with which it does; empty if with none."""
    if _disagreement(value, *_both(value.name, answers)):
        return ""  # it is told of the inputs as they are
    ours, theirs = answers["tensorflow"].changed.values, answers["pytorch"].changed.values
    for change in ours:
        if change in theirs:
            sides = _kept(ours[change], value.name), _kept(theirs[change], value.name)
            if fault := _disagreement(value, *sides):
                return f"with other inputs ({change}) {fault}"
    return ""


def _faults(page: Page, pair: Pair, folder: Path, answers: dict[Side, Answer]) -> Iterator[Problem]:
    broken = [fault for side in SIDES for fault in side_faults(page, pair, side, answers[side])]
    if broken:
        yield from broken
        return
    for piece in pair.warns:
        if not any(piece in line for answer in answers.values() for line in answer.warned):
            fault = f"no program warns of “{piece}” any more"
            yield Problem(page.path, page.line_of("pair", "warns"), fault, "remove it from `warns`", RULE)
    for index, value in enumerate(pair.values):
        line = page.line_of("pair", "values", index)
        yield from _value_faults(page.path, line, value, folder, answers)
    for index, entry in enumerate(pair.differ):
        yield from _differ_faults(page.path, page.line_of("pair", "differ", index), entry, answers)
    yield from _mistake_faults(page, pair, answers)
    for side in SIDES:
        yield from _origin_faults(page, pair, folder, side, answers[side])
    yield from _input_faults(page, pair, answers)


def _disagreement(value: Value, ours: list[Leaf], theirs: list[Leaf]) -> str:
    """How a value is not the same on both sides, in words; empty if it is."""
    return _other_shape(value, ours, theirs) or _too_far(value, ours, theirs)


def _other_shape(value: Value, ours: list[Leaf], theirs: list[Leaf]) -> str:
    if shapes := _shape_difference(ours, theirs):
        return f"`{value.name}` is {shapes[0]} in TensorFlow and {shapes[1]} in PyTorch"
    return ""


def _too_far(value: Value, ours: list[Leaf], theirs: list[Leaf]) -> str:
    difference = _difference(ours, theirs)
    if not difference <= value.within:
        return f"`{value.name}` differs by {difference:.2g}, and {value.within:g} is allowed"
    return ""


def _value_faults(
    path: str, line: int, value: Value, folder: Path, answers: dict[Side, Answer]
) -> Iterator[Problem]:
    ours, theirs = _both(value.name, answers)
    if fault := _other_shape(value, ours, theirs):
        yield Problem(path, line, fault, "compare the same thing", RULE)
        return
    if fault := _too_far(value, ours, theirs):
        remedy = "correct one of the programs; widen `within` only with a reason in `because`"
        yield Problem(path, line, fault, remedy, RULE)
    size = _size(ours)
    part = CAUSES[value.cause] if value.cause else WITHOUT_CAUSE
    if value.within > part * size > 0:
        reason = f"the cause {value.cause}" if value.cause else "a value without a cause"
        fault = (
            f"`{value.name}` may differ by {value.within:g}, and its numbers are of size {size:.2g}, "
            f"of which {reason} accounts for {part:g}"
        )
        yield Problem(path, line, fault, f"narrow `within` to at most {part * size:.1g}", RULE)
    if _is_constant(ours):
        fault = f"`{value.name}` has one number throughout, so its being equal shows nothing"
        yield Problem(path, line, fault, "compare a value that depends on the input", RULE)
    for program in pair_files.PROGRAMS.values():
        if _is_literal(folder / program, value.name):
            fault = f"`{value.name}` is written into {program}, so its being equal shows nothing"
            yield Problem(path, line, fault, "compare a value that the framework computed", RULE)


def _differ_faults(path: str, line: int, entry: Difference, answers: dict[Side, Answer]) -> Iterator[Problem]:
    expected: dict[Side, Scalar] = {"tensorflow": entry.tensorflow, "pytorch": entry.pytorch}
    for side, stated in expected.items():
        leaves = answers[side].values[entry.name]
        value = leaves[0].data[0] if len(leaves) == 1 and len(leaves[0].data) == 1 else leaves  # type: ignore[union-attr]
        value = None if value == "None" and stated is None else value
        if not _is_stated(value, stated):
            fault = f"`{entry.name}` is {value!r} in {SIDES[side]}, and {stated!r} is stated"
            yield Problem(path, line, fault, "if the release changed it, correct the page", RULE)


def _mistake_faults(page: Page, pair: Pair, answers: dict[Side, Answer]) -> Iterator[Problem]:
    mistake, own = pair.mistake, answers[pair.mistake.continues]
    path, failure = f"{page.path.rpartition('/')[0]}/{pair_files.MISTAKE}", own.mistake_failure
    line = page.line_of("pair", "mistake")
    if mistake.raises:
        if failure is None:
            fault = f"the mistake is no mistake any more: it raises nothing, and {mistake.raises} is stated"
            yield Problem(page.path, line, fault, "look at what changed, and correct the page", RULE)
        elif failure.type != mistake.raises:
            fault = f"it raises {failure.type} ({_line(failure.message)}), and {mistake.raises} is stated"
            yield Problem(path, failure.line, fault, "correct the program or `raises`", RULE)
        return
    if failure:
        fault = f"it stops with {failure.type}: {_line(failure.message)}"
        yield Problem(path, failure.line, fault, "correct the program, or state it in `raises`", RULE)
        return
    wrong = own.mistake_values[str(mistake.value)]
    if isinstance(wrong, str):
        yield Problem(path, 1, f"its value cannot be compared: {wrong}", "assign an array or a number", RULE)
        return
    right = _leaves(answers[OTHER[mistake.continues]], str(mistake.value))
    if other_shape := _shape_difference(right, wrong):
        fault = f"`{mistake.value}` is {other_shape[1]} after the mistake, and {other_shape[0]} before"
        yield Problem(path, 1, fault, "assign a value of the same shape", RULE)
        return
    difference = _difference(right, wrong)
    if difference < float(mistake.off_by or 0):
        fault = f"the mistake is wrong by {difference:.2g} alone, and at least {mistake.off_by:g} is stated"
        yield Problem(page.path, line, fault, "show a mistake that matters, or correct `off_by`", RULE)


def _mistake_difference(pair: Pair, answers: dict[Side, Answer]) -> float | None:
    if pair.mistake.value is None:
        return None
    wrong = answers[pair.mistake.continues].mistake_values[pair.mistake.value]
    right = _leaves(answers[OTHER[pair.mistake.continues]], pair.mistake.value)
    return _difference(right, wrong if isinstance(wrong, list) else [])


def _error(answer: Answer) -> str | None:
    failure = answer.mistake_failure
    return f"{failure.type}: {_line(failure.message)}" if failure else None


def _value_result(value: Value, answers: dict[Side, Answer]) -> ValueResult:
    ours, theirs = _both(value.name, answers)
    first = [entry for leaf in ours for entry in leaf.data][:FIRST]
    return ValueResult(
        name=value.name,
        shape=", ".join(_shape(leaf) for leaf in ours[:4]) + (", …" if len(ours) > 4 else ""),
        difference=_difference(ours, theirs),
        first=[float(f"{entry:.5g}") if isinstance(entry, float) else entry for entry in first],
    )


def _both(name: str, answers: dict[Side, Answer]) -> tuple[list[Leaf], list[Leaf]]:
    return _leaves(answers["tensorflow"], name), _leaves(answers["pytorch"], name)


def _leaves(answer: Answer, name: str) -> list[Leaf]:
    return _kept(answer.values, name)


def _kept(values: Values, name: str) -> list[Leaf]:
    """The leaves of a value; none of one that is missing or cannot be kept."""
    leaves = values.get(name)
    return leaves if isinstance(leaves, list) else []


def _shape_difference(ours: list[Leaf], theirs: list[Leaf]) -> tuple[str, str] | None:
    """Both shapes in words where they differ; the place inside a value must be the same too."""
    if [leaf.place for leaf in ours] != [leaf.place for leaf in theirs]:
        return f"{len(ours)} parts", f"{len(theirs)} parts of other names"
    for one, other in zip(ours, theirs, strict=True):
        if one.shape != other.shape or one.is_text != other.is_text:
            return f"{_shape(one)} {one.place}".strip(), f"{_shape(other)} {other.place}".strip()
    return None


def _difference(ours: list[Leaf], theirs: list[Leaf]) -> float:
    """The greatest absolute difference of any two entries; infinite for texts or NaN that differ."""
    return max(
        (
            _apart(one, other)
            for ours_leaf, theirs_leaf in zip(ours, theirs, strict=True)
            for one, other in zip(ours_leaf.data, theirs_leaf.data, strict=True)
        ),
        default=0.0,
    )


def _apart(one: float | str, other: float | str) -> float:
    if isinstance(one, str) or isinstance(other, str):
        return 0.0 if one == other else math.inf
    if one == other or (math.isnan(one) and math.isnan(other)):
        return 0.0
    difference = abs(one - other)
    return math.inf if math.isnan(difference) else float(difference)


def _size(leaves: list[Leaf]) -> float:
    """How large the numbers of a value are: how far they lie apart, or their mean if that is more."""
    numbers = [
        float(entry)
        for leaf in leaves
        for entry in leaf.data
        if isinstance(entry, int | float) and math.isfinite(entry)
    ]
    if not numbers:
        return 0.0
    return max(max(numbers) - min(numbers), abs(math.fsum(numbers) / len(numbers)))


def _is_constant(leaves: list[Leaf]) -> bool:
    data = [entry for leaf in leaves for entry in leaf.data]
    return not data or (len(data) > 1 and len(set(map(str, data))) == 1)


def _is_literal(program: Path, name: str) -> bool:
    """Whether a program gets this name from a literal alone, or from the shared inputs."""
    sources: list[bool] = []
    for node in ast.walk(ast.parse(source.read(program))):
        if isinstance(node, ast.ImportFrom):
            sources += [
                node.module == "inputs" for alias in node.names if (alias.asname or alias.name) == name
            ]
        elif isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            if any(isinstance(target, ast.Name) and target.id == name for target in targets):
                sources.append(_computes_nothing(node.value))
        elif isinstance(node, ast.AugAssign | ast.For | ast.With):
            sources += [
                False for part in ast.walk(node) if isinstance(part, ast.Name)
                and isinstance(part.ctx, ast.Store) and part.id == name
            ]  # fmt: skip
    return bool(sources) and all(sources)


def _computes_nothing(value: ast.expr) -> bool:
    return not any(isinstance(part, ast.Name | ast.Call | ast.Attribute) for part in ast.walk(value))


def _is_stated(value: object, stated: Scalar) -> bool:
    if isinstance(value, bool) or isinstance(stated, bool):
        return value is stated
    if isinstance(value, int | float) and isinstance(stated, int | float):
        return math.isclose(value, stated, rel_tol=1e-6)
    return value == stated


def _shape(leaf: Leaf) -> str:
    return f"{leaf.dtype} {leaf.shape}" if leaf.shape else leaf.dtype


def _line(message: str) -> str:
    """The first non-empty line of a message, at most 200 characters of it."""
    lines = [line.strip() for line in message.splitlines() if line.strip()]
    return lines[0][:200] if lines else "without a message"
