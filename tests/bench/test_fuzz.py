"""What the fuzzer begins with passes, and what it has found stays mended."""

import pytest
from support.fuzztargets import TARGETS


@pytest.mark.parametrize("name", TARGETS)
def test_each_text_to_begin_with_is_taken(name: str) -> None:
    attempt, seeds = TARGETS[name]
    for seed in seeds:
        attempt(seed)
