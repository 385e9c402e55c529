"""Make the plan of a year and check it: `district-tool 2024 DATA INTO [--baseline PLAN.json]`.

It writes the plan as JSON and as the document to be signed, and prints what is wrong that was not in the baseline, an
earlier plan. It ends with the gravest of that: 2 for an error, 1 for a warning, else 0.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

from khcn_plan import Severity, check
from khcn_plan.formats import json, text

from district_tool import plan, rules


def main(argv: Sequence[str] | None = None) -> int:
    """Make, write and check a plan."""
    parser = argparse.ArgumentParser(description="Make the district's plan of a year and check it.")
    parser.add_argument("year", type=int)
    parser.add_argument("data", type=Path, help="the folder with the office's tables")
    parser.add_argument("into", type=Path, help="the folder to write to")
    parser.add_argument("--baseline", type=Path, help="an earlier plan as JSON, whose findings are known")
    options = parser.parse_args(argv)
    held = rules.of(options.data)
    made = plan.of(options.year, options.data)
    options.into.mkdir(parents=True, exist_ok=True)
    (options.into / f"ke_hoach_{options.year}.json").write_text(json.write(made), "utf-8")
    (options.into / f"ke_hoach_{options.year}.txt").write_text(text.write(made), "utf-8")
    report = check(made, rules=held)
    if options.baseline:
        report = report.without(check(json.read(options.baseline.read_text("utf-8")), rules=held))
    for finding in report:
        print(f"{finding.rule.severity.name_in('vi')} {finding.rule.name} {finding.pointer}: {finding.message('vi')}")
    return max((finding.rule.severity for finding in report), default=Severity.INFO) - Severity.INFO


if __name__ == "__main__":
    raise SystemExit(main())
