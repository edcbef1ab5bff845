"""A few made-up articles, and the pages that show them."""

from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlencode

from flask.testing import FlaskClient

from corpus.article import Article, Basis, Country, Entity, EntityType, PartialDate
from corpus.document import Document
from tests.archive import archive
from web.app import create_app

PERSON, ORGANIZATION, PLACE = EntityType.PERSON, EntityType.ORGANIZATION, EntityType.PLACE

WASHINGTON = Document(
    Article(
        "wire/washington.txt",
        "Washington works to keep its coalition together",
        "Officials are trying to hold the coalition together while soldiers remain in the north-east of Syria.\n\n"
        "In December it had been announced that every soldier would withdraw. Two ministers resigned.",
        removed=("0 $", "Show More"),
        source="herald.example",
        url="https://herald.example/washington",
    ),
    (Entity("Islamic State", ORGANIZATION), Entity("Kathryn Wheelbarger", PERSON), Entity("Washington", PLACE)),
    (Country("US", 3), Country("SY", 1)),
    PartialDate(2019, 4, 9, Basis.INFERRED, "the interview that was released on April 9"),
)
AMMAN = Document(
    Article(
        "wire/amman.txt",
        "Kerry leaves for Amman to forge a coalition",
        "John Kerry leaves to forge a coalition of forty nations against the militants in Iraq and Syria.\n\n"
        "No soldier will be sent to fight on the ground.",
        source="dawn.example",
    ),
    (Entity("John Kerry", PERSON), Entity("Islamic State", ORGANIZATION)),
    (Country("JO", 2), Country("IQ", 1), Country("SY", 1)),
    PartialDate(2014, 9, 8, Basis.STATED, "8 September 2014"),
)
DOHA = Document(
    Article(
        "wire/doha.txt",
        "Talks in Doha resume without a cease-fire",
        "Envoys met again in Doha. A withdrawal within fourteen months was discussed, in exchange for guarantees.",
        source="crossroads.example",
    ),
    (Entity("Taliban", ORGANIZATION),),
    (Country("AF", 2), Country("QA", 1)),
    PartialDate(2020, 1, basis=Basis.STATED),
)
INTERPRETERS = Document(
    Article(
        "wire/interpreters.txt", "What is owed to interpreters", "They stood at every gate, and were left outside."
    ),
    (),
    (Country("AF", 1),),
    PartialDate(),
)
NEWSROOM = (WASHINGTON, AMMAN, DOHA, INTERPRETERS)


def browse(location: Path, *documents: Document) -> FlaskClient:
    """A client of the pages over an index of these articles."""
    return create_app(archive(location, *documents)).test_client()


class Page(HTMLParser):
    """What a browser makes of a page: its tags with their attributes, its text, and by their names what can be pressed.

    `links` are links and the buttons of forms, each with the address that it leads to without a script.
    """

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.links: dict[str, str] = {}
        self._texts: list[str] = []
        self._open: list[tuple[str, dict[str, str | None], list[str]]] = []
        self._forms: dict[str, tuple[str, list[tuple[str, str]]]] = {"": ("", [])}
        self._form = ""
        self._pressed: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)
        self.text = " ".join("".join(self._texts).split())
        for name, button in self._pressed:
            action, kept = self._forms[button["form"] or ""]
            given = [(button["name"] or "", button.get("value") or "")] if "name" in button else []
            self.links[name] = f"{action}?{urlencode([*kept, *given], safe=':')}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        self.tags.append((tag, attributes))
        if tag == "form":
            self._form = attributes.get("id") or f"form {len(self._forms)}"
            _, before = self._forms.get(self._form, ("", []))
            self._forms[self._form] = (attributes.get("action") or "", before)
        elif tag == "input":
            if attributes.get("name"):
                field = (attributes["name"] or "", attributes.get("value") or "")
                self._forms.setdefault(attributes.get("form") or self._form, ("", []))[1].append(field)
        elif tag in ("a", "button"):
            self._open.append((tag, {"form": self._form, **attributes}, []))

    def handle_data(self, data: str) -> None:
        self._texts.append(data)
        for _, _, texts in self._open:
            texts.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._form = ""
        elif tag in ("a", "button"):
            _, attributes, texts = self._open.pop()
            name = attributes.get("aria-label") or " ".join("".join(texts).split()) or attributes.get("title") or ""
            if tag == "a":
                self.links[name] = attributes.get("href") or ""
            else:
                self._pressed.append((name, attributes))

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def visit(client: FlaskClient, address: str, status: int = 200) -> Page:
    """Open a page."""
    response = client.get(address)
    assert response.status_code == status, response.text
    return Page(response.text)
