"""Where files are. Paths in messages are always relative to the root of the repository."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENTS = ROOT / ".venvs"
REQUIREMENTS = ROOT / "requirements"

# Below the root of the content, which a test may replace by a folder of its own.
DOCS = "docs"
SUBJECTS = "scripts/measure/subjects"
GENERATED = ".generated"

# Below the built site.
API = "api/v1"
COMPARISON_SCHEMA = "comparison.schema.json"  # in API
