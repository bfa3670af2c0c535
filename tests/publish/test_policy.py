"""The policy of a page: its own inline code runs, and nothing else does."""

import base64
import hashlib

import pytest

from scripts.publish import csp

HEAD = '<!doctype html><html><head><meta charset="utf-8">\n<title>x</title>'


def digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def policy(html: str) -> dict[str, list[str]]:
    """What a policy allows, by the name of the rule."""
    return {name: values for name, *values in (rule.split() for rule in csp.of_page(html).split("; "))}


def test_a_page_without_code_of_its_own_may_load_its_sites_files_alone() -> None:
    assert policy(HEAD) == {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "connect-src": ["'self'"],
        "worker-src": ["'self'"],
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
    }


@pytest.mark.parametrize(
    ("tag", "rule", "other"), [("script", "script-src", "style-src"), ("style", "style-src", "script-src")]
)
def test_inline_code_is_allowed_by_what_it_holds_each_piece_in_its_own_rule(
    tag: str, rule: str, other: str
) -> None:
    first, second = "a{b:c}\n d", "é < “x” && y"
    found = policy(f"{HEAD}<{tag}>{first}</{tag}><p></p><{tag}>{second}</{tag}>")
    assert found[rule] == ["'self'", digest(first), digest(second)]
    assert found[other] == ["'self'"]


def test_code_from_a_file_needs_no_hash() -> None:
    found = policy(f'{HEAD}<script src="a.js" type="module"></script><link rel="stylesheet" href="a.css">')
    assert found["script-src"] == found["style-src"] == ["'self'"]


def test_the_policy_comes_after_the_encoding_and_before_all_that_it_rules() -> None:
    page = f"{HEAD}<script>a()</script></head><body><pre>&lt;meta charset</pre></body></html>"
    html = csp.add(page)
    before, _, after = html.partition("\n")
    assert before.endswith('<meta charset="utf-8">')
    assert after.startswith(f'<meta http-equiv="Content-Security-Policy" content="{csp.of_page(page)}">')
    assert html.replace(after.partition("\n")[0] + "\n", "", 1) == page


def test_a_page_has_one_policy_even_where_its_text_shows_the_encoding() -> None:
    html = csp.add(f'{HEAD}</head><body><meta charset="utf-8"></body>')
    assert html.count("Content-Security-Policy") == 1
