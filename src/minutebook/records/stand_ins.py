"""Stand-ins for modules that a package imports only to learn its own version, or when it was built.

Those that read e-mail are a tenth of what a hook does, for tabulate and jsonschema-rs alone.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType


@contextmanager
def stand_in_for(name: str, **members: object) -> Iterator[None]:
    """Let what is imported meanwhile find these members in place of a module that is not imported yet."""
    if name in sys.modules:
        yield
        return
    sys.modules[name] = stand_in = ModuleType(name)
    vars(stand_in).update(members)
    try:
        yield
    finally:
        del sys.modules[name]  # whoever needs the module itself gets it
