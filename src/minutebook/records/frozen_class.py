"""Frozen dataclasses that are made in a quarter of the time: a hook makes eighty of them before it reads a file.

`dataclasses` compiles six methods of each class from text, which was a sixth of the whole hook. Here only `__init__`
is compiled, once for all classes with as many fields, and all share the others. To type checkers it is
`dataclasses.dataclass`.
"""

import dataclasses
from collections.abc import Callable, Sequence
from functools import cache
from operator import attrgetter
from types import CodeType, FunctionType
from typing import TYPE_CHECKING, Any, Literal


def _frozen(*, frozen: Literal[True], slots: bool = False) -> Callable[[type], Any]:  # noqa: ARG001  read by people
    """Return what makes a class a dataclass that is frozen; one that is not comes from the standard library."""

    def make(original: type) -> Any:
        frozen_class: Any = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots)(original)
        fields = dataclasses.fields(frozen_class)
        compared = [field.name for field in fields if field.compare]
        frozen_class._compared = attrgetter(*compared) if compared else _nothing
        frozen_class._names = tuple(field.name for field in fields)
        frozen_class.__init__ = _initializer(frozen_class.__qualname__, fields)
        for name, method in _SHARED.items():
            setattr(frozen_class, name, method)
        return frozen_class

    return make


def _initializer(class_name: str, fields: Sequence[dataclasses.Field[Any]]) -> Any:
    """Return the `__init__` of a class: the code for as many fields, with their names, defaults and factories."""
    code = _code(tuple(map(_has_factory, fields)))
    names = {f"field_{number}": field.name for number, field in enumerate(fields)}
    named_code = code.replace(
        co_varnames=("self", *names.values()),
        co_consts=tuple(names.get(constant, constant) for constant in code.co_consts),
        co_qualname=f"{class_name}.__init__",
    )
    namespace: dict[str, Any] = {
        f"make_{number}": field.default_factory for number, field in enumerate(fields)
    }
    namespace |= {"put": object.__setattr__, "missing": dataclasses.MISSING}
    # The default of a field that has a factory is `missing`.
    defaults = [
        field.default for field in fields if _has_factory(field) or field.default is not dataclasses.MISSING
    ]
    return FunctionType(named_code, namespace, "__init__", tuple(defaults))


@cache
def _code(factories: tuple[bool, ...]) -> CodeType:
    """Return the code of an `__init__` for so many fields, of which some have a factory."""
    names = [f"field_{number}" for number in range(len(factories))]
    values = [
        f"make_{number}() if {name} is missing else {name}" if has_factory else name
        for number, (name, has_factory) in enumerate(zip(names, factories, strict=True))
    ]
    lines = [f"put(self, {name!r}, {value})" for name, value in zip(names, values, strict=True)]
    text = f"def __init__({', '.join(['self', *names])}):\n {'; '.join(lines) or 'pass'}"
    module = compile(text, __file__, "exec")
    return next(constant for constant in module.co_consts if isinstance(constant, CodeType))


def _has_factory(field: dataclasses.Field[Any]) -> bool:
    return field.default_factory is not dataclasses.MISSING


def _nothing(_record: Any) -> tuple[()]:
    return ()


def _equal(self: Any, other: Any) -> Any:
    if other.__class__ is not self.__class__:
        return NotImplemented
    compared = self.__class__._compared
    return compared(self) == compared(other)


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
