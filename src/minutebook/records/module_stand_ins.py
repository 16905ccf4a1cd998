"""Stand-ins for modules that a package imports only to learn its own version, or when it was built.

Those that read e-mail are a tenth of what a hook does, for tabulate and jsonschema-rs alone.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType


@contextmanager
def stand_in_for(name: str, **members: object) -> Iterator[None]:
    """Let what is imported meanwhile find these members in place of a module that is not imported yet.

    Whoever asks for another member, such as a later version of the package, gets that of the module itself.
    """
    if name in sys.modules:
        yield
        return

    def member_of_module(member: str) -> object:
        if member.startswith("__"):  # which the import itself asks for
            raise AttributeError(member)
        if sys.modules.get(name) is stand_in:
            del sys.modules[name]
        return getattr(import_module(name), member)

    sys.modules[name] = stand_in = ModuleType(name)
    vars(stand_in).update(members, __getattr__=member_of_module)
    try:
        yield
    finally:
        if sys.modules.get(name) is stand_in:
            del sys.modules[name]
