"""The answer of the editor to a file that it must not touch."""

UNSAFE = "it is written in a way that can't be edited without changing its meaning"


class NotEditable(Exception):
    """An edit would not mean what was meant; the file is left as it is."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(reason)
        self.path = path
