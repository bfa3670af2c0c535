"""What authors may write: each field takes what is at its limits, and refuses what is one beyond."""

import copy
import datetime
import re
from collections.abc import Callable
from typing import Any

import jsonschema
import pytest
import yaml
from pydantic import BaseModel, ValidationError

from scripts.model import evidence as evidence_model
from scripts.model.api_map import Family
from scripts.model.article import PARTS, Claim
from scripts.model.article import STATUSES as CLAIM_STATUSES
from scripts.model.base import Checked
from scripts.model.decision import SIDES, Decision, Outcome
from scripts.model.error import LEAST_LETTERS, ErrorMessage
from scripts.model.evidence import Sourced, kinds_of
from scripts.model.guide import Guide
from scripts.model.measurement import MeasuredRun
from scripts.model.notebook import Notebook
from scripts.model.page import PageMeta
from scripts.model.pair import CAUSES, GROUPS, Pair
from scripts.model.preset import Preset
from scripts.model.result import Result
from scripts.model.row import EDGES, Row
from scripts.model.search import Search
from scripts.model.stored import Stored
from scripts.model.tool import FAMILIES, Tool
from tests.conftest import ARTICLE, OUTCOME, PAIR, QUESTIONS, ROW, TOOL


def front(text: str, key: str = "") -> Any:
    """The front matter of a page, or what it has under a key."""
    data = yaml.safe_load(text.split("---\n")[1])
    return data[key] if key else data


CLAIM = yaml.safe_load(ARTICLE)[0]
NOTEBOOK = {
    "minutes": 5, "level": 1, "question": "How does it go?", "rows": ["a"], "examples": ["a"],
    "recheck_days": 90,
}  # fmt: skip
PRESET = {"id": "me", "title": "For me", "rows": ["a", "b", "c"]}
ERROR = {
    "raised_by": "other", "kind": "error", "type": "ValueError", "message": ["a message of letters"],
    "unproduced": "It needs a GPU.", "checked": "2026-11-22", "recheck_days": 90,
    "seen": [{"package": "torch", "version": "2.0"}], "sources": front(TOOL, "tool")["evidence"][:1],
    "rows": [], "pairs": [], "tools": [], "errors": [],
}  # fmt: skip
FAMILY = {
    "order": 1, "recheck_days": 90,
    "entries": [
        {
            "id": "a", "tensorflow": ["tf.a"], "pytorch": ["torch.a"], "match": "same", "differs": [],
            "inputs": "x = 1", "within": 0.0, "random": None, "pairs": [], "rows": [], "errors": [],
            "code": {"tensorflow": "y = tf.a(1)", "pytorch": "y = torch.a(1)"},
        }
    ],
}  # fmt: skip
GUIDE = {"checked": "2026-11-22", "recheck_days": 90, "sections": [{"id": "cause"}]}
PAGE = {"title": "A page", "description": "x" * 50}
SEARCH = {
    "starters": [{"question": "Which one is it?", "page": "decide/"}],
    "words": {"slow": ["lag"]},
    "synonyms": {"net": "network"},
    "symptoms": [{"all": ["slow"], "pages": ["a/"], "like": ["one", "two", "three"]}],
    "messages": [{"text": "An error", "page": "a/#b"}],
}
MEASURED = {
    "started": "2026-11-22T10:00:00Z", "seconds": 1.0, "load": 0.1, "flags": {}, "versions": {},
    "machine": {"name": "a", "processor": "b", "cores": 1, "memory": 1, "system": "c"},
    "subjects": [{"id": "a", "variants": [{"id": "b", "made": 1, "outputs": [], "facts": {}, "rounds": []}]}],
}  # fmt: skip
PAIR_DATA = front(PAIR, "pair") | {
    "transfers": [
        {
            "layer": "Dense",
            "to_pytorch": {"rule": "Turn it.", "value": "total"},
            "to_tensorflow": {"rule": "Turn it.", "value": "parts"},
        }
    ]
}
RECORDS: dict[str, tuple[type[BaseModel], Any]] = {
    "api": (Family, FAMILY),
    "claim": (Claim, CLAIM),
    "decision": (Decision, yaml.safe_load(QUESTIONS)),
    "error": (ErrorMessage, ERROR),
    "guide": (Guide, GUIDE),
    "measured": (MeasuredRun, MEASURED),
    "notebook": (Notebook, NOTEBOOK),
    "outcome": (Outcome, front(OUTCOME.format(id="one-end"), "outcome")),
    "page": (PageMeta, PAGE),
    "pair": (Pair, PAIR_DATA),
    "preset": (Preset, PRESET),
    "row": (Row, front(ROW, "row")),
    "search": (Search, SEARCH),
    "tool": (Tool, front(TOOL, "tool")),
}


# Pydantic names the kind of evidence after its place in the list.
KIND = re.compile(r"(?<=\d\.)(sourced|executed|measured|judged)\.")


def accepts(record: str, place: str, value: object) -> bool:
    """Whether a record is valid with another value in a place, such as `evidence.0.says`."""
    model, data = RECORDS[record]
    data = copy.deepcopy(data)
    *way, last = [int(step) if step.isdigit() else step for step in place.split(".")]
    inner: Any = data
    for step in way:
        inner = inner[step]
    inner[last] = value
    faults = []
    try:
        model.model_validate(data)
    except ValidationError as error:
        faults = error.errors()
    where = {KIND.sub("", ".".join(map(str, fault["loc"]))) for fault in faults}
    # Nothing but this value is wrong.
    assert all(place.startswith(known) or known.startswith(place) for known in where), faults
    return not faults


@pytest.mark.parametrize("record", RECORDS)
def test_the_records_are_valid_as_they_stand_and_know_no_other_key(record: str) -> None:
    model, data = RECORDS[record]
    model.model_validate(data)
    with pytest.raises(ValidationError, match="Extra inputs"):
        model.model_validate({**data, "unknown": 1})


def text(length: int) -> str:
    return "x" * length


def sentence(length: int) -> str:
    return "x" * (length - 1) + "."


def question(length: int) -> str:
    return "x" * (length - 1) + "?"


def names(length: int) -> list[str]:
    return [f"n{index}" for index in range(length)]


def sentences(length: int) -> list[str]:
    return ["It is so, and so."] * length


# Record, field, how a value of a size is made, the least and the greatest size; None where nothing limits it.
SIZES: list[tuple[str, str, Callable[[int], object], int | None, int | None]] = [
    ("page", "title", text, 3, 70),
    ("page", "description", text, 50, 160),
    ("claim", "today", text, 40, 900),
    ("claim", "said", sentence, 10, 600),
    ("claim", "evidence", lambda length: CLAIM["evidence"] * length, 1, None),
    ("tool", "evidence", lambda length: CLAIM["evidence"] * length, 1, None),
    ("row", "evidence", lambda length: CLAIM["evidence"] * length, 1, None),
    ("tool", "job", text, 8, 70),
    ("tool", "article", sentence, 10, 600),
    ("tool", "evidence.0.title", text, 3, 120),
    ("row", "question", question, None, 110),
    ("row", "tensorflow.summary", text, 10, 140),
    ("row", "why", text, 20, 200),
    ("row", "true_for", text, 5, 160),
    ("row", "rows", names, 1, 4),
    ("pair", "question", question, None, 110),
    ("pair", "rows", names, 1, 4),
    ("pair", "values.0.says", text, 5, 120),
    ("pair", "differ.0.says", text, 5, 160),
    ("pair", "mistake.title", text, 5, 80),
    ("pair", "transfers.0.layer", text, 3, 80),
    ("pair", "transfers.0.to_pytorch.rule", text, 5, 160),
    ("notebook", "question", question, None, 110),
    ("notebook", "rows", names, 1, 4),
    ("notebook", "examples", names, 1, 6),
    ("api", "entries.0.tensorflow", lambda length: ["tf.a"] * length, 1, 6),
    ("api", "entries.0.pytorch", lambda length: ["torch.a"] * length, 1, 6),
    ("api", "entries.0.differs", sentences, None, 4),
    ("api", "entries.0.inputs", text, 3, 500),
    ("api", "entries.0.code.pytorch", text, 3, 500),
    ("api", "entries.0.pairs", names, None, 3),
    ("api", "entries.0.rows", names, None, 3),
    ("api", "entries.0.errors", names, None, 3),
    ("error", "message", lambda length: ["a message of letters"] * length, 1, 3),
    ("error", "message.0", text, LEAST_LETTERS, 600),
    ("error", "seen.0.package", text, 2, 40),
    ("error", "sources", lambda length: ERROR["sources"] * length, 1, 4),
    ("error", "rows", names, None, 4),
    ("error", "pairs", names, None, 4),
    ("error", "tools", names, None, 4),
    ("error", "errors", names, None, 4),
    ("preset", "title", text, 3, 40),
    ("preset", "rows", names, 3, None),
    ("outcome", "answer", text, 5, 60),
    ("outcome", "first", sentences, 2, 5),
    ("outcome", "costs", sentences, 1, 4),
    ("outcome", "flips", sentences, 1, 4),
    ("outcome", "watch", sentences, 1, 4),
    ("outcome", "rows", names, 2, 8),
    ("decision", "questions.0.ask", question, None, 70),
    ("decision", "questions.0.answers.0.label", text, 3, 70),
    ("decision", "questions.0.answers.0.rows", names, 1, 4),
    ("decision", "article.0.says", text, 3, 40),
    ("decision", "article.0.claims", names, 1, None),
    ("decision", "article.0.path", lambda length: ["a.b"] * length, 1, 7),
    (
        "decision",
        "questions.0.answers",
        lambda n: [dict(yaml.safe_load(QUESTIONS)["questions"][0]["answers"][0])] * n,
        2,
        6,
    ),
    ("decision", "questions", lambda n: yaml.safe_load(QUESTIONS)["questions"][:1] * n, 1, None),
    ("search", "starters.0.question", text, 10, 60),
    ("search", "symptoms.0.all", names, 1, None),
    ("search", "symptoms.0.pages", lambda length: ["a/"] * length, 1, None),
    ("search", "symptoms.0.like", lambda length: ["one"] * length, 3, None),
    ("search", "symptoms.0.like.0", text, 3, 300),
    ("search", "words.slow.0", text, 1, 40),
    ("measured", "subjects", lambda length: MEASURED["subjects"] * length, 1, None),  # type: ignore[operator]
    ("measured", "subjects.0.variants", lambda n: MEASURED["subjects"][0]["variants"] * n, 1, None),  # type: ignore[index]
]


@pytest.mark.parametrize(("record", "place", "made", "least", "most"), SIZES)
def test_a_field_takes_what_is_at_its_limits_and_no_more(
    record: str, place: str, made: Callable[[int], object], least: int | None, most: int | None
) -> None:
    if least is not None:
        assert accepts(record, place, made(least))
        assert not accepts(record, place, made(least - 1))
    if most is not None:
        assert accepts(record, place, made(most))
        assert not accepts(record, place, made(most + 1))
    else:
        assert accepts(record, place, made((least or 1) + 20))


VALUES: list[tuple[str, str, list[object], list[object]]] = [
    ("page", "recheck_days", [30, 365, None], [29, 366]),
    ("page", "search", [{"boost": 10}, {"boost": 0.1}, {"exclude": True}], [{"boost": 0}, {"boost": 10.1}]),
    ("page", "description", [text(60)], [text(50) + "<", text(50) + ">", text(50) + '"']),
    ("row", "recheck_days", [30, 365], [29, 366, None]),
    ("tool", "recheck_days", [30, 365], [29, 366]),
    ("notebook", "minutes", [3, 15], [2, 16]),
    ("notebook", "level", [1, 2, 3], [0, 4]),
    ("notebook", "recheck_days", [30, 365], [29, 366]),
    ("pair", "level", [1, 2, 3], [0, 4]),
    ("pair", "values.0.within", [0, 1e-6], [-1e-9, 1, 1.0]),
    ("pair", "mistake.off_by", [1e-9, 3.0], [0, -1]),
    ("pair", "values.0.name", ["total"], ["Total", "1total", "to-tal", ""]),
    ("tool", "home", ["https://a"], ["http://a", "a", "https://a b", "x https://a"]),
    ("tool", "newest.month", ["2026-11", datetime.date(2026, 11, 1).isoformat()[:7]], ["2026", "2026-11-01"]),
    ("tool", "newest.version", ["1.10"], [1.1, 1]),
    ("tool", "licence", ["MIT", "MIT OR Apache-2.0", "GPL-2.0+ WITH x"], ["MIT or BSD", "MIT, BSD", ""]),
    ("tool", "evidence.0.dated", ["2026", "2026-03", "2026-03-11", "undated", 2026, 1000, 9999,
                                 datetime.date(2026, 3, 11)],
     ["26", "2026-3", "March 2026", "", True, 1.5]),
    ("tool", "evidence.0.url", ["https://example.org"], ["http://example.org", "example.org"]),
    ("tool", "evidence.0.says", ["So it is “so”", "It is (so so)", "So it is so!", 'He said "so"'],
     ["So it is so"]),
    ("api", "order", [1, 99], [0, 100]),
    ("api", "recheck_days", [30, 365], [29, 366]),
    ("api", "entries.0.within", [0, 1e-2], [-1e-9, 1.1e-2]),
    ("api", "entries.0.random", [None, 1e-9, 0.2], [0, -0.5, 0.21]),
    (
        "api", "entries.0.tensorflow.0",
        ["tf.a", "keras.a.b", "tf.Tensor.__getitem__"], ["tf", "a.b", "tf.a b", "torchx.a"],
    ),
    ("error", "type", ["ValueError", "log"], ["valueError", "a b", ""]),
    ("error", "message.0", ["{number} twelve letters", "a" * 12], ["{number} {shape} eleven let", "a" * 11]),
    ("error", "recheck_days", [30, 365], [29, 366]),
    ("guide", "recheck_days", [30, 365], [29, 366]),
    ("claim", "id", ["a", "a-1", "a1-b2"], ["A", "-a", "a-", "a--b", "1a", "a_b"]),
    ("decision", "questions.0.ask", ["Is it so?"], ["Is it so", "Is it? So"]),
    ("decision", "article.0.path.0", ["a.b", "a-1.b-2"], ["a", "a.b.c", "A.b", "a.", ".b"]),
    ("search", "starters.0.page", ["", "a/", "a/b/#c", "#c"], ["/a/", "a", "a/#", "https://a.org/"]),
    ("search", "synonyms", [{text(40): "x"}, {"a": "x"}], [{text(41): "x"}, {"": "x"}]),
]  # fmt: skip


@pytest.mark.parametrize(("record", "place", "right", "wrong"), VALUES)
def test_a_field_takes_values_of_its_form_alone(
    record: str, place: str, right: list[object], wrong: list[object]
) -> None:
    assert [value for value in right if not accepts(record, place, value)] == []
    assert [value for value in wrong if accepts(record, place, value)] == []


# What depends on more than one field ----------------------------------------------------------------


def with_row(tensorflow: str, pytorch: str, edge: str) -> Row:
    data = front(ROW, "row")
    data["tensorflow"]["rating"], data["pytorch"]["rating"], data["edge"] = tensorflow, pytorch, edge
    return Row.model_validate(data)


ORDER = ("none", "limited", "good", "strong")


def test_the_edge_lies_where_the_rating_is_better() -> None:
    def allowed(tensorflow: str, pytorch: str) -> set[str]:
        found: set[str] = set()
        for edge in EDGES:
            try:
                with_row(tensorflow, pytorch, edge)
            except ValidationError:
                continue
            found.add(edge)
        return found

    for one, first in enumerate(ORDER):
        for other, second in enumerate(ORDER):
            better = {"tensorflow"} if one > other else {"pytorch"} if one < other else {"even"}
            assert allowed(first, second) == {"depends", "unknown", *better}, (first, second)
    # A fact is no merit: who has the edge then, its sentence says.
    assert allowed("neutral", "neutral") == set(EDGES)
    assert allowed("neutral", "good") == {"tensorflow", "pytorch", "depends", "unknown"}
    # Where one is unknown, nobody is ahead.
    assert allowed("unknown", "strong") == allowed("strong", "unknown") == {"depends", "unknown"}
    assert allowed("unknown", "unknown") == {"depends", "unknown"}


def test_two_ratings_differ_or_do_not() -> None:
    assert not with_row("good", "good", "depends").differs
    assert with_row("good", "strong", "depends").differs
    assert with_row("strong", "good", "depends").differs


@pytest.mark.parametrize("group", GROUPS)
def test_a_tolerance_wider_than_that_of_the_group_needs_a_reason(group: str) -> None:
    widest = GROUPS[group][1]  # type: ignore[index]
    data = copy.deepcopy(PAIR_DATA) | {"group": group}
    for value in data["values"]:
        value["within"] = widest
    Pair.model_validate(data)
    data["values"][1]["within"] = widest * 1.01 or 1e-9
    with pytest.raises(ValidationError, match=r"`parts` may differ by .*, but its group"):
        Pair.model_validate(data)
    data["values"][1]["because"] = "The sums are long, and rounded differently."
    with pytest.raises(ValidationError, match=r"name the `cause`"):
        Pair.model_validate(data)
    data["values"][1]["cause"] = next(iter(CAUSES))
    Pair.model_validate(data)


def test_the_tolerances_of_the_groups_are_those_of_float32() -> None:
    widths = {name: width for name, (_, width) in GROUPS.items()}
    assert widths["data"] == 0
    assert set(widths.values()) <= {0, 1e-6, 1e-5}


@pytest.mark.parametrize(
    ("value", "off_by", "raises", "fine"),
    [
        ("total", 0.5, None, True),
        (None, None, "ValueError", True),
        ("total", None, None, False),
        (None, 0.5, None, False),
        (None, 0.5, "ValueError", False),
        ("total", 0.5, "ValueError", False),
        ("total", None, "ValueError", False),
        (None, None, None, False),
        (None, None, "valueError", False),
        (None, None, "Value Error", False),
    ],
)
def test_a_mistake_is_wrong_by_a_number_or_stops(
    value: str | None, off_by: float | None, raises: str | None, fine: bool
) -> None:
    mistake = {
        "continues": "pytorch",
        "title": "It is wrong",
        "value": value,
        "off_by": off_by,
        "raises": raises,
    }
    assert accepts("pair", "mistake", mistake) is fine


@pytest.mark.parametrize(
    ("tensorflow", "pytorch", "differ"),
    [
        (1, 2, True), (1, 1, False), ("a", "a", False), (None, None, False), (None, 0, True),
        (True, 1, True), (1, 1.0, True), (0.5, 0.5, False), ("1", 1, True),
    ],
)  # fmt: skip
def test_what_differs_by_design_is_not_the_same(tensorflow: object, pytorch: object, differ: bool) -> None:
    entry = {"name": "kind", "tensorflow": tensorflow, "pytorch": pytorch, "says": "What it is"}
    assert accepts("pair", "differ.0", entry) is differ


def test_the_names_of_a_pair_are_each_given_once_and_known() -> None:
    pair = Pair.model_validate(PAIR_DATA)
    assert pair.names == ["total", "parts", "kind"]
    for place, name in (
        ("mistake.value", "kind"),
        ("transfers.0.to_pytorch.value", "kind"),
        ("values.0.name", "total"),
    ):
        assert accepts("pair", place, name)
    for place in ("mistake.value", "transfers.0.to_pytorch.value", "transfers.0.to_tensorflow.value"):
        data = copy.deepcopy(PAIR_DATA)
        *way, last = [int(step) if step.isdigit() else step for step in place.split(".")]
        inner: Any = data
        for step in way:
            inner = inner[step]
        inner[last] = "nothing"
        with pytest.raises(ValidationError, match="`nothing` is not among `values`"):
            Pair.model_validate(data)
    data = copy.deepcopy(PAIR_DATA)
    data["differ"][0]["name"] = "total"
    with pytest.raises(ValidationError, match="`total` stands twice"):
        Pair.model_validate(data)


def test_a_side_runs_in_the_usual_environment_unless_it_names_another() -> None:
    two = {"environments": {"tensorflow": "tf-keras"}, "no_notebook": "It needs two."}
    pair = Pair.model_validate(PAIR_DATA | two)
    assert pair.environment("tensorflow") == "tf-keras"
    assert pair.environment("pytorch") == "frameworks"


@pytest.mark.parametrize("status", ["active", "maintenance", "deprecated", "archived", "renamed"])
def test_a_tool_that_ended_names_what_replaced_it(status: str) -> None:
    assert accepts("tool", "status", status) is (status in {"active", "maintenance"})
    data = front(TOOL, "tool") | {"status": status, "replaced_by": [{"name": "Two", "page": "two"}]}
    Tool.model_validate(data)


@pytest.mark.parametrize(
    ("page", "url", "fine"),
    [
        ("two", None, True),
        (None, "https://a.org", True),
        (None, None, False),
        ("two", "https://a.org", False),
    ],
)
def test_a_successor_is_a_page_or_an_address(page: str | None, url: str | None, fine: bool) -> None:
    assert accepts("tool", "replaced_by", [{"name": "Two", "page": page, "url": url}]) is fine


def test_an_example_that_is_not_run_says_why() -> None:
    data = front(TOOL, "tool") | {"use": "shown"}
    with pytest.raises(ValidationError, match="`use_note`"):
        Tool.model_validate(data)
    Tool.model_validate(data | {"use_note": "It needs a GPU."})


def test_a_record_is_due_so_many_days_after_its_check() -> None:
    checked = Checked(checked=datetime.date(2026, 11, 22), recheck_days=90)
    assert checked.recheck_by == datetime.date(2027, 2, 20)
    with pytest.raises(ValidationError, match="frozen"):
        checked.recheck_days = 40  # type: ignore[misc]


def test_white_space_around_a_text_is_no_part_of_it() -> None:
    assert PageMeta.model_validate(PAGE | {"title": "  A page\n"}).title == "A page"
    assert not accepts("page", "title", "  a  ")


def test_evidence_is_published_under_the_name_that_programs_know() -> None:
    claim = Claim.model_validate(CLAIM)
    assert claim.model_dump(mode="json")["evidence"] == [
        {"kind": "executed", "proof": "one", "says": "The program prints what it should."}
    ]


@pytest.mark.parametrize(("dated", "fine"), [(999, False), (1000, True), (9999, True), (10000, False)])
def test_an_editor_takes_a_year_of_four_digits(dated: int, fine: bool) -> None:
    evidence = front(TOOL, "tool")["evidence"][0] | {"dated": dated, "seen": "2026-11-22"}
    assert jsonschema.Draft202012Validator(Sourced.model_json_schema()).is_valid(evidence) is fine


def test_kinds_of_evidence_are_the_strongest_first_each_once() -> None:
    row = Row.model_validate(front(ROW, "row"))
    executed, judged = row.evidence
    assert kinds_of([judged, executed, judged]) == ["executed", "judged"]
    assert kinds_of([judged]) == ["judged"]
    assert kinds_of([]) == []
    assert row.kind == "executed"


def test_each_kind_of_evidence_has_its_record() -> None:
    assert [record.__name__ for record in evidence_model.RECORDS] == [
        "Sourced",
        "Executed",
        "Measured",
        "Judged",
    ]


def test_a_page_is_found_by_the_search_unless_it_says_otherwise() -> None:
    assert not PageMeta.model_validate(PAGE).search.exclude
    assert PageMeta.model_validate(PAGE).search.boost == 1
    assert PageMeta.model_validate(PAGE | {"search": {"exclude": True}}).search.exclude


def test_a_page_is_of_the_kind_whose_data_it_has() -> None:
    assert PageMeta.model_validate(PAGE).kind == ""
    for name in ("tool", "row", "pair", "outcome", "notebook"):
        meta = PageMeta.model_validate(PAGE | {name: RECORDS[name][1]})
        assert meta.kind == name
        assert (meta.dated is not None) == (name in {"tool", "row", "outcome"})
        assert (meta.record is not None) == (name in {"tool", "row"})
    assert PageMeta.model_validate(PAGE | {"checked": "2026-11-22", "recheck_days": 90}).dated is None


def test_a_question_is_found_by_its_id() -> None:
    decision = Decision.model_validate(yaml.safe_load(QUESTIONS))
    second = decision.question("second")
    assert second
    assert second.ask == "What of it?"
    assert decision.question("third") is None


def test_a_result_is_as_far_off_as_its_worst_value() -> None:
    side = {"printed": " a \n", "warned": [], "versions": {}}
    value = {"name": "a", "shape": "float", "difference": 0.5, "first": []}
    result = Result.model_validate(
        {
            "recorded": "2026-11-22", "programs": {}, "tensorflow": side, "pytorch": side,
            "values": [value, value | {"difference": 2.0}, value | {"difference": 1.0}],
            "mistake": {"printed": ""},
        }
    )  # fmt: skip
    assert result.greatest == 2.0
    assert result.tensorflow.printed == " a \n"  # as it was printed


def test_a_stored_notebook_has_text_in_one_piece_or_in_lines() -> None:
    cells: list[dict[str, Any]] = [
        {"cell_type": "code", "source": source, "metadata": {}, "outputs": [output]}
        for source, output in (
            (["a\n", "b"], {"output_type": "stream", "text": "x"}),
            (
                "a\nb",
                {"output_type": "display_data", "data": {"text/plain": ["x\n", "y"], "text/html": "<p>"}},
            ),
        )
    ]
    stored = Stored.model_validate({"cells": cells, "metadata": {}})
    assert [cell.text for cell in stored.cells] == ["a\nb", "a\nb"]
    (stream,), (shown,) = (cell.outputs for cell in stored.cells)
    assert stream.text == ["x"]
    assert [shown.form(kind) for kind in ("text/plain", "text/html", "image/png")] == ["x\ny", "<p>", ""]
    assert stored.metadata.kernelspec.language == "python"


def test_words_for_readers_are_there_for_each_value() -> None:
    assert list(CLAIM_STATUSES) == ["holds", "partly", "outdated", "wrong", "opinion"]
    first, *_, last = PARTS
    assert (first, last) == ("introduction", "verdict")
    assert SIDES["either"] == "Either"
    assert len(set(FAMILIES.values())) == len(FAMILIES)
