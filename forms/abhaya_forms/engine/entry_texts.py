"""The texts of a form entry in its language, with the answers they quote."""

from __future__ import annotations

from abhaya_forms.engine.element_texts import ElementTexts
from abhaya_forms.engine.entry_scope import EntryScope
from abhaya_forms.engine.form_text import Text
from abhaya_forms.engine.node import AnswerNode

_NO_TEXTS = ElementTexts()


class EntryTexts:
    """Says labels, hints and guidance as they read now."""

    def __init__(self, scope: EntryScope) -> None:
        self._scope = scope

    def label(self, key: str, path: str) -> str:
        """The label of the element ``key`` as seen from the node at ``path`` ("": from the root)."""
        label = self._scope.rules.texts.get(key, _NO_TEXTS).label
        return self._say(label, self._node(path)) if label is not None else ""

    def of(self, node: AnswerNode) -> tuple[str, str, str]:
        """Label, hint and guidance of a question."""
        texts = self._scope.rules.texts.get(node.model.path, _NO_TEXTS)
        return self._say(texts.label, node), self._say(texts.hint, node), self._say(texts.guidance, node)

    def _say(self, text: Text | None, node: AnswerNode) -> str:
        return text.say(self._scope.language, self._scope, node) if text is not None else ""

    def _node(self, path: str) -> AnswerNode:
        """The node at a path; a stand-in for the row of a repeat that has none."""
        tree = self._scope.tree
        if path == "":
            return tree.root
        try:
            return tree.node(path)
        except KeyError:
            return AnswerNode(*tree.repeat(path))
