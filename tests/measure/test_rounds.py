"""Rounds, steps and figures of a measurement, without a framework and without a process."""

import dataclasses
import io
import json
import os
import platform
import subprocess
from pathlib import Path
from typing import Any

import pytest

from scripts import paths
from scripts.execute import environment
from scripts.measure import case, catalogue, machine, run, subjects, trial
from scripts.measure.case import Case, Subject, Variant
from scripts.measure.run import MeasureError
from scripts.model.measurement import MeasuredSubject


def variants(*names: str, side: case.Side = "pytorch") -> tuple[Variant, ...]:
    return tuple(Variant(name, name, side, lambda: Case(None, [1.0])) for name in names)


def subject(*names: str, **fields: Any) -> Subject:
    """A subject whose variants nobody makes ready."""
    given = dict.fromkeys(("id", "title", "question", "unit", "says"), "so-it-is") | {"group": "operations"}
    return Subject(**{**given, "within": 0.25, "reference": "b", "variants": variants(*names), **fields})


def said(*outputs: float, **fields: Any) -> dict[str, Any]:
    """What a variant tells when it is ready."""
    return {"made": 1.23456, "outputs": list(outputs), "facts": {}, "timed": True, **fields}


class Ready:
    """Stands for a variant in its process: its clock, and what it was asked for."""

    def __init__(self, variant: Variant, seconds: list[float] | float, asked: list[tuple[str, int]]) -> None:
        self.variant, self.seconds, self.asked = variant, seconds, asked
        self.ready = said(1.0, timed=variant.id != "untimed")

    def time(self, steps: int) -> list[float]:
        self.asked.append((self.variant.id, steps))
        return [self.seconds] * steps if isinstance(self.seconds, float) else self.seconds[:steps]

    def stop(self) -> None:
        self.asked.append((self.variant.id, 0))


# Steps and rounds ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("seconds", "steps"),
    [
        (0.2, 3),  # never fewer than three: a median of two is a mean
        (0.1, 3),
        (0.0667, 4),
        (0.05, 5),
        (0.03, 8),
        (0.02, 11),
        (0.01, 21),
        (0.0041, 50),
        (1e-5, 50),
        (0.0, 50),
        (60.0, 3),
    ],
)
def test_a_round_lasts_a_fifth_of_a_second_and_has_three_to_fifty_steps(seconds: float, steps: int) -> None:
    assert run._steps(Ready(variants("a")[0], seconds, [])) == steps  # type: ignore[arg-type]


def test_the_first_steps_are_not_counted_and_the_median_of_five_is_taken() -> None:
    asked: list[tuple[str, int]] = []
    entry = Ready(variants("a")[0], [0.01, 9.0, 0.02, 0.02, 9.0, 0.001], asked)
    assert run._steps(entry) == 11  # type: ignore[arg-type]
    assert asked == [("a", 2), ("a", 5)]


def measured(
    monkeypatch: pytest.MonkeyPatch, rounds: int, *names: str, seconds: float = 0.0123456
) -> tuple[MeasuredSubject, list[tuple[str, int]]]:
    """A measurement of variants that stand for processes, and what these were asked for."""
    asked: list[tuple[str, int]] = []
    monkeypatch.setattr(run, "_start", lambda _package, _subject, variant: Ready(variant, seconds, asked))
    return run.measure(subject(*names), rounds), asked


def test_another_variant_begins_each_round_and_all_are_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    _, asked = measured(monkeypatch, 4, "a", "b", "untimed", "c")
    turns = "".join(name for name, steps in asked if steps > 5)
    assert turns == "abc" + "bca" + "cab" + "abc"
    assert {steps for _, steps in asked} == {2, 5, 17, 0}
    assert asked[-4:] == [("a", 0), ("b", 0), ("untimed", 0), ("c", 0)]


def test_each_round_of_each_variant_is_recorded_to_four_digits(monkeypatch: pytest.MonkeyPatch) -> None:
    found, _ = measured(monkeypatch, 2, "b", "untimed")
    assert {entry.id: entry.rounds for entry in found.variants} == {
        "b": [[0.01235] * 17] * 2,
        "untimed": [],
    }
    assert [entry.made for entry in found.variants] == [1.235, 1.235]


def test_nothing_is_timed_where_no_variant_can_be(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, int]] = []
    monkeypatch.setattr(run, "_start", lambda _package, _subject, variant: Ready(variant, 0.1, asked))
    found = run.measure(subject("untimed", reference="untimed"), 3)
    assert (found.variants[0].rounds, asked) == ([], [("untimed", 0)])


def test_what_was_started_is_stopped_when_another_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, int]] = []

    def start(_package: str, _subject: Subject, variant: Variant) -> Ready:
        if variant.id == "c":
            raise MeasureError("it fails")
        return Ready(variant, 0.1, asked)

    monkeypatch.setattr(run, "_start", start)
    with pytest.raises(MeasureError, match="it fails"):
        run.measure(subject("a", "b", "c"), 3)
    assert asked == [("a", 0), ("b", 0)]


# Outputs ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "last", "fault"),
    [
        ([1.0, 2.0], [1.0, 2.0], ""),
        ([1.25, 2.0], [1.0, 1.75], ""),
        ([1.0, 2.5], [1.0, 2.0], "“a” differs from “b” by 0.5, and 0.25 is allowed"),
        ([1.0, 2.0], [1.0, 1.5], "“c” differs from “b” by 0.5, and 0.25 is allowed"),
        ([1.0, 2.0], [1.0, float("nan")], "“c” differs from “b” by nan, and 0.25 is allowed"),
        ([-1.0, 2.0], [1.0, 2.0], "“a” differs from “b” by 2, and 0.25 is allowed"),
        ([1.0], [1.0, 2.0], "“a” gives 1 outputs, not 2"),
        ([1.0, 2.0], [1.0, 2.0, 3.0], "“c” gives 3 outputs, not 2"),
    ],
)
def test_outputs_are_compared_with_the_reference_wherever_it_stands(
    first: list[float], last: list[float], fault: str
) -> None:
    entry = subject("a", "b", "c")
    ready = list(zip(entry.variants, (said(*first), said(1.0, 2.0), said(*last)), strict=True))
    if not fault:
        run.compare(entry, ready)
        return
    with pytest.raises(MeasureError) as error:
        run.compare(entry, ready)
    assert str(error.value) == fault


@pytest.mark.parametrize("names", ["ab", "ba", "bc", "cb"])
def test_the_reference_is_the_one_that_is_named(names: str) -> None:
    entry = subject(*names)
    run.compare(entry, [(one, said(1.0)) for one in entry.variants])
    other = next(name for name in names if name != "b")
    with pytest.raises(MeasureError, match=f"“{other}” differs from “b” by 8"):
        run.compare(entry, [(one, said(1.0 if one.id == "b" else 9.0)) for one in entry.variants])


# A process ----------------------------------------------------------------------------------------


class Process:
    """Stands for the process of a variant: what it answers, and how it was started."""

    def __init__(self, *answers: dict[str, Any], code: int = 0) -> None:
        self.stdin: io.StringIO | None = io.StringIO()
        self.stdout = io.StringIO("".join(json.dumps(answer) + "\n" for answer in answers))
        self.returncode, self.waited, self.options = code, 0, dict[str, Any]()

    def wait(self, timeout: float) -> int:
        assert 5 <= timeout <= 120
        self.waited += 1
        return self.returncode

    def kill(self) -> None:
        raise AssertionError("nobody waited too long")


def started(process: Process, monkeypatch: pytest.MonkeyPatch, errors: str = "") -> Any:
    """A variant in a process that only seems to run."""

    def popen(command: list[str], **options: Any) -> Process:
        process.options = {"command": command, **options}
        options["stderr"].write(errors)
        options["stderr"].flush()
        return process

    monkeypatch.setattr(subprocess, "Popen", popen)
    monkeypatch.setattr(environment, "interpreter", lambda name: Path(f"/{name}/python"))
    return run._start("some.package", subject("a"), variants("a")[0])


def test_a_process_gets_a_folder_of_its_own_and_the_environment_of_programs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SECRET_TOKEN", "it is mine")
    process = Process(said(1.0))
    entry = started(process, monkeypatch)
    assert entry.ready == said(1.0)
    options, folder = process.options, Path(entry.folder.name)
    assert options["command"][0] == "/frameworks/python"
    assert options["command"][-3:] == ["some.package", "so-it-is", "a"]
    assert options["cwd"] == entry.folder.name
    variables = options["env"]
    assert variables == {**environment.settings(str(folder)), "PYTHONPATH": str(paths.ROOT)}
    assert (variables["PYTHONHASHSEED"], variables["OMP_NUM_THREADS"]) == ("0", "1")
    assert "SECRET_TOKEN" not in variables
    assert options["text"] is True
    assert folder.is_dir()
    entry.stop()
    assert not folder.exists()


def test_a_process_is_kept_on_the_last_core(monkeypatch: pytest.MonkeyPatch) -> None:
    kept: list[tuple[int, set[int]]] = []
    monkeypatch.setattr(os, "sched_getaffinity", lambda pid: {0, 3, 2} if pid == 0 else {7}, raising=False)
    monkeypatch.setattr(os, "sched_setaffinity", lambda pid, cores: kept.append((pid, cores)), raising=False)
    process = Process(said(1.0))
    started(process, monkeypatch).stop()
    process.options["preexec_fn"]()
    assert kept == [(0, {3})]


def test_a_system_without_affinity_is_measured_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "sched_setaffinity", raising=False)
    run._one_core()


def test_a_variant_is_asked_for_steps_line_by_line(monkeypatch: pytest.MonkeyPatch) -> None:
    process = Process(said(1.0), {"seconds": [0.5, 0.25]}, {"seconds": [0.125]})
    entry = started(process, monkeypatch)
    assert process.stdin
    assert (entry.time(2), entry.time(1)) == ([0.5, 0.25], [0.125])
    assert process.stdin.getvalue() == "2\n1\n"
    entry.stop()
    assert process.stdin.closed
    assert process.waited == 1


@pytest.mark.parametrize(
    ("errors", "last"),
    [("", "nothing on standard error"), ("one\ntwo\nValueError: no\n\n", "ValueError: no")],
)
def test_a_process_that_ends_is_told_with_its_last_words(
    monkeypatch: pytest.MonkeyPatch, errors: str, last: str
) -> None:
    with pytest.raises(MeasureError) as error:
        started(Process(code=3), monkeypatch, errors)
    assert str(error.value) == f"the variant “a” ended with code 3: {last}"


# A trial ------------------------------------------------------------------------------------------


def tried(
    monkeypatch: pytest.MonkeyPatch, entries: list[Subject], output: float = 1.0, **dies: int
) -> tuple[Any, list[list[str]]]:
    """What a trial finds, and which variants each of its processes was given, in their order.

    `dies` has the codes with which processes end at a variant; with 0, the time of the process is over there.
    """
    given: list[list[str]] = []

    def process(command: list[str], **options: Any) -> subprocess.CompletedProcess[str]:
        keys = [line.split() for line in options["input"].splitlines()]
        given.append([name for _, name in keys])
        for _, name in keys:
            if name in dies:
                options["stderr"].write("first\nmore\nthe last words\n")
                if not dies[name]:
                    raise subprocess.TimeoutExpired(command, options["timeout"])
                done = subprocess.CompletedProcess[str](command, dies[name])
                if options["check"]:
                    done.check_returncode()
                return done
            facts = {"bytes_least": 1.0, "bytes": 2.0, "bytes_most": 3.0}
            number = output if name == "c" else 1.0
            options["stdout"].write(json.dumps(said(number, facts=facts, rounds=[[0.5]])) + "\n")
        assert options["text"] is True
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(subprocess, "run", process)
    monkeypatch.setattr(environment, "interpreter", lambda _name: Path("python"))
    return trial.try_out(entries, "some.package", time_limit=7), given


def test_outputs_are_compared_in_a_trial_too(monkeypatch: pytest.MonkeyPatch) -> None:
    found, _ = tried(monkeypatch, [subject("b", "c", facts={"bytes": "bytes"})], output=2.0)
    assert str(found["so-it-is"]) == "“c” differs from “b” by 1, and 0.25 is allowed"


def test_a_process_whose_time_is_over_is_told_by_the_variant_that_it_was_at(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found, given = tried(monkeypatch, [subject("b", "c", facts={"bytes": "bytes"})], c=0)
    assert str(found["so-it-is"]) == "the variant “c” was at work when 7 s were over: the last words"
    assert given == [["b", "c"]]


def test_variants_of_one_framework_share_a_process_and_those_of_the_other_have_theirs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    both = (*variants("a", "b"), *variants("c", side="tensorflow"))
    one = subject(variants=both, facts={"bytes": "bytes"})
    found, given = tried(monkeypatch, [one, dataclasses.replace(one, id="other")])
    assert sorted(given) == [["a", "b", "a", "b"], ["c", "c"]]
    assert [entry.id for entry in found["other"].variants] == ["a", "b", "c"]
    assert found["so-it-is"].variants[0].rounds == [[0.5]]


def test_a_variant_that_is_measured_as_a_process_has_one_for_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    alone = subject("a", "b", facts={"bytes": "bytes"}, alone=True)
    shared = subject("b", "c", id="shared", facts={"bytes": "bytes"})
    _, given = tried(monkeypatch, [shared, alone])
    assert given == [["a"], ["b"], ["b", "c"]]


def test_what_comes_after_a_variant_that_ends_its_process_is_tried_in_another(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    entries = [
        subject("a", "b", "c", facts={"bytes": "bytes"}),
        subject("b", id="other", facts={"bytes": "B"}),
    ]
    found, given = tried(monkeypatch, entries, a=9)
    assert given == [["a", "b", "c", "b"], ["b", "c", "b"]]
    assert str(found["so-it-is"]) == "the variant “a” ended with code 9: the last words"
    assert isinstance(found["other"], MeasuredSubject)


@pytest.mark.parametrize(
    ("facts", "may_lack", "fault"),
    [
        (("bytes",), (), ""),
        (("bytes", "seconds"), ("seconds",), ""),
        (("bytes", "seconds"), ("bytes",), "no variant gives what it declares: seconds"),
        (("seconds",), ("seconds",), "it gives facts that it does not declare: bytes"),
    ],
)
def test_a_subject_gives_the_facts_that_it_declares(
    monkeypatch: pytest.MonkeyPatch, facts: tuple[str, ...], may_lack: tuple[str, ...], fault: str
) -> None:
    entry = subject("b", facts=dict.fromkeys(facts, "bytes"), may_lack=frozenset(may_lack))
    found = tried(monkeypatch, [entry])[0]["so-it-is"]
    assert (str(found) if isinstance(found, MeasureError) else "") == fault


# Figures and the machine --------------------------------------------------------------------------


def test_a_fact_measured_several_times_has_its_median_and_both_ends() -> None:
    assert case.spread("seconds", [3.0, 1.0, 9.0]) == {
        "seconds": 3.0,
        "seconds_least": 1.0,
        "seconds_most": 9.0,
    }


def test_a_case_and_what_holds_it_cannot_be_changed_after_the_fact() -> None:
    records: list[Any] = [Case(None, [1.0]), variants("a")[0], subject("a")]
    for record, name in zip(records, ("outputs", "id", "within"), strict=True):
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(record, name, 2)
    assert (subject("a").alone, subject("a").may_lack) == (False, frozenset())


CPUINFO = """\
processor\t: 0
cpu family\t: 25
model\t\t: 17
model name\t: AMD  EPYC 9B14\x20
flags\t\t: fpu avx avx2 avx512f
"""


@pytest.fixture
def cpuinfo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file that stands for /proc/cpuinfo."""
    file = tmp_path / "cpuinfo"
    file.write_text(CPUINFO, encoding="utf-8")
    monkeypatch.setattr(machine, "Path", lambda name: file if name == "/proc/cpuinfo" else Path(name))
    return file


def test_a_machine_is_named_after_its_processor(cpuinfo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pages = {"SC_PHYS_PAGES": 1000, "SC_PAGE_SIZE": 4096}
    monkeypatch.setattr(os, "sysconf", pages.__getitem__)
    monkeypatch.setattr(os, "cpu_count", lambda: 6)
    found = machine.describe()
    assert (found.name, found.processor) == ("amd-epyc-9b14", "AMD EPYC 9B14")
    assert (found.cores, found.memory) == (6, 4_096_000)
    assert machine.details() == "family 25, model 17, AVX-512"
    cpuinfo.write_text(CPUINFO.replace(" avx512f", ""), encoding="utf-8")
    assert machine.details() == "family 25, model 17, AVX2"


@pytest.mark.parametrize(
    ("given", "name"),
    [("My Machine (2)", "my-machine-2"), ("9 cores", "cpu-9-cores"), ("x86", "x86")],
)
@pytest.mark.usefixtures("cpuinfo")
def test_a_machine_may_be_given_a_name(given: str, name: str) -> None:
    assert machine.describe(given).name == name


def test_a_system_that_tells_little_is_described_all_the_same(
    cpuinfo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cpuinfo.unlink()
    monkeypatch.setattr(platform, "processor", lambda: "")
    monkeypatch.setattr(platform, "machine", lambda: "riscv64")
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    monkeypatch.setattr(os, "sysconf_names", {})
    found = machine.describe()
    assert (found.name, found.processor, found.cores, found.memory) == ("riscv64", "riscv64", 1, 0)
    assert machine.details() == ""
    monkeypatch.setattr(platform, "processor", lambda: "arm")
    assert machine.describe().processor == "arm"
    monkeypatch.delattr(os, "sysconf")
    assert machine.describe().memory == 0


def test_the_load_is_that_of_the_last_minute(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "getloadavg", lambda: (0.5, 2.0, 3.0), raising=False)
    assert machine.load() == 0.5
    monkeypatch.delattr(os, "getloadavg")
    assert machine.load() == -1.0


def test_subjects_stand_in_the_order_of_their_groups_and_then_of_their_ids() -> None:
    groups = list(catalogue.GROUPS)
    places = [(groups.index(entry.group), entry.id) for entry in catalogue.all_subjects()]
    assert places == sorted(places)
    assert len(places) > 10


def test_a_subject_is_known_by_its_file_whatever_the_line_ends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(subjects, "__path__", [str(tmp_path)])
    assert catalogue.fingerprint("a-subject") is None
    found = set()
    for text in (b"a = 1\nb = 2\n", b"a = 1\r\nb = 2\r\n", b"a = 1\nb = 3\n"):
        (tmp_path / "a_subject.py").write_bytes(text)
        found.add(catalogue.fingerprint("a-subject"))
    assert len(found) == 2
    assert {len(fingerprint or "") for fingerprint in found} == {64}
