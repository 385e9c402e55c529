"""Real documents of every level, 1999–2026: read without loss, and faults put into them are found."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

import pytest

from khcn_plan import Reading, check
from khcn_plan.formats import text as texts
from khcn_plan.model.tree import walk
from khcn_plan.notation.letters import clean
from tests.reading import extraction, injection
from tests.shared import CORPUS, REAL_PLAN, needs_corpus

MOST_PER_DOCUMENT = 6
WRAPPED_ALREADY = "tnt-"


def _read(path: Path) -> str:
    return path.read_text("utf-8")


def _values(reading: Reading) -> Counter[object]:
    document = reading.document
    amounts = [(amount.value, amount.words) for amount in document.amounts]
    sums = [(b.total, tuple(part.total for d in b.divisions for part in d.parts)) for b in document.breakdowns]
    cited = [(str(c.number), c.issued) for c in (*document.frame.bases, *document.citations)]
    return Counter([*amounts, *sums, *cited])


def _findings(reading: Reading) -> Counter[tuple[str, str]]:
    return Counter((finding.rule.name, finding.message()) for finding in check(reading))


@needs_corpus
@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_nothing_that_the_author_wrote_is_lost(path: Path) -> None:
    """Every line with a word in it is in the frame, in the outline, or among what was not understood."""
    text = _read(path)
    reading = texts.read(text)
    frame = reading.document.frame
    known = [reading.document.outline, reading.unread, frame.bases, frame.recipients, frame.annexes]
    places = [place for part in known for value in part for _, _, place in walk(value) if place]
    covered = bytearray(len(text))
    for place in places:
        covered[place.start : place.end] = b"\1" * (place.end - place.start)
    head = set(_words(_head_text(reading)))
    lost = [
        text[start:end]
        for start, end in _rows(text)
        if not any(covered[start:end]) and not head.issuperset(_words(text[start:end]))
    ]
    assert lost == []


def _rows(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for row in text.split("\n"):
        yield start, start + len(row)
        start += len(row) + 1


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", clean(text).casefold())


def _head_text(reading: Reading) -> str:
    """Return what head and signature hold in parts, with the words that every document bears."""
    frame = reading.document.frame
    usual = "Cộng hòa hoà xã hội chủ nghĩa Việt Nam Độc lập Tự do Hạnh phúc Số Kính gửi Nơi nhận Đã ký"
    signed = (*frame.signature.lines, frame.signature.signer) if frame.signature else ()
    dated = (frame.dated.written,) if frame.dated else ()
    stated = (frame.superior, frame.issuer, str(frame.number), frame.kind, frame.subject, *frame.addressees)
    return " ".join((usual, *stated, *signed, *dated, *(basis.written for basis in frame.bases)))


@needs_corpus
@pytest.mark.parametrize(
    ("inject", "least"), [(injection.words, 0.95), (injection.sums, 0.85), (injection.citations, 0.98)]
)
def test_faults_put_in_are_found_at_their_line(
    inject: Callable[[str, Reading], Iterator[injection.Injection]], least: float
) -> None:
    """A digit, a part of a sum, a year: changed by one, each is found where it stands."""
    tried = found = 0
    for path in CORPUS:
        text = _read(path)
        for fault in islice(inject(text, texts.read(text)), MOST_PER_DOCUMENT):
            report = check(texts.read(fault.text))
            tried += 1
            found += any(f.rule.name.endswith(fault.rule) and f.line == fault.line for f in report)
    assert tried >= 10
    assert found >= least * tried


@needs_corpus
@pytest.mark.parametrize("variant", extraction.VARIANTS, ids=lambda variant: variant.__name__)
def test_two_extractions_of_one_document_say_the_same(variant: Callable[[str], str]) -> None:
    """Wrapped or not, with emphasis or without, composed or decomposed: the values and the findings are the same."""
    differing = []
    for path in (*CORPUS, REAL_PLAN):
        if variant is extraction.wrapped and path.name.startswith(WRAPPED_ALREADY):
            continue
        text = _read(path)
        one, other = texts.read(text), texts.read(variant(text))
        if (_values(one), _findings(one)) != (_values(other), _findings(other)):
            differing.append(path.name)
    assert differing == []


@needs_corpus
def test_errors_are_few_and_stand_in_the_text() -> None:
    """An ERROR on a published document is rare, and its line can be read."""
    errors = [(path.name, finding) for path in CORPUS for finding in check(texts.read(_read(path))).errors]
    assert len(errors) <= len(CORPUS) // 10
    assert all(finding.line for _, finding in errors)
