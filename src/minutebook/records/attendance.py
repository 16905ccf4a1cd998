"""Who took part in a meeting, or in a section of it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Attendance:
    """Who was there, who was not, and who came besides, as it is written."""

    attending: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    guests: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.named)

    @property
    def named(self) -> tuple[str, ...]:
        """All of them."""
        return (*self.attending, *self.absent, *self.guests)

    def lists(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Return the names by the key of their list."""
        return ("attending", self.attending), ("absent", self.absent), ("guests", self.guests)


NOBODY = Attendance()
"""Of those who took part nothing is known."""
