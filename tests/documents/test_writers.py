"""A document says the same as HTML, PDF and DOCX, and no word of an author is markup."""

from __future__ import annotations

import subprocess
import sys
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from documents.papers import DAY, NASTY, PILOTS, sheet
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from pdfs import facts
from pypdf import PdfReader

from toc.diagrams.labels import clean
from toc.diagrams.matrix import matrix
from toc.diagrams.scene import Scene
from toc.documents.paper import (
    Bullets,
    Document,
    Facts,
    Heading,
    Numbered,
    Paragraph,
    Picture,
    Room,
    Signatures,
    Table,
    Ticks,
)
from toc.documents.writing import WRITERS, companions, form_of, written
from toc.errors import InputError, MissingExtraError, UnknownNameError
from toc.graph import TheoryGraph
from toc.model import Strategy

FORMS = ("html", "pdf", "docx", "md")


class Read(HTMLParser):
    """HTML read back: its tags, their attributes and its texts."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def shown(markdown: str) -> str:
    """Give what a reader of Markdown sees, without its tags."""
    page = Read(MarkdownIt("gfm-like", {"linkify": False}).render(markdown).encode())
    said = "".join((*page.texts, *(found.get("alt") or "" for _, found in page.tags)))
    return said.replace("\u200b", "")  # it keeps a name from being called, and nobody sees it


def said_in(form: str, content: bytes) -> str:
    """Give the text of a written document, without its spaces: where lines break differs."""
    if form == "html":
        text = "".join(Read(content).texts)
    elif form == "pdf":
        text = "".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)
    elif form == "md":
        text = shown(content.decode())
    else:
        paper = docx.Document(BytesIO(content))
        cells = (cell.text for table in paper.tables for row in table.rows for cell in row.cells)
        text = "".join((*(line.text for line in paper.paragraphs), *cells))
    return "".join(text.split())


def drawn() -> Scene:
    """Give a small picture."""
    return matrix(TheoryGraph(Strategy.model_validate(PILOTS))).scene


def every(text: str) -> Document:
    """Put a text into every part that a document can have."""
    return Document(
        text,
        "en",
        DAY,
        (text,),
        (
            Heading(text),
            Heading(text, level=3),
            Paragraph(text),
            Paragraph(text, quiet=True),
            Bullets((text,)),
            Numbered((text,)),
            Facts(((text, text),)),
            Picture(drawn(), text, text),
            Table(text, (text, text), ((text, text),)),
            Ticks((text,)),
            Ticks((text, text), in_line=True),
            Room(text, 2),
            Signatures(text, (text,), 1),
        ),
    )


def test_there_are_four_forms() -> None:
    """What a document can become is the list of its writers."""
    assert tuple(WRITERS) == ("docx", "html", "md", "pdf")
    assert [form_of(f"a.{form}") for form in FORMS] == list(FORMS)
    with pytest.raises(UnknownNameError, match="docx, html, md, pdf"):
        written(sheet(), "odt")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("language", ["en", "ro"])
def test_everything_is_said_in_every_form(form: str, language: str) -> None:
    """No cell of the sheet is lost, in whichever language and form."""
    document = sheet(language)
    said = said_in(form, written(document, form))
    for block in document.blocks:
        if isinstance(block, Table):
            for cell in (*block.head, *(cell for row in block.rows for cell in row)):
                assert "".join(clean(cell).split()) in said or form == "pdf"
        if isinstance(block, Paragraph | Heading):
            assert "".join(block.text.split()) in said


@pytest.mark.parametrize("form", FORMS)
def test_markup_of_authors_is_shown_as_it_stands(form: str) -> None:
    """A title with tags, formulas and commands is a text like any other."""
    assert "".join(NASTY.split()) in said_in(form, written(every(NASTY), form))


@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=st.text(max_size=40))
def test_any_text_can_be_written(form: str, text: str) -> None:
    """Whatever an author typed, each form can be written and read again."""
    assert said_in(form, written(every(text), form)) is not None


@pytest.mark.parametrize("form", FORMS)
def test_the_same_document_is_the_same_bytes(form: str) -> None:
    """Neither the day of writing nor the order of a hash shows in a file."""
    code = (
        "import hashlib, sys; from documents.papers import sheet;"
        f"from toc.documents.writing import written; print(hashlib.sha256(written(sheet(), {form!r})).hexdigest())"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            check=True,
            cwd="tests",
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(found) == 1


def test_html_asks_for_nothing_and_runs_nothing() -> None:
    """No script, no image, no address; its policy lets in its own style and nothing else."""
    page = Read(written(sheet(), "html"))
    assert not {tag for tag, _ in page.tags} & {"script", "img", "link", "iframe", "a", "form"}
    policy = next(
        found["content"] for tag, found in page.tags if tag == "meta" and "http-equiv" in found
    )
    assert policy is not None
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    assert not any("style" in found for _, found in page.tags)


def test_html_tables_are_read_with_their_headings() -> None:
    """Every heading says whether it is of a column or of a row, and every table has a name."""
    page = Read(written(sheet(), "html"))
    assert all(found.get("scope") in {"col", "row"} for tag, found in page.tags if tag == "th")
    names = [tag for tag, _ in page.tags]
    assert names.count("caption") == names.count("table") > 0
    assert next(found["lang"] for tag, found in page.tags if tag == "html") == "en"


def test_pdf_is_tagged_and_names_itself_on_each_page() -> None:
    """A reader hears headings and tables, and each page says of what and of when it is."""
    content = written(sheet(), "pdf")
    pdf, known = PdfReader(BytesIO(content)), facts(content)
    assert known.tagged
    assert known.accessible
    assert not known.dated
    assert known.language == "en"
    assert known.title == "Decision on a pilot project · Front desks · version 2.1"
    for number, page in enumerate(pdf.pages, 1):
        text = page.extract_text()
        assert "Front desks · version 2.1 · 2027-04-15" in text
        assert f"{number} / {len(pdf.pages)}" in text


def test_pdf_asks_for_the_decision_on_one_page() -> None:
    """What is ticked, reasoned and signed is not torn apart."""
    page = PdfReader(BytesIO(written(sheet(), "pdf"))).pages[-1].extract_text()
    assert "Decision" in page
    assert "None of them, or another one" in page
    assert "Signature" in page


def test_docx_has_words_own_headings_and_repeats_the_heads_of_tables() -> None:
    """Who circulates it gets a document with styles, and not a picture of one."""
    content = written(sheet(), "docx")
    paper = docx.Document(BytesIO(content))
    assert [
        line.text
        for line in paper.paragraphs
        if line.style is not None and line.style.name == "Heading 1"
    ][-1] == "Decision"
    xml = ZipFile(BytesIO(content)).read("word/document.xml").decode()
    assert xml.count("w:tblHeader") == sum(
        isinstance(block, Table | Signatures) for block in sheet().blocks
    )
    assert "w:instrText" not in xml
    assert "w:fldSimple" not in xml


def test_docx_knows_only_the_day_of_the_sheet() -> None:
    """Parts are packed on no day, and the file's own record is of the sheet's day."""
    content = written(sheet(), "docx")
    assert {part.date_time for part in ZipFile(BytesIO(content)).infolist()} == {
        (1980, 1, 1, 0, 0, 0)
    }
    kept = docx.Document(BytesIO(content)).core_properties
    assert kept.created is not None
    assert kept.created.date() == DAY
    assert kept.author == ""


def test_docx_shortens_a_long_title_only_in_the_record_of_the_file() -> None:
    """Word allows 255 letters there; on the page and in the footer nothing is lost."""
    title = "Ș" * 300
    content = written(every(title), "docx")
    kept = docx.Document(BytesIO(content)).core_properties.title
    assert kept == "Ș" * 254 + "…"
    assert title in said_in("docx", content)


def test_docx_takes_the_letterhead_of_the_project() -> None:
    """Its styles, margins, header and footer stay; what it lacks is added."""
    own = docx.Document()
    own.sections[0].header.paragraphs[0].text = "Prefect's office"
    own.sections[0].footer.paragraphs[0].text = "prefectura.example"
    own.styles["Caption"].delete()
    kept = BytesIO()
    own.save(kept)
    content = written(replace(sheet(), letterhead=kept.getvalue()), "docx")
    paper = docx.Document(BytesIO(content))
    assert paper.sections[0].header.paragraphs[0].text == "Prefect's office"
    feet = [line.text for line in paper.sections[0].footer.paragraphs]
    assert feet[0] == "prefectura.example"
    assert feet[1].endswith("Front desks · version 2.1 · 2027-04-15")
    assert said_in("docx", content) == said_in("docx", written(sheet(), "docx"))


def test_a_letterhead_that_is_no_docx_is_told() -> None:
    """Whatever it is: a text, a torn zip."""
    for content in (b"no zip", b"PK\x03\x04torn"):
        with pytest.raises(InputError, match=r"paper\.docx cannot be read"):
            written(replace(sheet(), letterhead=content), "docx")


def test_docx_says_which_package_it_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without python-docx the mend is in the message."""
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'theory-of-change\[docx\]'"):
        written(sheet(), "docx")


def pictured(told: str = "three boxes") -> Document:
    """Give a document with a picture."""
    return Document("Map", "en", DAY, (), (Picture(drawn(), told, "What leads where"),))


def test_a_picture_is_told_to_who_cannot_see_it() -> None:
    """In each form the words stand where a screen reader looks for them."""
    html = written(pictured(), "html").decode()
    assert "<svg" in html
    assert drawn().told.split(".")[0] in html
    packed = ZipFile(BytesIO(written(pictured(), "docx")))
    assert 'descr="three boxes"' in packed.read("word/document.xml").decode()
    assert facts(written(pictured(), "pdf")).accessible
    assert "![three boxes](map-1.svg)" in written(pictured(), "md", "map").decode()


def test_pictures_of_markdown_stand_beside_it() -> None:
    """A file of Markdown names its pictures, and they are given with it; other forms hold theirs."""
    beside = companions(pictured(), "md", "map")
    assert list(beside) == ["map-1.svg"]
    assert beside["map-1.svg"].startswith(b"<svg")
    assert not companions(pictured(), "html", "map")
    assert "map-1.svg" not in written(pictured(), "md").decode()


def test_a_page_lets_in_the_letters_of_its_pictures_and_a_style_of_the_project() -> None:
    """The policy is the hash of the whole style; fonts come from within."""
    page = replace(pictured(), style="h1{color:#123456}")
    html = written(page, "html").decode()
    style = html.partition("<style>")[2].partition("</style>")[0]
    assert "@font-face" in style
    assert style.endswith("h1{color:#123456}")
    digest = b64encode(sha256(style.encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'; font-src data:" in html


def test_the_head_of_a_narrow_column_is_not_cut() -> None:
    """Beside five wide columns “Regiune” still has its share of a line, and does not run over."""
    wide = "x" * 40
    shares = Table("", ("Regiune", *"abcde"), (("Arad", *[wide] * 5),)).shares
    assert shares[0] / sum(shares) > len("Regiune") / 88
    assert Table("", ("Region", "What"), (("Arad", "Much"),)).shares == (10, 10)
