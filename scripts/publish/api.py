"""The comparison for programs: `api/v1/`, made in each build and described by a JSON Schema."""

import csv
import io
import json
from pathlib import Path

from scripts import paths
from scripts.content import decision_paths
from scripts.content.markdown import LINK
from scripts.content.page import Page
from scripts.content.tree import Content
from scripts.model.decision import Decision, Outcome, Question
from scripts.model.evidence import kinds_of
from scripts.model.framework import FRAMEWORKS
from scripts.model.row import EDGES, GROUPS, RATINGS, Row
from scripts.publish.api_schema import (
    ApiAnswer,
    ApiComparison,
    ApiDecision,
    ApiDecisionRow,
    ApiFormer,
    ApiGroup,
    ApiLink,
    ApiOutcome,
    ApiQuestion,
    ApiRating,
    ApiRow,
    ApiSide,
)

CSV_FIELDS = (
    "id", "title", "group", "question", "tensorflow_rating", "tensorflow_summary", "pytorch_rating",
    "pytorch_summary", "edge", "why", "evidence_kind", "true_for", "checked", "recheck_by", "url",
)  # fmt: skip


def comparison(content: Content, site_url: str) -> ApiComparison:
    """The comparison as it is published; `site_url` ends with a slash."""
    return ApiComparison(
        version="1.1",
        site=site_url,
        licence="CC-BY-4.0",
        groups=[ApiGroup(id=name, title=title) for name, title in GROUPS.items()],
        ratings=[
            ApiRating(id=name, title=title, meaning=meaning) for name, (title, meaning) in RATINGS.items()
        ],
        rows=[_row(page, row, site_url) for page, row in content.rows_in_order],
    )


def schema() -> dict[str, object]:
    """The JSON Schema of the comparison."""
    generated: dict[str, object] = ApiComparison.model_json_schema(mode="serialization")
    properties = generated["properties"]
    assert isinstance(properties, dict)
    properties = {"$schema": {"type": "string"}, **properties}  # the data name their schema
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **generated, "properties": properties}


def as_csv(published: ApiComparison) -> str:
    """The rows without their evidence, by RFC 4180."""
    text = io.StringIO()
    writer = csv.DictWriter(text, CSV_FIELDS, lineterminator="\r\n")
    writer.writeheader()
    for row in published.rows:
        fields = row.model_dump(mode="json")
        for side in FRAMEWORKS:
            fields[f"{side}_rating"] = fields[side]["rating"]
            fields[f"{side}_summary"] = fields[side]["summary"]
        fields["edge"] = EDGES[row.edge]
        writer.writerow({name: fields[name] for name in CSV_FIELDS})
    return text.getvalue()


def write(content: Content, site: Path, site_url: str) -> list[Path]:
    """Write all files of the interface below `site`. Returns them."""
    published = comparison(content, site_url)
    files = {
        "comparison.json": _json({"$schema": paths.COMPARISON_SCHEMA, **published.model_dump(mode="json")}),
        paths.COMPARISON_SCHEMA: _json(schema()),
        "comparison.csv": as_csv(published),
        **{f"rows/{row.id}.json": _json(row.model_dump(mode="json")) for row in published.rows},
    }
    if content.decision:
        files["decision.json"] = _json(decisions(content, site_url).model_dump(mode="json"))
    written = []
    for name, text in files.items():
        file = site / paths.API / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="")
        written.append(file)
    return written


def decisions(content: Content, site_url: str) -> ApiDecision:
    """The decision as it is published, with the rows that it names."""
    asked = content.decision
    assert asked
    named = {name for _, outcome in content.outcomes.values() for name in outcome.rows}
    named |= {name for question in asked.questions for answer in question.answers for name in answer.rows}
    return ApiDecision(
        version="1.1",
        site=site_url,
        licence="CC-BY-4.0",
        start=asked.start,
        questions=[_question(asked, question) for question in decision_paths.in_order(asked)],
        outcomes=[_outcome(content, page, outcome, site_url) for page, outcome in content.outcomes.values()],
        rows={
            page.id: ApiDecisionRow(
                title=page.meta.title,
                url=f"{site_url}{page.url}",
                why=row.why,
                edge=EDGES[row.edge],
                kinds=kinds_of(row.evidence),
                checked=row.checked,
                recheck_by=row.recheck_by,
            )
            for page, row in content.rows
            if page.id in named and page.meta
        },
        former=[ApiFormer(was=entry.was, now=entry.now, says=entry.says) for entry in asked.former],
    )


def _question(asked: Decision, question: Question) -> ApiQuestion:
    left = [
        len(way.steps) - index
        for way in decision_paths.paths(asked)
        for index, step in enumerate(way.steps)
        if step.question.id == question.id
    ]
    return ApiQuestion(
        id=question.id,
        ask=question.ask,
        help=question.help,
        article=question.article,
        answers=[
            ApiAnswer(id=answer.id, label=answer.label, to=answer.to, says=answer.says, rows=answer.rows)
            for answer in question.answers
        ],
        unsure=question.unsure.take,
        unsure_says=question.unsure.says,
        most_left=max(left),
    )


def _outcome(content: Content, page: Page, outcome: Outcome, site_url: str) -> ApiOutcome:
    assert page.meta

    def links(folder: str, names: list[str]) -> list[ApiLink]:
        pages = {other.id: other for other in content.pages if other.folder.partition("/")[0] == folder}
        return [
            ApiLink(title=meta.title, url=f"{site_url}{pages[name].url}")
            for name in names
            if (meta := pages[name].meta)
        ]

    return ApiOutcome(
        id=page.id,
        answer=outcome.answer,
        side=outcome.side,
        url=f"{site_url}{page.url}",
        says=lead(page),
        plain=outcome.plain.sentences,
        first=outcome.first,
        costs=outcome.costs,
        flips=outcome.flips,
        watch=outcome.watch,
        article=outcome.article,
        rows=outcome.rows,
        examples=links("examples", outcome.examples),
        tools=links("tools", outcome.tools),
        checked=outcome.checked,
        recheck_by=outcome.recheck_by,
    )


def lead(page: Page) -> str:
    """The first paragraph of a page as plain text (inline code kept)."""
    paragraphs = page.text.body.strip().split("\n\n")
    text = " ".join(paragraphs[1].split()) if len(paragraphs) > 1 else ""
    return LINK.sub(r"\2", text).replace("**", "")


def _row(page: Page, row: Row, site_url: str) -> ApiRow:
    assert page.meta
    return ApiRow(
        id=page.id,
        url=f"{site_url}{page.url}",
        title=page.meta.title,
        question=row.question,
        group=row.group,
        tensorflow=ApiSide(rating=row.tensorflow.rating, summary=row.tensorflow.summary),
        pytorch=ApiSide(rating=row.pytorch.rating, summary=row.pytorch.summary),
        edge=row.edge,
        why=row.why,
        article=row.article.says,
        article_points=row.article.claims,
        evidence_kind=row.kind,
        evidence=row.evidence,
        true_for=row.true_for,
        checked=row.checked,
        recheck_by=row.recheck_by,
        tools=row.tools,
        related=row.rows,
        former_ids=row.former_ids,
    )


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
