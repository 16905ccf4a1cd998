"""What is kept of the user's settings: nothing that changes what git, pip or a check does here."""

import os
from pathlib import Path

DROPPED = (
    # Another Python, or other hooks.
    *("CONDA_", "PRE_COMMIT", "PYTHON", "SKIP", "UV_PYTHON", "VIRTUALENV_", "VIRTUAL_ENV", "__PYVENV"),
    # Another place for packages, or others than are asked for; where they come from is the user's to say.
    *("PIP_CONSTRAINT", "PIP_DRY_RUN", "PIP_EDITABLE", "PIP_NO_DEPS", "PIP_PREFIX", "PIP_PYTHON"),
    *("PIP_REQUIRE", "PIP_ROOT", "PIP_TARGET", "PIP_USER"),
    # Another repository: a hook's GIT_DIR and GIT_INDEX_FILE would send all there.
    "GIT_",
)
KEPT = {"GIT_EXEC_PATH", "GIT_SSL_CAINFO"}
"""Where this machine has its git."""
GIT_CONFIG = """\
[user]
name = Minutebook
email = minutebook@example.org
[init]
defaultBranch = main
[commit]
gpgSign = false
[core]
excludesFile =
attributesFile =
[safe]
directory = "{}"
"""


def clean_environment() -> dict[str, str]:
    """Return the environment without the settings that would disturb pip, git or Python."""
    return {name: value for name, value in os.environ.items() if name in KEPT or not name.startswith(DROPPED)}


def isolate_git(environment: dict[str, str], config: Path, trusted: Path) -> dict[str, str]:
    """Return an environment in which git reads a configuration of its own, whatever the user's says."""
    config.write_text(GIT_CONFIG.format(trusted.as_posix()), encoding="utf-8")
    own = {"GIT_CONFIG_GLOBAL": str(config), "GIT_CONFIG_SYSTEM": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    return environment | own
