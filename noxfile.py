"""Sessions for several Pythons: `nox` runs tests, lowest, lint, types, typing and docs; `nox -s benchmarks` measures."""

import os
import re
import shutil
from itertools import chain
from pathlib import Path

import nox

nox.needs_version = ">=2024.10.9"
nox.options.default_venv_backend = "venv"
nox.options.sessions = ["tests", "lowest", "lint", "types", "typing", "docs"]

PYTHONS = ["3.11", "3.12", "3.13"]
HELD_BY = {"notation": "tests/notation", "law": "tests/law tests/rules", "rules": "tests/rules"}
"""The tests of each floor; what the law says is tested by the rules that apply it."""
MOST_SURVIVORS = "10"
"""Per cent of the mutants that may survive the tests."""


def install(session: nox.Session, *groups: str, constraints: Path | None = None) -> None:
    """Install the library with some groups of tools."""
    session.install("-q", "-U", "pip>=25.1")
    options = [part for group in groups for part in ("--group", group)]
    session.install("-q", "-e", ".", *options, *(("-c", str(constraints)) if constraints else ()))


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """Run the tests with the newest dependencies, and hold the branch coverage to 100 %."""
    install(session, "tests")
    session.run("coverage", "run", "-m", "pytest", *session.posargs)
    session.run("coverage", "report")


@nox.session(python=PYTHONS)
def lowest(session: nox.Session) -> None:
    """Run the tests with the lowest dependencies that pyproject.toml admits, those of its extras too."""
    constraints = Path(session.create_tmp()) / "lowest.txt"
    project = nox.project.load_toml("pyproject.toml")["project"]
    dependencies = [*project["dependencies"], *chain.from_iterable(project["optional-dependencies"].values())]
    constraints.write_text("".join(f"{re.sub('>=', '==', line)}\n" for line in dependencies), "utf-8")
    install(session, "tests", constraints=constraints)
    session.run("python", "-m", "pytest", *session.posargs)


@nox.session
def lint(session: nox.Session) -> None:
    """Hold the code to its style."""
    install(session, "lint")
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")


@nox.session
def types(session: nox.Session) -> None:
    """Check the types, of the library first."""
    install(session, "types", "tests", "docs", "dev")
    session.run("mypy")
    session.run("mypy", "docs", "noxfile.py", ".ci/check_release.py", "benchmarks", "examples/at_scale")
    tool = "examples/district_tool"
    session.run("mypy", "--strict", f"{tool}/src", f"{tool}/tests", env={"MYPYPATH": f"src:{tool}/src"})


@nox.session
def typing(session: nox.Session) -> None:
    """Hold the public types to what two checkers see of them: right uses pass, wrong ones are refused."""
    install(session, "typing")
    session.run("mypy", "typing_tests")
    session.run("pyright")


@nox.session
def docs(session: nox.Session) -> None:
    """Hold what is written by scripts to what it is written from, run every example, and build the site."""
    install(session, "tests", "docs")
    for script in ("write_rules.py", "write_schema.py", "write_commands.py"):
        session.run("python", f"docs/{script}", "--check")
    session.run("python", "-m", "pytest", "README.md", "README.vi.md", "CONTRIBUTING.md", "docs", "tests/test_docs.py")
    session.run("sphinx-build", "-q", "-E", "-W", "-n", "docs", "build/site")


@nox.session
def scale(session: nox.Session) -> None:
    """Check an archive on a cluster of this machine."""
    install(session, "tests", "scale")
    session.run("python", "-m", "pytest", "tests/test_at_scale.py")


@nox.session(python=PYTHONS)
def release(session: nox.Session) -> None:
    """Build what would be published, check it, and use it in an environment that holds nothing else."""
    built = Path(session.create_tmp()).resolve() / "dist"
    shutil.rmtree(built, ignore_errors=True)
    session.install("-q", "-U", "pip>=25.1")
    session.install("-q", "--group", "release")
    session.run("python", "-m", "build", "--outdir", str(built))
    session.run("python", "-m", "build", "--wheel", "--outdir", str(built / "from_tree"))
    session.run("python", ".ci/check_release.py", str(built))
    session.run("twine", "check", "--strict", *map(str, built.glob("*.*")))
    session.run("python", "-m", "venv", "--clear", str(built / "venv"))
    here = built / "venv" / ("Scripts" if os.name == "nt" else "bin")
    session.run(str(here / "python"), "-m", "pip", "install", "-q", *map(str, built.glob("*.whl")), external=True)
    example = Path("examples/ke_hoach_huyen_2023.txt").resolve()
    session.chdir(built)
    session.run(str(here / "khcn-plan"), "check", str(example), external=True, success_codes=[1])
    session.run(str(here / "khcn-plan"), "spell", "140000000", external=True)
    session.run(str(here / "python"), "-c", "import khcn_plan.formats.json", external=True)


@nox.session
def benchmarks(session: nox.Session) -> None:
    """Measure speed, as ratios of one run."""
    install(session, "benchmarks")
    session.run("python", "benchmarks/run.py", *session.posargs)


@nox.session
def mutation(session: nox.Session) -> None:
    """Break the code in one place after another, and count what no test notices; a module may be named: `rules/budget.py`.

    The pages of the rules are among the tests, because they show what an example says; "|" stands in types, which nothing
    evaluates.
    """
    copy = Path(session.create_tmp()).resolve() / "copy"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(".", copy, ignore=shutil.ignore_patterns(".git", ".venv*", ".nox", ".*_cache", ".hypothesis"))
    session.chdir(copy)
    install(session, "tests", "mutation")
    for module in session.posargs or HELD_BY:
        Path("mutation.toml").write_text(
            f"""\
[cosmic-ray]
module-path = "src/khcn_plan/{module}"
timeout = 60.0
excluded-modules = []
test-command = "python -m pytest -x -q {HELD_BY[module.partition("/")[0]]} tests/test_docs.py"
[cosmic-ray.distributor]
name = "local"
[cosmic-ray.filters.operators-filter]
exclude-operators = ["core/ReplaceBinaryOperator_BitOr_.*"]
""",
            "utf-8",
        )
        # Tests that fail on unbroken code would count every mutant as killed.
        session.run("cosmic-ray", "baseline", "mutation.toml")
        session.run("cosmic-ray", "--verbosity=WARNING", "init", "mutation.toml", "mutation.sqlite", "--force")
        session.run("cr-filter-operators", "mutation.sqlite", "mutation.toml")
        session.run("cosmic-ray", "exec", "mutation.toml", "mutation.sqlite")
        session.run("cr-report", "mutation.sqlite", "--surviving-only", "--show-diff")
        session.run("cr-rate", "mutation.sqlite", "--fail-over", MOST_SURVIVORS)
