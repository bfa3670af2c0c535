"""What the search knows of readers' words, which no page says: `docs/search.yml`."""

from typing import Annotated

from pydantic import Field, StringConstraints

from scripts.model.base import Identifier, Record
from scripts.model.move import SiteAddress

Text = Annotated[str, StringConstraints(min_length=3, max_length=300)]
Word = Annotated[str, StringConstraints(min_length=1, max_length=40)]


class Starter(Record):
    """A question that the search offers before anything is typed, and the page or section that answers it."""

    question: Annotated[str, StringConstraints(min_length=10, max_length=60)] = Field(
        description="The question as a reader would put it"
    )
    page: SiteAddress = Field(description="Address of the page or section that answers it")


class Symptom(Record):
    """What readers see, and the pages that explain it."""

    all: list[Identifier] = Field(
        min_length=1, description="Names of groups in `words`: a query has a word of each of them"
    )
    pages: list[SiteAddress] = Field(min_length=1, description="Pages that explain it, the best first")
    like: list[Text] = Field(
        min_length=3, description="Queries in readers' words; tests ask the search each of them"
    )


class Message(Record):
    """A message of a framework, as it is pasted into the search, and the page that explains it."""

    text: Text = Field(description="The message, without what differs from case to case")
    page: SiteAddress = Field(description="Address of the page that explains it")


class Search(Record):
    """Words that readers use, and where they are to lead."""

    starters: list[Starter] = Field(default_factory=list, description="Offered before anything is typed")
    synonyms: dict[Word, str] = Field(
        default_factory=dict,
        description="Words of readers, and what pages say instead; both are searched, ours with less weight",
    )
    words: dict[Identifier, list[Word]] = Field(
        default_factory=dict,
        description="Groups of words of one meaning; one that ends with `*` stands for all that start so",
    )
    symptoms: list[Symptom] = Field(
        default_factory=list, description="What readers see, and what explains it"
    )
    messages: list[Message] = Field(default_factory=list, description="Messages that pages explain")
