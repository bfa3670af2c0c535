"""A built page, taken apart as far as the tests look at it."""

from html.parser import HTMLParser


class Document(HTMLParser):
    """The links, ids, headings and metadata of one page.

    `links` are the values of href and src, `ids` all ids in order, `headings` pairs of tag and id,
    `meta` the content of named or `property` meta elements.
    """

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text = text
        self.title = ""
        self.links: list[str] = []
        self.ids: list[str] = []
        self.headings: list[tuple[str, str | None]] = []
        self.meta: dict[str, str] = {}
        self.link_rel: dict[str, str] = {}
        self._in_title = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if identifier := values.get("id"):
            self.ids.append(identifier)
        for name in ("href", "src", "xlink:href"):
            if (target := values.get(name)) is not None:
                self.links.append(target)
        if tag in {"h1", "h2", "h3", "h4", "h5", "h6"}:
            self.headings.append((tag, values.get("id")))
        if tag == "meta" and (name_or_property := values.get("name") or values.get("property")):
            self.meta[name_or_property] = values.get("content") or ""
        if tag == "link" and (rel := values.get("rel")):
            self.link_rel[rel] = values.get("href") or ""
        self._in_title = tag == "title" and not self.title

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.title += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "title":
            self._in_title = False
