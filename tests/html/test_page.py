"""The page: sound HTML that holds the whole document, links that lead somewhere, and nothing of a document as markup."""

import re
import sys
from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import khcn_plan
from khcn_plan import (
    HELD,
    Amount,
    Budget,
    Frame,
    LegalDocument,
    Plan,
    RuleSet,
    Severity,
    Text,
    Unjudged,
    check,
    fault,
    html,
    rule,
)
from khcn_plan.formats import text as texts
from khcn_plan.html import page as pages
from khcn_plan.html import view
from khcn_plan.language import LANGUAGES, Language
from khcn_plan.rules.engine import examine
from khcn_plan.testing import sample
from tests.shared import REAL_PLAN, needs_real_plan

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.txt"))
TEMPLATE = Path(khcn_plan.__file__).with_name("html") / "report.html.jinja"
WRONG = "Tổng kinh phí: 90.000.000 đồng (Bằng chữ: Chín triệu đồng).\n"

EMPTY_ELEMENTS = frozenset(("meta",))
ELEMENTS = frozenset(
    re.findall(
        r"\w+",
        """html head meta title style body header main footer nav article section h1 h2 h3 h4 p ul li dl dt dd details summary
    table caption thead tbody tr th td a b span sup mark code div""",
    )
)
ATTRIBUTES = frozenset(
    re.findall(
        r"[\w-]+",
        "lang charset name content http-equiv class id href rel scope colspan aria-label aria-labelledby data-line",
    )
)


class Page(HTMLParser):
    """What a page holds, as a browser would take it apart."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.open: list[tuple[str, dict[str, str | None]]] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[tuple[str, ...], str]] = []
        self.lines: dict[int, str] = {}
        self.feed(source)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element; none stands in another of its kind that it may not stand in."""
        assert len(dict(attrs)) == len(attrs)
        self.elements.append((tag, dict(attrs)))
        if tag not in EMPTY_ELEMENTS:
            assert not (tag in {"p", "a", "mark"} and tag in self.path)
            self.open.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        """Close the element that was opened last."""
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        """Keep a text, and with it where it stands."""
        self.texts.append((self.path, data))
        classes = [attributes.get("class") for _, attributes in self.open]
        if "words" in classes and "sup" not in self.path:
            line = next(a["id"] for _, a in self.open if (a.get("class") or "").startswith("line"))
            number = int((line or "").partition("-d")[2])
            assert [a["data-line"] for _, a in self.open if "data-line" in a] == [str(number)]
            self.lines[number] = self.lines.get(number, "") + data

    @property
    def path(self) -> tuple[str, ...]:
        """The names of the elements that are open."""
        return tuple(tag for tag, _ in self.open)

    def all(self, attribute: str) -> list[str]:
        """Return every value of an attribute."""
        return [
            value or "" for _, attributes in self.elements for name, value in attributes.items() if name == attribute
        ]

    def text(self) -> str:
        """Return what stands in the body."""
        return "".join(data for path, data in self.texts if "body" in path)


def paper(text: str, name: str = "vb.txt") -> html.Paper:
    """Return a document, checked."""
    reading = texts.read(text)
    return html.Paper(check(reading), subject=reading, text=text, name=name)


def is_sound(source: str) -> Page:
    """Assert that a page holds what the template has and nothing else, and return it."""
    page = Page(source)
    assert {tag for tag, _ in page.elements} <= ELEMENTS
    assert {name for _, attributes in page.elements for name in attributes} <= ATTRIBUTES
    assert source.count("</style") == 1
    ids = page.all("id")
    assert len(set(ids)) == len(ids)
    for target in page.all("href"):
        assert target[1:] in ids if target.startswith("#") else re.match(r"https?://[\w.-]+/[^<>\"' ]*$", target)
    for target in page.all("aria-labelledby"):
        assert target in ids
    levels = [int(tag[1]) for tag, _ in page.elements if re.match(r"h\d$", tag)]
    assert levels[0] == 1
    assert all(deeper <= level + 1 for level, deeper in pairwise(levels))
    return page


def lines_of(text: str) -> dict[int, str]:
    """Return the lines of a text that have words, by number."""
    return {number: row for number, row in enumerate(text.split("\n"), start=1) if row.strip()}


class TestDocument:
    """A document with its findings."""

    @pytest.mark.parametrize("language", LANGUAGES)
    @pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
    def test_examples(self, path: Path, language: Language) -> None:
        """The page is sound, speaks the language, holds every line and every sentence."""
        source = path.read_text("utf-8")
        shown = paper(source, path.name)
        page = is_sound(html.write([shown], language))
        assert page.elements[0] == ("html", {"lang": language})
        assert page.lines == lines_of(source)
        assert shown.report
        for finding in shown.report:
            assert page.text().count(finding.message(language)) >= 2
            assert finding.rule.why[language] in page.text()
            assert finding.rule.title[language] in page.text()
        assert shown.report.on
        assert str(shown.report.on.year) in page.text()

    def test_the_language_of_the_author(self) -> None:
        """On an English page it is said that the document is Vietnamese, so that it is read out as such."""
        source = EXAMPLES[0].read_text("utf-8")
        spoken = html.write([paper(source)], "en")
        assert len(re.findall('<p class="words" data-line="\\d+" lang="vi">', spoken)) == len(lines_of(source))
        assert re.search('<h2 lang="vi">', spoken)
        assert html.write([paper(source)], "vi").count(' lang="vi"') == 1

    def test_ground_and_days_of_a_rule(self) -> None:
        """A provision has its days; where the document contradicts itself, no law is named and none has days."""
        source = EXAMPLES[1].read_text("utf-8")
        page = is_sound(html.write([paper(source)], "en"))
        assert "from 5 March 2020" in page.text()
        assert "a document must agree with itself" in page.text()
        assert "at all times" not in page.text()

    @needs_real_plan
    def test_the_real_plan(self) -> None:
        """It is shown whole."""
        source = REAL_PLAN.read_text("utf-8")
        assert is_sound(html.write([paper(source)])).lines == lines_of(source)

    def test_marks_are_exact(self) -> None:
        """What is marked is what was read at the place of the finding."""
        source = f"Mở đầu.\n{WRONG}"
        shown = paper(source)
        page = is_sound(html.write([shown]))
        assert shown.report
        assert shown.report.findings[0].place
        marked = "".join(data for path, data in page.texts if "mark" in path)
        assert marked == shown.report.findings[0].place.of(source)

    def test_links_lead_there_and_back(self) -> None:
        """From the list to the finding, from its mark to it, and from it to both."""
        ids = {"v1-t1", "v1-n1", "v1-m1"}
        page = is_sound(html.write([paper(WRONG)]))
        assert ids <= set(page.all("id"))
        assert {f"#{one}" for one in ids} <= set(page.all("href"))

    def test_what_is_said_of_the_whole_text_marks_none_of_it(self) -> None:
        """Such a finding stands above the document, and the list leads to it."""
        source = EXAMPLES[1].read_text("utf-8")
        page = is_sound(html.write([paper(source)]))
        assert "Về toàn văn bản" in page.text()
        assert "v1-n1" in page.all("id")
        assert "v1-m1" not in page.all("id")

    def test_clean_document(self) -> None:
        """A document without a finding says so, and is there to be unfolded."""
        source = "Thời tiết thuận lợi.\n" * 30
        page = is_sound(html.write([paper(source)]))
        assert "Không phát hiện điểm nào cần xem lại." in page.text()
        assert "Không phải kế hoạch khoa học và công nghệ" in page.text()
        assert page.lines == lines_of(source)

    def test_warnings_alone_are_no_errors(self) -> None:
        """It is said that there is no error."""
        page = html.write([paper(WRONG.replace("Bằng chữ: Chín", "Bảng chữ: Chín mươi"))])
        assert "Không phát hiện lỗi" in page

    def test_two_hundred_findings(self) -> None:
        """The first of a severity are listed, the rest are folded; all are beside their lines."""
        page = is_sound(html.write([paper(WRONG * 200)], "en"))
        assert f"{200 - view.SHOWN} more" in page.text()
        assert len([one for one in page.all("class") if one == "note error"]) == 200

    def test_a_day_that_is_not_known(self) -> None:
        """Which rules could not be judged, and why, stands in the summary."""
        page = html.write([paper("Một dòng.")], "en")
        assert "the date of issue is not known" in page
        assert re.search(r"What could not be judged \(\d+\)<", page)

    def test_the_line_of_what_could_not_be_judged(self) -> None:
        """A reason names the rule, and leads to its line."""

        @rule(
            "amount.asked",
            on=Amount,
            severity=Severity.INFO,
            title=Text(vi="Hỏi", en="Ask"),
            why=Text(vi="Để thử.", en="To try."),
            message=Text(vi="Hỏi.", en="Ask."),
            fails=Amount(1),
            passes=Amount(2),
        )
        def asked(_amount: Amount, _on: date) -> Iterator[object]:
            yield Unjudged(Text(vi="chưa rõ", en="unclear"))

        reading = texts.read(f"Một.\n{WRONG}")
        report = examine(reading, RuleSet((asked,)), None)
        page = is_sound(html.write([html.Paper(report, subject=reading, text=f"Một.\n{WRONG}")]))
        assert "chưa rõ" in page.text()
        assert "#v1-d2" in page.all("href")


class TestOthers:
    """What has no text, several papers on one page, what could not be used."""

    def test_plan_from_json(self) -> None:
        """Findings without a line have their path."""
        plan = attrs.evolve(sample(), budget=Budget(year=2023, total=Amount(90, words="Chín mươi mốt đồng")))
        page = is_sound(html.write([html.Paper(check(plan), subject=plan, name="plan.json")]))
        assert "/budget/total" in page.text()
        assert "plan.json" in page.text()
        assert page.lines == {}

    def test_line_without_its_text(self) -> None:
        """Where the caller gives no text, the line is named all the same."""
        reading = texts.read(WRONG)
        page = is_sound(html.write([html.Paper(check(reading), subject=reading)]))
        assert "Dòng 1" in page.text()

    def test_value_without_a_frame(self) -> None:
        """A part of a plan has no title; the whole of it is what the finding is about."""
        page = is_sound(html.write([html.Paper(check(Amount(90, words="Chín mươi mốt đồng")))], "en"))
        assert "The whole document" in page.text()

    def test_several(self) -> None:
        """They stand one after the other, behind a table that leads to each and counts."""
        papers = [
            paper(WRONG, "a.txt"),
            paper("Một.", "b.txt"),
            html.Paper(None, name="c.txt", complaints=("không mở được",)),
        ]
        page = is_sound(html.write(papers))
        assert {"#v1", "#v2", "#v3"} <= set(page.all("href"))
        assert page.text().count("Không kiểm tra được") == 2
        assert "không mở được" in page.text()

    def test_none(self) -> None:
        """A page about nothing is a page."""
        is_sound(html.write([]))

    def test_a_rule_of_ones_own(self) -> None:
        """It is explained; an address that is none of the web becomes no link."""
        ground = LegalDocument(
            number="1/QĐ", name=Text(vi="<b>Quy chế</b>", en="By-law"), address="javascript:alert(1)"
        )

        @rule(
            "amount.odd",
            on=Amount,
            severity=Severity.INFO,
            title=Text(vi="Số chẵn", en="Even"),
            why=Text(vi="Vì lẽ riêng.", en="For a reason."),
            message=Text(vi="{n:number} lẻ.", en="{n:number} is odd."),
            ground=ground.at("Điều 1"),
            fails=Amount(1),
            passes=Amount(2),
        )
        def odd(amount: Amount, _on: date) -> Iterator[object]:
            yield fault(n=amount.value) if amount.value % 2 else HELD

        rules = RuleSet((odd,))
        page = is_sound(html.write([html.Paper(examine(Budget(total=Amount(1), assigned=Amount(2)), rules, None))]))
        assert "Vì lẽ riêng." in page.text()
        assert "Điều 1, Quyết định 1/QĐ, <b>Quy chế</b>" in page.text()
        assert "javascript" not in "".join(page.all("href"))
        assert "1 phép kiểm tra đúng" in page.text()


HOSTILE = [
    "<script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "</p></div></article></main></body></html>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "<!-- <![CDATA[ ]]> --> <?php ?>",
    "{{ 7 * 7 }} {% raw %} {# #}",
    "&lt;script&gt; &amp; &#x3c; &",
    "\x00\x08\x0b\x0c\x1b[31m\x7f\x85",
    "\u202e\u2066\u2028\u2029\u200b\ufeff\ufffe\U0010ffff",
    "\ud800",
]


def hostile(text: str) -> list[html.Paper]:
    """Return papers that say it wherever a document can say something."""
    line = f"{text} {WRONG.rstrip()} {text}\nNhãn hiệu độc quyền {text} cho sản phẩm {text}\n"
    plan = Plan(frame=Frame(kind=text, subject=text, issuer=text), budget=Budget(total=Amount(90, words=text)))
    report = check(plan)
    return [
        paper(line, text),
        html.Paper(report, subject=plan, name=text),
        html.Paper(None, name=text, complaints=(text,)),
    ]


class TestHostile:
    """No text of a document gets into the page as anything but text."""

    @pytest.mark.parametrize("language", LANGUAGES)
    @pytest.mark.parametrize("text", HOSTILE)
    def test_as_text(self, text: str, language: Language) -> None:
        """It is shown as it stands, or by its codes; the page has no other elements than before."""
        source = html.write(hostile(text), language)
        page = is_sound(source)
        assert not set("\x00\x08\x0b\x0c\x1b\x7f\x85\u202e\u2066\u2028\u2029\u200b\ufeff\ud800") & set(source)
        assert source.encode("utf-8")
        if text.isprintable():
            assert text in page.lines[1]
            assert page.text().count(text) >= 6

    @settings(deadline=None, max_examples=60)
    @given(st.one_of(st.text(max_size=30), st.text(st.sampled_from("<>/\"'&!-=;{}% as\n\r\t\u202e\x00"), max_size=30)))
    def test_whatever_the_text(self, text: str) -> None:
        """The elements of a page depend on its findings, never on its letters."""
        page = is_sound(html.write(hostile(text)))
        assert all(re.fullmatch(r"v\d+(-[a-z]+\d*)?|top", one) for one in page.all("id"))

    def test_the_template_escapes_everything(self) -> None:
        """It turns escaping off nowhere, and holds no script and no address."""
        template = TEMPLATE.read_text("utf-8")
        assert "autoescape" not in template
        assert "safe" not in re.findall(r"\|\s*(\w+)", template)
        assert not re.search(r"<script|javascript:|@import|url\(|src=| on\w+=", template)

    def test_a_long_line_is_marked_in_little_time(self) -> None:
        """Thousands of findings in a line take no longer than they would in lines of their own."""
        source = WRONG.replace("\n", " ") * 2000
        assert len(html.write([paper(source)])) > len(source)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("mode", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("front", "back"),
    [
        *((front, "paper") for front in ("ink", "soft", "link", "error", "warning", "info")),
        *((front, f"{kind}-mark") for kind in ("error", "warning", "info") for front in ("ink", "soft", kind)),
    ],
)
def test_colours_can_be_told_apart(mode: int, front: str, back: str) -> None:
    """Contrast is 4.5 to 1 or more, as WCAG 2 wants it at level AA."""
    palette = re.findall(r":root \{(.*?)\}", TEMPLATE.read_text("utf-8"), re.DOTALL)[mode]
    colours = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", palette))
    darker, lighter = sorted((_luminance(colours[front]), _luminance(colours[back])))
    assert (lighter + 0.05) / (darker + 0.05) >= 4.5


def test_without_jinja2(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who has not installed the extra is told its name."""
    monkeypatch.setitem(sys.modules, "jinja2", None)
    pages._template.cache_clear()  # noqa: SLF001 - ours
    with pytest.raises(ImportError, match=re.escape('pip install "khcn-plan[html]"')):
        html.write([])


def test_page_is_the_same_each_time() -> None:
    """It holds no clock and no chance."""
    shown: list[Any] = [paper(WRONG)]
    assert html.write(shown) == html.write(shown)
