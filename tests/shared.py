"""Where the shared material lies while the library is being built; tests that use it skip where it is not at hand."""

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"
REAL_PLAN = SHARED / "documents" / "quang_binh_2023.txt"
CORPUS = tuple(sorted((SHARED / "corpus").glob("*.txt")))
BREAKDOWNS = SHARED / "data" / "breakdowns.tsv"
CITATIONS = SHARED / "data" / "citations.tsv"

needs_real_plan = pytest.mark.skipif(not REAL_PLAN.exists(), reason="the real plan is not at hand")
needs_corpus = pytest.mark.skipif(not CORPUS, reason="the corpus of real documents is not at hand")
needs_data = pytest.mark.skipif(not BREAKDOWNS.exists(), reason="the labelled lists are not at hand")
