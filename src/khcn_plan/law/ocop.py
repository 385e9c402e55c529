"""The OCOP criteria by version (bộ tiêu chí đánh giá, phân hạng sản phẩm OCOP): bands, parts, who grants which star.

The star follows from the average of the council's scores, so fractions occur. Decision 1048 printed whole bands (50–69,
70–89); they are read as half-open, as Decision 148 later put it in words.
"""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from khcn_plan.law.places import LAST_DAY_OF_DISTRICTS
from khcn_plan.law.register import OCOP_CRITERIA_2019, OCOP_CRITERIA_2023, OCOP_CRITERIA_2025, OCOP_CRITERIA_2026
from khcn_plan.law.source import Dated, LegalDocument, Period
from khcn_plan.model.ocop import Level

BANDS = ((5, 90), (4, 70), (3, 50), (2, 30), (1, 0))
"""Stars with the score from which they are given, the same in every version."""

CERTIFICATE_MONTHS = 36
"""How long a certificate holds, counted from the decision, the same in every version."""


class Criteria(NamedTuple):
    """One version of the criteria.

    Attributes:
        document: the decision.
        parts: the most that parts A, B and C can score.
        printed_whole: the bands are printed as whole numbers, so a fraction between them has no place.
        bounds_seen: the wording was seen that tells to which band a score on the bound belongs.
        grantors: who recognises 3, 4 and 5 stars.
    """

    document: LegalDocument
    parts: tuple[int, int, int]
    grantors: tuple[tuple[int, Level], ...]
    printed_whole: bool = False
    bounds_seen: bool = True

    def grantor(self, stars: int) -> Level | None:
        """Return the level that recognises this many stars; `None` where none does."""
        return dict(self.grantors).get(stars)


_PROVINCE = ((3, Level.PROVINCE), (4, Level.PROVINCE), (5, Level.CENTRAL))

CRITERIA = Dated(
    (
        (
            Period(date(2019, 8, 21), date(2023, 2, 23)),
            Criteria(document=OCOP_CRITERIA_2019, parts=(35, 25, 40), grantors=_PROVINCE, printed_whole=True),
        ),
        (
            Period(date(2023, 2, 24), LAST_DAY_OF_DISTRICTS),
            Criteria(
                document=OCOP_CRITERIA_2023,
                parts=(40, 25, 35),
                grantors=((3, Level.DISTRICT), (4, Level.PROVINCE), (5, Level.CENTRAL)),
            ),
        ),
        (
            # For five days the decision still gave the third star to districts that were no more.
            Period(date(2025, 7, 1), date(2025, 7, 5)),
            Criteria(
                document=OCOP_CRITERIA_2023,
                parts=(40, 25, 35),
                grantors=((4, Level.PROVINCE), (5, Level.CENTRAL)),
            ),
        ),
        (
            Period(date(2025, 7, 6), date(2026, 5, 21)),
            Criteria(document=OCOP_CRITERIA_2025, parts=(40, 25, 35), grantors=_PROVINCE),
        ),
        (
            Period(date(2026, 5, 22)),
            Criteria(document=OCOP_CRITERIA_2026, parts=(40, 25, 35), grantors=_PROVINCE, bounds_seen=False),
        ),
    )
)
"""The version in force on a day."""


def stars_for(score: Decimal) -> int:
    """Return the star that a total score gives.

    >>> stars_for(Decimal("69.99")), stars_for(Decimal(70))
    (3, 4)
    """
    return next(stars for stars, least in BANDS if score >= least)
