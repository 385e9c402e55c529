"""Two spellings are one name where a reader would say that they are."""

import pytest

from khcn_plan.notation import names


@pytest.mark.parametrize(
    ("spelling", "other"),
    [
        ("Trà hòa tan", "Trà hoà tan"),
        ("Ủy ban nhân dân", "Uỷ ban nhân dân"),
        ("THÚY", "thuý"),
        ("Trà  hòa tan ", "Trà hòa tan"),
        ("Mật ong - Sín Chéng", "Mật ong – Sín Chéng"),
        ("Mật ong (rừng)", "Mật ong rừng"),
        ("\u0110\u1ed3ng", "\u00d0\u1ed3ng"),
        ("Ba\u0301nh đa", "Bánh đa"),
    ],
)
def test_one_name_spelled_in_two_ways(spelling: str, other: str) -> None:
    """Case, spaces, dashes, brackets, the vowel under the tone and the make of the letters don't tell names apart."""
    assert names.key(spelling) == names.key(other)


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Cam", "Cám"),
        ("Cám", "Cảm"),
        ("Cà phê", "Ca phế"),
        ("Rau muống", "Rau muồng"),
        ("Mận Tả", "Mận Ta"),
        ("Cốm", "Cơm"),
        ("Dong riềng", "Đong riềng"),
        ("Trà 1", "Trà 2"),
        ("Tinh dầu quế", "Tinh dầu"),
        ("Thanh long", "Thanhlong"),
    ],
)
def test_two_names(name: str, other: str) -> None:
    """Another tone, another vowel, another word or number is another name."""
    assert names.key(name) != names.key(other)
