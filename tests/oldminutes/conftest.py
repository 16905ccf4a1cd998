"""What the tests of whole imports share."""

import pytest
from support.oldminutes.corpus import FILES, Series, repository, take


@pytest.fixture(scope="session")
def series(tmp_path_factory: pytest.TempPathFactory) -> Series:
    """Return the import of all real minutes in one run, last day first; only to be read."""
    notes = repository(tmp_path_factory.mktemp("corpus"))
    return Series(notes, take(notes, *reversed(FILES)))
