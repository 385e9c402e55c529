"""The core of a district's plan built in code, checked and completed, as a tool that holds plans would do it."""

from datetime import date

from khcn_plan import (
    Amount,
    Breakdown,
    Budget,
    BudgetLine,
    DateLine,
    Division,
    Frame,
    IndustrialProperty,
    OcopList,
    OcopProduct,
    OcopRound,
    Plan,
    Purpose,
    Review,
    Signature,
    Task,
    TaskKind,
    check,
)
from khcn_plan.complete import complete
from khcn_plan.notation import figures, symbols

MACHINES = {
    "Máy kéo hai bánh": 4_818,
    "Máy kéo bốn bánh": 75,
    "Máy cấy": 18,
    "Máy gieo hạt": 1,
    "Máy tuốt lúa loại to": 626,
    "Máy tuốt lúa loại nhỏ": 543,
    "Máy vun luống": 15,
    "Máy ép luống": 2,
    "Bơm nước": 23,
    "Máy phun thuốc": 2_109,
}
TEA = OcopProduct("Bạch trà shan tuyết Tiến Anh", "HTX Việt Nhật Tiến Anh", commune="xã Xuân Minh")
ORANGE = OcopProduct("Cam Sành thôn Sơn Nam", "Tổ sản xuất cam Sơn Nam", commune="xã Hương Sơn")

PLAN = Plan(
    year=2023,
    frame=Frame(
        issuer="Ủy ban nhân dân huyện Quang Bình",
        number=symbols.read("15/KH-UBND"),
        dated=DateLine("Quang Bình", date(2023, 2, 15)),
        kind="KẾ HOẠCH",
        subject="Triển khai hoạt động khoa học và công nghệ năm 2023",
        signature=Signature(("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "Nguyễn Văn An"),
    ),
    review=Review(
        year=2022,
        budget=Budget(
            year=2022,
            total=Amount(90_000_000, words="Chín mươi triệu đồng chẵn", label="Bảng chữ"),
            lines=(
                BudgetLine("Quản lý nhà nước", Amount(40_000_000), spent=Amount(40_000_000)),
                BudgetLine("Ứng dụng tiến bộ kỹ thuật", Amount(50_000_000)),
            ),
        ),
        rounds=(
            OcopRound(
                year=2022,
                registered=OcopList(16),
                selected=OcopList(2, (TEA, ORANGE)),
                recognised=OcopList(1, (TEA,)),
            ),
        ),
        properties=(IndustrialProperty("nhãn hiệu độc quyền", "rượu gạo men lá Muồng Lèng"),),
        breakdowns=(
            Breakdown(
                "Máy phục vụ sản xuất nông nghiệp",
                figures.read("8.229 cái"),
                (Division(tuple(Breakdown(name, figures.read(f"{count} cái")) for name, count in MACHINES.items())),),
            ),
        ),
    ),
    tasks=(Task("Họp hội đồng xét chọn nhiệm vụ", kind=TaskKind.MANAGEMENT),),
    budget=Budget(
        year=2023,
        lines=(
            BudgetLine("Quản lý nhà nước", Amount(70_000_000), purpose=Purpose.MANAGEMENT),
            BudgetLine("Ứng dụng tiến bộ kỹ thuật", Amount(70_000_000), purpose=Purpose.APPLICATION),
        ),
    ),
)


def main() -> None:
    """Print what is wrong with the plan, and what follows from what it states."""
    for finding in check(PLAN):
        print(finding)
    for filled in complete(PLAN).filled:
        print("/".join(map(str, filled.path)), "=", filled.value, f"({filled.reason.vi})")


if __name__ == "__main__":
    main()
