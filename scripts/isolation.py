"""What the commands beside this file keep of the user's settings: no test or set-up may depend on the rest.

It parses on any Python 3, as `environment.py` does.
"""

import os
from pathlib import Path

# Settings of these programs can send packages elsewhere or change what git and the checks do.
DROPPED = ("CONDA_", "GIT_", "PIP_", "PRE_COMMIT", "PYTHON", "UV_", "VIRTUALENV_", "VIRTUAL_ENV", "__PYVENV")

# Where packages come from is the user's to say.
KEPT = {
    *(
        "PIP_INDEX_URL",
        "PIP_EXTRA_INDEX_URL",
        "PIP_FIND_LINKS",
        "PIP_NO_INDEX",
        "PIP_TRUSTED_HOST",
        "PIP_CERT",
    ),
    *(
        "PIP_CLIENT_CERT",
        "PIP_PROXY",
        "PIP_CACHE_DIR",
        "PIP_NO_CACHE_DIR",
        "PIP_TIMEOUT",
        "PIP_DEFAULT_TIMEOUT",
    ),
    *("PIP_RETRIES", "PIP_KEYRING_PROVIDER", "PIP_USE_FEATURE", "PIP_ONLY_BINARY", "PIP_PREFER_BINARY"),
    *("UV_INDEX_URL", "UV_DEFAULT_INDEX", "UV_EXTRA_INDEX_URL", "UV_INDEX", "UV_FIND_LINKS", "UV_NATIVE_TLS"),
    *("UV_CACHE_DIR", "UV_OFFLINE", "GIT_EXEC_PATH", "GIT_SSL_CAINFO"),
}

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


def clean_environment() -> "dict[str, str]":
    """Copy the environment without the settings that would disturb pip, git or Python."""
    kept = {name: value for name, value in os.environ.items() if name in KEPT or not name.startswith(DROPPED)}
    # pre-commit would leave out the hooks named here.
    kept.pop("SKIP", None)
    return kept


def isolate_git(environment: "dict[str, str]", config: Path, trusted: Path) -> "dict[str, str]":
    """Add a git configuration of its own to an environment, whatever the user's says."""
    text = GIT_CONFIG.format(trusted.as_posix())
    if not config.is_file() or config.read_text(encoding="utf-8") != text:
        config.write_text(text, encoding="utf-8")
    own = {"GIT_CONFIG_GLOBAL": str(config), "GIT_CONFIG_SYSTEM": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    return dict(environment, **own)
