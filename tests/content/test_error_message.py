"""Messages with placeholders: which texts are of a form, and what of it the search knows."""

import pytest

from scripts.content import error_message

FORM = "mat1 and mat2 shapes cannot be multiplied ({shape} and {shape}), got {number}"


@pytest.mark.parametrize(
    ("form", "text", "fits"),
    [
        (FORM, "mat1 and mat2 shapes cannot be multiplied (3x4 and 5x6), got 7", True),
        (FORM, "Error: mat1 and mat2 shapes\n  cannot be multiplied ([3, 4] and (5, 6)), got -1.5e3!", True),
        (FORM, "mat1 and mat2 shapes cannot be multiplied (3x4 and x), got 7", False),
        (FORM, "mat1 and mat2 shapes can be multiplied (3x4 and 5x6), got 7", False),
        ("not a {name} at {address} in {path}", "not a torch.nn.X at 0x7fA in /a/b c", True),
        ("not a {name} at {address} in {path}", "not a torch.nn.X at 7fA in /a/b", False),
        ("from {text} to there", "from here and on to there", True),
        ("from {text} to there", "from  to there", False),
        ("a {brace} stays (as it is)", "a {brace} stays (as it is)", True),
        ("a {brace} stays (as it is)", "a thing stays as it is", False),
        ("trust the source", "\x1b[1mtrust\x1b[0m the source", True),
    ],
)
def test_a_text_is_of_a_form_or_not(form: str, text: str, fits: bool) -> None:
    assert error_message.matches(form, text) == fits


def test_the_search_knows_what_is_the_same_in_every_case() -> None:
    assert error_message.literal(FORM) == "mat1 and mat2 shapes cannot be multiplied ( and ), got"
    assert error_message.literal("layer {name} of {text}, {address}") == "layer … of … ,"


def test_a_form_is_filled() -> None:
    assert error_message.filled("{number} of {number} {names}", {"number": "3"}) == "3 of 3 {names}"


def test_what_differs_from_run_to_run_is_not_recorded() -> None:
    text = (
        "\x1b[96mE0000 00:00:12.5  77 file.cc:3] <f at 0x7f2e> in /tmp/x1/model.pt \n"
        "W1128 01:23:30.678000 18301 torch/convert.py:20] [0/8] hit 'shared_object_id': 140\n"
        "defined in FuncGraph(name=step, id=140074565995456), with id=7\n"
        'File "/home/a/lib/python3.11/site-packages/keras/layer.py"\n'
    )
    assert error_message.settled(text, "/tmp/x1") == (
        "<f at 0x…> in model.pt\n[0/8] hit 'shared_object_id': …\n"
        'defined in FuncGraph(name=step, id=…), with id=7\nFile "keras/layer.py"'
    )


def test_a_program_is_named_wherever_the_repository_lies() -> None:
    runner = '    File "{}/scripts/execute/error_worker.py", line 98, in _run\n'
    text = "It was defined here:\n" + runner + '    File "{0}/docs/errors/a-name.py", line 14, in wrong\n'
    told = 'It was defined here:\n    File "a-name.py", line 14, in wrong'
    for root in ("/tmp/x1", "/home/somebody/src/site", "/site"):
        assert error_message.settled(text.replace("{}", root).replace("{0}", root), "/tmp/y2") == told
    # PyTorch writes the last folders alone.
    assert error_message.settled("(site/docs/errors/a-name.py:8 in forward)") == "(a-name.py:8 in forward)"
