"""The table of all functions an expression may call."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from abhaya_forms.engine.functions import dates, geo, logic, nodes, numbers, selects, strings
from abhaya_forms.engine.functions.function import Function

FUNCTIONS: Mapping[str, Function] = MappingProxyType(
    {
        function.name: function
        for module in (logic, numbers, strings, dates, selects, nodes, geo)
        for function in module.FUNCTIONS
    }
)
"""By name as forms write it (``jr:choice-name``); nothing else can be called."""
