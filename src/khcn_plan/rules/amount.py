"""Rules about one sum of money (số tiền): its figures, its words, how they are announced."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from khcn_plan.language import Text
from khcn_plan.law.register import DECREE_174
from khcn_plan.model import Amount, Count
from khcn_plan.notation import NotationError, money, words
from khcn_plan.notation.figures import Quantity
from khcn_plan.rules.rule import RuleSet, Severity, rule
from khcn_plan.rules.verdict import HELD, Verdict, fault


@rule(
    "amount.words",
    on=(Amount, Count),
    severity=Severity.ERROR,
    title=Text(vi="Bằng chữ khớp bằng số", en="Words and figures agree"),
    why=Text(
        vi="Số tiền viết hai lần, bằng số và bằng chữ, để bên này xác nhận bên kia; lệch nhau thì không biết chi theo bên nào.",
        en="An amount is written twice so that one confirms the other; where they differ, nobody knows which to pay.",
    ),
    message=Text(
        vi="Bằng số là {figures:quantity} nhưng bằng chữ là {words:quantity}.",
        en="The figures say {figures:quantity}, the words {words:quantity}.",
    ),
    fails=Amount(90_000_000, words="Chín triệu đồng"),
    passes=Amount(90_000_000, words="Chín mươi triệu đồng chẵn"),
)
def words_disagree(stated: Amount | Count, _on: date) -> Iterator[Verdict]:
    """Read the words and compare the two numbers; neither side is corrected here."""
    value = _read(stated)
    if value is not None:
        figures = stated.quantity
        agree = abs(value - stated.value) < figures.step
        yield HELD if agree else fault(figures=figures, words=Quantity(Decimal(value), figures.unit))


@rule(
    "amount.words-unreadable",
    on=Amount,
    severity=Severity.WARNING,
    title=Text(vi="Số tiền bằng chữ chỉ có một cách hiểu", en="The words have one reading"),
    why=Text(
        vi="Chữ có hai cách hiểu hoặc sai chính tả thì không đối chiếu được với số.",
        en="Words with two readings, or a misspelt one, can't be held against the figures.",
    ),
    message=Text(vi="Không đọc được số tiền bằng chữ {words:quote}.", en="The words {words:quote} can't be read."),
    fails=Amount(1_500_000, words="Một triệu năm đồng"),
    passes=Amount(1_500_000, words="Một triệu năm trăm nghìn đồng"),
)
def words_unreadable(amount: Amount, _on: date) -> Iterator[Verdict]:
    """Say so where words stand beside the figures and have no single reading."""
    if amount.words is not None:
        yield fault(words=amount.words) if _read(amount) is None else HELD


@rule(
    "amount.label",
    on=Amount,
    severity=Severity.WARNING,
    title=Text(vi="Viết đúng “Bằng chữ”", en="The words are announced as “Bằng chữ”"),
    why=Text(
        vi="“Bảng chữ” là lỗi gõ phím thường được chép lại từ năm này sang năm khác.",
        en="“Bảng chữ” is a slip of the keyboard that is copied from year to year.",
    ),
    message=Text(vi="Viết {label:quote}; đúng là “Bằng chữ”.", en="It says {label:quote}; “Bằng chữ” is meant."),
    fails=Amount(5_000_000, words="Năm triệu đồng", label="Bảng chữ"),
    passes=Amount(5_000_000, words="Năm triệu đồng", label="Số tiền bằng chữ"),
)
def label_misspelt(amount: Amount, _on: date) -> Iterator[Verdict]:
    """Hold the label of words to its last two words."""
    if amount.words is not None:
        yield HELD if amount.label.casefold().endswith("bằng chữ") else fault("label", label=amount.label)


@rule(
    "amount.symbol",
    on=Amount,
    severity=Severity.INFO,
    title=Text(vi="Ký hiệu tiền tệ là “đ” hoặc “VND”", en="The currency is “đ” or “VND”"),
    why=Text(
        vi="Ký hiệu quốc gia của đồng Việt Nam là “đ”, ký hiệu quốc tế là “VND”.",
        en="The national symbol of the đồng is “đ”, the international one “VND”.",
    ),
    message=Text(
        vi="Ký hiệu tiền tệ viết là {symbol:quote}; luật dùng “đồng”, “đ” hoặc “VND”.",
        en="The currency is written {symbol:quote}; the law has “đồng”, “đ” or “VND”.",
    ),
    ground=DECREE_174.at("Điều 4"),
    fails=Amount(5_000_000, symbol="VNĐ"),
    passes=Amount(5_000_000, symbol="VND"),
)
def symbol_unlawful(amount: Amount, _on: date) -> Iterator[Verdict]:
    """Name the two symbols in common use that the law does not know."""
    yield fault(symbol=amount.symbol) if amount.symbol in {"VNĐ", "vnđ", "₫"} else HELD


def _read(stated: Amount | Count) -> int | None:
    try:
        if isinstance(stated, Count):
            return words.read(stated.words)
        return None if stated.words is None else money.read_words(stated.words)
    except NotationError:
        return None


RULES = RuleSet((words_disagree, words_unreadable, label_misspelt, symbol_unlawful))
