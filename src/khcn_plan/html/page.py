"""Writes the page (lập trang kết quả) from its template; the one room that knows Jinja2."""

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from khcn_plan.html.paper import Paper
from khcn_plan.language import Language

if TYPE_CHECKING:
    from jinja2 import Template

NEEDS = 'an HTML page needs Jinja2: pip install "khcn-plan[html]"'


def write(papers: Iterable[Paper], language: Language = "vi") -> str:
    """Write one self-contained page about all the papers, in their order.

    It holds no script and fetches nothing. No text of a document or name of a file gets into it unescaped.

    Raises:
        ImportError: Jinja2, which the extra `html` brings, is not there.

    >>> from khcn_plan import Amount, check
    >>> page = write([Paper(check(Amount(90, words="Chín mươi mốt đồng")))], "en")
    >>> "The figures say 90 đồng, the words 91 đồng." in page
    True
    """
    from khcn_plan.html import view, words  # noqa: PLC0415 - late: the command line imports this room for any command

    said = {name: text[language] for name, text in words.WORDS.items()}
    columns = [word[language] for word in words.COUNTS.values()]
    return _template().render(
        sheets=view.sheets(papers, language),
        say=said,
        language=language,
        columns=columns,
        line=words.LINE[language],
        folded=words.FOLDED[language],
    )


@cache
def _template() -> "Template":
    from importlib import resources  # noqa: PLC0415 - likewise

    try:
        from jinja2 import Environment, StrictUndefined  # noqa: PLC0415 - late: only a page needs it
    except ImportError:
        raise ImportError(NEEDS) from None
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(resources.files("khcn_plan.html").joinpath("report.html.jinja").read_text("utf-8"))
