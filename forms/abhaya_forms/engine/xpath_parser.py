"""XPath 1.0 text to its syntax tree (the subset ODK XForms use, with all axes)."""

from __future__ import annotations

from functools import lru_cache

from abhaya_forms.engine.finding import Finding, FormError
from abhaya_forms.engine.xpath_lexer import END, Token, syntax_error, tokens_of
from abhaya_forms.engine.xpath_tree import Call, Expression, Filter, Literal, Negation, Operation, Path, Step

AXES = frozenset(
    ("child", "parent", "self", "descendant", "descendant-or-self", "ancestor", "ancestor-or-self")
    + ("attribute", "following-sibling", "preceding-sibling", "following", "preceding")
)
DEEPEST_NESTING = 150
"""Levels of brackets and calls; deeper ones are refused, they would exhaust the stack."""
LONGEST_CHAIN = 400
"""Operators in a row (``a or b or …``); longer ones are refused for the same reason."""

_STRENGTH = {
    "or": 1,
    "and": 2,
    **dict.fromkeys(("=", "!="), 3),
    **dict.fromkeys(("<", "<=", ">", ">="), 4),
    **dict.fromkeys(("+", "-"), 5),
    **dict.fromkeys(("*", "div", "mod"), 6),
    "|": 8,
}
_UNARY_MINUS = 7
_NODE_TESTS = frozenset(("node", "text", "comment", "processing-instruction"))
_ANYTHING_BELOW = Step("descendant-or-self", "node()")


@lru_cache(maxsize=4096)
def parse(expression: str) -> Expression:
    """The syntax tree of an expression.  Raises FormError for text that is no XPath."""
    return _Parser(expression).parse()


class _Parser:
    def __init__(self, expression: str) -> None:
        self.expression = expression
        self.tokens = tokens_of(expression)
        self.index = 0
        self.depth = 0

    def parse(self) -> Expression:
        tree = self.operation(0)
        if self.peek() is not END:
            raise syntax_error(self.expression, self.peek().value)
        return tree

    def peek(self, ahead: int = 0) -> Token:
        index = self.index + ahead
        return self.tokens[index] if index < len(self.tokens) else END

    def next(self) -> Token:
        token = self.peek()
        self.index += 1
        return token

    def at(self, *symbols: str) -> bool:
        return self.peek().kind == "symbol" and self.peek().value in symbols

    def expect(self, symbol: str) -> None:
        if not self.at(symbol):
            raise syntax_error(self.expression, self.peek().value)
        self.index += 1

    def operation(self, weakest: int) -> Expression:
        """Operators that bind stronger than ``weakest``, by precedence climbing."""
        self.depth += 1
        if self.depth > DEEPEST_NESTING:
            raise self.too_deep()
        left: Expression
        if self.peek() == Token("operator", "-"):
            self.next()
            left = Negation(self.operation(_UNARY_MINUS))
        else:
            left = self.path()
        chain = 0
        while self.peek().kind == "operator" and _STRENGTH[self.peek().value] > weakest:
            operator = self.next().value
            chain += 1
            left = Operation(operator, left, self.operation(_STRENGTH[operator]))
            if chain > LONGEST_CHAIN:
                raise self.too_deep()
        self.depth -= 1
        return left

    def too_deep(self) -> FormError:
        return FormError((Finding("too_deep", expression=self.expression[:80]),))

    def path(self) -> Expression:
        if self.at("/"):
            self.next()
            return Path(None, True, self.steps(()) if self.begins_step() else ())
        if self.at("//"):
            self.next()
            return Path(None, True, self.steps((_ANYTHING_BELOW,)))
        if self.begins_primary():
            start = self.primary()
            predicates = self.predicates()
            if predicates:
                start = Filter(start, predicates)
            return Path(start, False, self.more_steps([])) if self.at("/", "//") else start
        if self.begins_step():
            return Path(None, False, self.steps(()))
        raise syntax_error(self.expression, self.peek().value)

    def steps(self, before: tuple[Step, ...]) -> tuple[Step, ...]:
        return self.more_steps([*before, self.step()])

    def more_steps(self, steps: list[Step]) -> tuple[Step, ...]:
        while self.at("/", "//"):
            if self.next().value == "//":
                steps.append(_ANYTHING_BELOW)
            steps.append(self.step())
        return tuple(steps)

    def begins_primary(self) -> bool:
        token = self.peek()
        if token.kind in ("number", "text") or self.at("("):
            return True
        return (
            token.kind == "name" and self.peek(1) == Token("symbol", "(") and token.value not in _NODE_TESTS
        )

    def begins_step(self) -> bool:
        return self.peek().kind == "name" or self.at(".", "..", "@", "*")

    def step(self) -> Step:
        if self.at(".", ".."):
            axis = "self" if self.next().value == "." else "parent"
            return Step(axis, "node()", self.predicates())
        axis = "child"
        if self.at("@"):
            self.next()
            axis = "attribute"
        elif self.peek().kind == "name" and self.peek(1) == Token("symbol", "::"):
            axis = self.next().value
            self.next()
            if axis not in AXES:
                raise syntax_error(self.expression, axis)
        return Step(axis, self.node_test(), self.predicates())

    def node_test(self) -> str:
        token = self.next()
        if token.kind == "name" and self.at("("):
            self.next()
            self.expect(")")
            if token.value not in _NODE_TESTS:
                raise syntax_error(self.expression, token.value)
            return f"{token.value}()"
        if token.kind == "name" or token == Token("symbol", "*"):
            return token.value
        raise syntax_error(self.expression, token.value)

    def predicates(self) -> tuple[Expression, ...]:
        found: list[Expression] = []
        while self.at("["):
            self.next()
            found.append(self.operation(0))
            self.expect("]")
        return tuple(found)

    def primary(self) -> Expression:
        token = self.next()
        if token.kind == "number":
            return Literal(float(token.value))
        if token.kind == "text":
            return Literal(token.value)
        if token.kind == "symbol":
            inner = self.operation(0)
            self.expect(")")
            return inner
        self.expect("(")
        return Call(token.value, self.arguments())

    def arguments(self) -> tuple[Expression, ...]:
        found: list[Expression] = []
        while not self.at(")"):
            if found:
                self.expect(",")
            found.append(self.operation(0))
        self.next()
        return tuple(found)
