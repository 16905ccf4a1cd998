"""Frozen dataclasses that are made in a quarter of the time: a hook makes eighty of them before it reads a file.

`dataclasses` compiles six methods of each class from text, which was a sixth of the whole hook. Here only `__init__`
is compiled, and all classes share the others. To type checkers it is `dataclasses.dataclass`.
"""

import dataclasses
from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Literal


def _frozen(*, frozen: Literal[True], slots: bool = False) -> Callable[[type], Any]:  # noqa: ARG001  read by people
    """Return what makes a class a dataclass that is frozen; one that is not comes from the standard library."""

    def make(original: type) -> Any:
        frozen_class: Any = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots)(original)
        fields = dataclasses.fields(frozen_class)
        compared = [field.name for field in fields if field.compare]
        frozen_class._compared = attrgetter(*compared) if compared else _nothing
        frozen_class._names = tuple(field.name for field in fields)
        frozen_class.__init__ = _initializer(frozen_class, fields)
        for name, method in _SHARED.items():
            setattr(frozen_class, name, method)
        return frozen_class

    return make


def _initializer(frozen_class: type, fields: Sequence[dataclasses.Field[Any]]) -> Any:
    namespace: dict[str, Any] = {"_put": object.__setattr__, "_missing": dataclasses.MISSING}
    parameters, lines = ["self"], []
    has_slots = "__slots__" in vars(frozen_class)
    for field in fields:
        default, value = "", field.name
        if field.default is not dataclasses.MISSING:
            default = f"=_default_{field.name}"
            namespace[f"_default_{field.name}"] = field.default
        elif field.default_factory is not dataclasses.MISSING:
            default, value = "=_missing", f"_make_{field.name}() if {value} is _missing else {value}"
            namespace[f"_make_{field.name}"] = field.default_factory
        parameters.append(f"{field.name}{default}")
        if has_slots:  # whose own setters look nothing up, and take two thirds of the time
            namespace[f"_put_{field.name}"] = getattr(frozen_class, field.name).__set__
            lines.append(f"_put_{field.name}(self, {value})")
        else:
            lines.append(f"_put(self, {field.name!r}, {value})")
    exec(f"def __init__({', '.join(parameters)}):\n {'; '.join(lines) or 'pass'}", namespace)  # noqa: S102
    namespace["__init__"].__qualname__ = f"{frozen_class.__qualname__}.__init__"
    return namespace["__init__"]


def _nothing(_record: Any) -> tuple[()]:
    return ()


def _equal(self: Any, counterpart: Any) -> Any:
    if counterpart.__class__ is not self.__class__:
        return NotImplemented
    compared = self.__class__._compared
    return compared(self) == compared(counterpart)


def _hash(self: Any) -> int:
    return hash((self.__class__, self.__class__._compared(self)))


def _represent(self: Any) -> str:
    shown_fields = (
        f"{field.name}={getattr(self, field.name)!r}" for field in dataclasses.fields(self) if field.repr
    )
    return f"{self.__class__.__qualname__}({', '.join(shown_fields)})"


def _refuse_to_set(_self: Any, name: str, _value: Any) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(_self: Any, name: str) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


def _reduce(self: Any) -> tuple[Any, ...]:
    return self.__class__, tuple(getattr(self, name) for name in self.__class__._names)


_SHARED = {
    "__eq__": _equal,
    "__hash__": _hash,
    "__repr__": _represent,
    "__setattr__": _refuse_to_set,
    "__delattr__": _refuse_to_delete,
    # A copy, or another process, would set the fields one by one.
    "__reduce__": _reduce,
}

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass  # noqa: PLC0414  exported
else:
    dataclass = _frozen
