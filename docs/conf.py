"""How the pages become a site: `sphinx-build -E -W -n docs build/site`."""

import tomllib
from pathlib import Path

from sphinx.application import Sphinx

PYPROJECT = Path(__file__).parents[1] / "pyproject.toml"

project = "khcn_plan"
author = "The khcn_plan team"
release = tomllib.loads(PYPROJECT.read_text("utf-8"))["project"]["version"]

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "sphinx_copybutton",
    "sphinx_design",
]
exclude_patterns = ["build"]
# A name in single backticks is code, in docstrings as in Markdown.
default_role = "code"
# Of other libraries no page is linked, because the site is built without a network; a type variable has none.
nitpick_ignore_regex = [("py:.*", r"(?!khcn_plan\.).*|.*\.T")]

myst_enable_extensions = ["colon_fence"]
myst_heading_anchors = 3

autodoc_member_order = "bysource"
python_maximum_signature_line_length = 120
# The fields of an attrs class are the arguments of its constructor.
napoleon_custom_sections = [("Attributes", "Args")]
napoleon_numpy_docstring = False

copybutton_prompt_text = r">>> |\.\.\. |\$ "
copybutton_prompt_is_regexp = True

html_theme = "furo"
pygments_dark_style = "github-dark"
html_title = "khcn_plan"
html_show_copyright = False
html_static_path = ["static"]
html_css_files = ["site.css"]
html_theme_options = {
    "light_css_variables": {"color-brand-primary": "#9a3412", "color-brand-content": "#9a3412"},
    "dark_css_variables": {"color-brand-primary": "#fdba74", "color-brand-content": "#fdba74"},
}


def setup(app: Sphinx) -> None:
    """Have the docstrings of single values read as sentences, and examples end where they end."""
    app.connect("autodoc-process-docstring", _as_sentence, priority=400)
    app.connect("source-read", _without_last_line)


def _as_sentence(_app: Sphinx, what: str, _name: str, _value: object, _options: object, lines: list[str]) -> None:
    """Put an empty comment first: what stands before a colon in the first line would be taken for a type."""
    if what in {"attribute", "data", "property"}:
        lines[:0] = ["..", ""]


def _without_last_line(_app: Sphinx, _page: str, source: list[str]) -> None:
    """Leave out the empty line that tells doctest where the output of an example ends."""
    source[0] = source[0].replace("\n\n```\n", "\n```\n")
