"""How long Hypothesis plays people, which the environment can change.

MINUTEBOOK_EXAMPLES and MINUTEBOOK_STEPS let it play more, MINUTEBOOK_RANDOM something else each time, and
MINUTEBOOK_SHRINK lets it look for the shortest play that fails.
"""

import os

from hypothesis import HealthCheck, Phase, settings


def play_settings(*, examples: int, steps: int) -> settings:
    """Return the settings of a play, the same each time unless the environment says otherwise."""
    return settings(
        max_examples=int(os.environ.get("MINUTEBOOK_EXAMPLES", examples)),
        stateful_step_count=int(os.environ.get("MINUTEBOOK_STEPS", steps)),
        derandomize="MINUTEBOOK_RANDOM" not in os.environ,
        database=None,
        report_multiple_bugs=False,
        print_blob=False,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.generate, *([Phase.shrink] if "MINUTEBOOK_SHRINK" in os.environ else [])],
    )
