"""The user's settings change nothing but where packages come from."""

import subprocess
from pathlib import Path

import pytest
from checkout.isolation import clean_environment, isolate_git


@pytest.mark.parametrize("name", ["PIP_TARGET", "PIP_USER", "PYTHONHOME", "VIRTUAL_ENV", "GIT_DIR", "SKIP"])
def test_what_leads_elsewhere_is_dropped(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, "elsewhere")
    assert name not in clean_environment()


@pytest.mark.parametrize("name", ["PIP_INDEX_URL", "PIP_CONFIG_FILE", "UV_INDEX", "GIT_SSL_CAINFO", "HOME"])
def test_where_packages_come_from_is_kept(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, "https://example.org/simple")
    assert clean_environment()[name] == "https://example.org/simple"


def test_git_reads_a_configuration_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "users").write_text("[commit]\ngpgSign = true\n[user]\nname = Ada\n", encoding="utf-8")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "users"))
    settings = isolate_git(clean_environment(), tmp_path / "ours", tmp_path)
    for key, value in (("commit.gpgSign", "false"), ("user.name", "Minutebook")):
        assert subprocess.check_output(["git", "config", key], env=settings, text=True).strip() == value
