"""XPath text to tokens."""

from __future__ import annotations

import re
from dataclasses import dataclass

from abhaya_forms.engine.finding import Finding, FormError

LONGEST_EXPRESSION = 32_768
"""Characters; longer ones are refused (the longest seen in 654 outside forms has 6,000)."""

_TOKEN = re.compile(
    r"""\s*(?:
      (?P<number>\d+(?:\.\d*)?|\.\d+)
    | (?P<text>"[^"]*"|'[^']*')
    | (?P<name>[^\W\d][\w.\-·]*(?::(?:\*|(?!:)[^\W\d][\w.\-·]*))?)
    | (?P<symbol>//|::|\.\.|!=|<=|>=|[./@=<>|+\-*()\[\],])
    )""",
    re.VERBOSE,
)
_OPERATOR_NAME = re.compile(r"\s*(and|or|div|mod|\*)")
_OPERATOR_SYMBOLS = frozenset(("=", "!=", "<", "<=", ">", ">=", "+", "-", "|"))
_OPENING = frozenset(("@", "::", "(", "[", ",", "/", "//"))


@dataclass(frozen=True, slots=True)
class Token:
    """One token: ``kind`` is number, text, name, symbol, operator or end."""

    kind: str
    value: str


END = Token("end", "")


def tokens_of(expression: str) -> list[Token]:
    """Split an expression into tokens.  Raises FormError for text that is no XPath."""
    if len(expression) > LONGEST_EXPRESSION:
        raise FormError((Finding("too_large", {"size": str(len(expression))}, expression=expression[:80]),))
    tokens: list[Token] = []
    position, end = 0, len(expression.rstrip())
    while position < end:
        match = _OPERATOR_NAME.match(expression, position) if _ends_operand(tokens) else None
        if match is not None:
            tokens.append(Token("operator", match.group(1)))
        else:
            match = _TOKEN.match(expression, position)
            if match is None:
                raise syntax_error(expression, expression[position : position + 20].strip())
            tokens.append(_token(match))
        position = match.end()
    return tokens


def syntax_error(expression: str, near: str) -> FormError:
    """The refusal of an expression that cannot be read, naming the text it stumbled on."""
    return FormError((Finding("syntax", {"near": near}, expression=expression),))


def _token(match: re.Match[str]) -> Token:
    kind = str(match.lastgroup)
    value = match.group(kind)
    if kind == "text":
        value = value[1:-1]
    elif value in _OPERATOR_SYMBOLS:
        kind = "operator"
    return Token(kind, value)


def _ends_operand(tokens: list[Token]) -> bool:
    """Whether the next token stands where XPath 1.0 section 3.7 wants an operator, not a name."""
    return (
        bool(tokens)
        and tokens[-1].kind != "operator"
        and not (tokens[-1].kind == "symbol" and tokens[-1].value in _OPENING)
    )
