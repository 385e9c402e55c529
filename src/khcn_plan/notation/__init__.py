"""How documents write values (cách viết): words, figures, money, dates and symbols, each read and written.

Every module has the same two functions, `read` and `write`, with `read(write(x)) == x`. Reading refuses with
`NotationError` and never guesses: a wrong value is worse than a refusal.
"""

from khcn_plan.notation.error import NotationError

__all__ = ["NotationError"]
