"""Compare the speed of number words with other packages: `python benchmarks/spelling.py`.

Writing is measured against those that write Vietnamese numbers, reading against those that read them; each only if it is
installed. Some are quick and wrong: most drop "không trăm" or stop at a billion, and a reader that passes over what it does
not know has less to do than one that refuses it.
"""

import importlib
import random
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from measure import Comparison, race, show

from khcn_plan.notation import money, words

RUNS = 7
MICROSECONDS = 1000
random.seed(2023)
AMOUNTS = [int(10 ** random.uniform(5, 12)) for _ in range(1_000)]  # noqa: S311 - a sample, no secret

Call = Callable[[Any], object]
WRITERS: dict[str, tuple[str, Callable[[Any], Call]]] = {
    "num2words": ("num2words", lambda it: lambda number: it.num2words(number, lang="vi")),
    "num2words2 (Rust)": ("num2words2", lambda it: lambda number: it.num2words(number, lang="vi")),
    "vn-money": ("vn_money", lambda it: it.to_words),
    "vnnum2word": ("vnnum2word", lambda it: it.convert_number),
    "vietnam-number": ("vietnam_number", lambda it: of_text(it.n2w)),
    "vn-numberwords": ("vn_numberwords", lambda it: it.number_to_words),
    "numeralform": ("numeralform", lambda it: lambda number: it.render(number, locale="vi")),
    "vietnormalizer": ("vietnormalizer", lambda it: of_text(it.VietnameseTextProcessor().number_to_words)),
    "icu-rbnf (ICU)": ("icu_rbnf", lambda it: lambda number: it.spellout(number, "vi")),
}
READERS: dict[str, tuple[str, Callable[[Any], Call]]] = {
    "vietnam-number": ("vietnam_number", lambda it: it.w2n),
    "vn-numberwords": ("vn_numberwords", lambda it: it.words_to_number),
    "viet-itn (pynini)": ("src.normalize", lambda it: it.InverseTextNormalizer().inverse_normalize),
}


def of_text(spell: Callable[[str], object]) -> Call:
    """Return a call that hands over a number as text, for those that take nothing else."""
    return lambda number: spell(str(number))


def each(call: Call, sample: Sequence[object]) -> None:
    """Call with one after the other."""
    for one in sample:
        call(one)


def against(
    module: str, make: Callable[[Any], Call], ours: Call, sample: Sequence[object]
) -> tuple[float, float] | None:
    """Measure a call of ours and one of another package, in microseconds, if there is that package."""
    try:
        other = make(importlib.import_module(module))
    except ImportError:
        return None
    ours_taken, other_taken = race(partial(each, ours, sample), partial(each, other, sample), RUNS, of=len(sample))
    return ours_taken * MICROSECONDS, other_taken * MICROSECONDS


def writing(module: str, make: Callable[[Any], Call]) -> tuple[float, float] | None:
    """Measure writing."""
    return against(module, make, words.write, AMOUNTS)


def reading(module: str, make: Callable[[Any], Call]) -> tuple[float, float] | None:
    """Measure reading what we wrote."""
    return against(module, make, money.read_words, [money.write_words(amount) for amount in AMOUNTS])


COMPARISONS = (
    *(
        Comparison(
            about="Spelling",
            ours="words.write, an amount",
            other=name,
            measure=partial(writing, *peer),
            unit="µs",
            at_least=8 if name == "num2words" else None,
        )
        for name, peer in WRITERS.items()
    ),
    *(
        Comparison(
            about="Reading words",
            ours="money.read_words, an amount",
            other=name,
            measure=partial(reading, *peer),
            unit="µs",
            at_least=4 if name == "vietnam-number" else None,
        )
        for name, peer in READERS.items()
    ),
)

if __name__ == "__main__":
    show(COMPARISONS)
