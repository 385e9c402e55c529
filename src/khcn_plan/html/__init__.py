"""A report as a page for people (trang kết quả kiểm tra): one HTML file, to be read on a screen or on paper.

    >>> from khcn_plan import check, html
    >>> from khcn_plan.formats import text
    >>> source = "Tổng kinh phí: 90.000.000 đồng (Bằng chữ: Chín triệu đồng)."
    >>> reading = text.read(source)
    >>> page = html.write([html.Paper(check(reading), subject=reading, text=source, name="du_toan.txt")], "vi")
    >>> page.startswith("<!DOCTYPE html>"), "<script" in page
    (True, False)

The page holds the whole document with its findings beside their lines. It needs Jinja2, which the extra `html` brings.
"""

from khcn_plan.html.page import write
from khcn_plan.html.paper import Paper

__all__ = ["Paper", "write"]
