"""Where hooks and CI install minutebook from."""

import importlib.metadata
import json
from pathlib import Path

import pytest
from support.notes import Notes

from minutebook.setup import installation
from minutebook.setup.choices import Source
from minutebook.setup.installation import find_source, named_source, public


@pytest.fixture
def checkout(tmp_path: Path) -> Notes:
    """Return a checkout of a program, with a commit."""
    notes = Notes(tmp_path / "checkout")
    notes.top.mkdir()
    notes.git("init", "--quiet")
    notes.write("pyproject.toml", "")
    notes.commit()
    return notes


def place_in(checkout: Notes, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the module look as if it lay in a checkout."""
    monkeypatch.setattr(installation, "__file__", str(checkout.top / "src/minutebook/setup/installation.py"))


def install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, noted: object) -> None:
    """Let the program be an installed one, of which the installer has noted where it came from."""
    info = tmp_path / "site/minutebook-0.1.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Name: minutebook\nVersion: 0.1\n", encoding="utf-8")
    if noted is not None:
        (info / "direct_url.json").write_text(json.dumps(noted), encoding="utf-8")
    monkeypatch.setattr(installation, "__file__", str(tmp_path / "site/minutebook/setup/installation.py"))
    monkeypatch.setattr(
        importlib.metadata, "distribution", lambda _: importlib.metadata.Distribution.at(info)
    )


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://example.org/minutebook", "https://example.org/minutebook"),
        ("git@example.org:team/minutebook.git", "https://example.org/team/minutebook.git"),
        ("ssh://git@example.org/team/minutebook", "https://example.org/team/minutebook"),
        ("ssh://git@example.org:2222/team/minutebook", "https://example.org/team/minutebook"),
        ("https://bob:s3cret@example.org/minutebook", "https://example.org/minutebook"),
        ("https://t0ken@example.org:8443/minutebook", "https://example.org:8443/minutebook"),
        ("file:///srv/minutebook", "file:///srv/minutebook"),
    ],
)
def test_a_url_is_one_that_needs_no_key_and_holds_none(url: str, shown: str) -> None:
    assert public(url) == shown


def test_a_folder_is_a_url_too(tmp_path: Path) -> None:
    assert public(str(tmp_path)) == tmp_path.as_uri()
    assert not named_source(str(tmp_path), "v1").published
    assert named_source("https://example.org/minutebook", "v1").published


def test_a_checkout_comes_from_its_origin_at_its_commit(
    checkout: Notes, monkeypatch: pytest.MonkeyPatch
) -> None:
    place_in(checkout, monkeypatch)
    checkout.git("remote", "add", "origin", "git@example.org:team/minutebook.git")
    commit = checkout.git("rev-parse", "HEAD").stdout.strip()
    assert find_source() == Source("https://example.org/team/minutebook.git", commit, published=False)
    checkout.git("update-ref", "refs/remotes/origin/main", commit)
    assert find_source() == Source("https://example.org/team/minutebook.git", commit)


def test_the_tag_of_a_version_is_preferred_to_a_commit(
    checkout: Notes, monkeypatch: pytest.MonkeyPatch
) -> None:
    place_in(checkout, monkeypatch)
    checkout.git("tag", "nightly")
    checkout.git("tag", "v0.2.0")
    assert find_source() == Source(checkout.top.as_uri(), "v0.2.0", published=False)


def test_a_copy_without_history_has_no_known_source(
    checkout: Notes, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    copy = Notes(tmp_path / "copy")
    copy.write("pyproject.toml", "")
    place_in(copy, monkeypatch)
    assert find_source() is None
    copy.git("init", "--quiet")
    assert find_source() is None


@pytest.mark.parametrize(("asked", "revision"), [("v0.1.0", "v0.1.0"), ("main", "abc123"), (None, "abc123")])
def test_an_installation_from_a_repository_is_pinned(
    asked: str | None, revision: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vcs = {"vcs": "git", "commit_id": "abc123"} | ({"requested_revision": asked} if asked else {})
    install(monkeypatch, tmp_path, {"url": "https://example.org/m", "vcs_info": vcs})
    assert find_source() == Source("https://example.org/m", revision)


def test_an_installation_from_a_folder_comes_from_what_that_folder_is(
    checkout: Notes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(monkeypatch, tmp_path, {"url": checkout.top.as_uri(), "dir_info": {}})
    checkout.git("tag", "v0.2.0")
    assert find_source() == Source(checkout.top.as_uri(), "v0.2.0", published=False)


@pytest.mark.parametrize("noted", [None, {}, {"url": "https://example.org/m.whl", "archive_info": {}}])
def test_an_installation_from_elsewhere_has_no_known_source(
    noted: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(monkeypatch, tmp_path, noted)
    assert find_source() is None


def test_a_package_that_is_not_installed_has_no_known_source(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(monkeypatch, tmp_path, None)

    def lack(name: str) -> None:
        raise importlib.metadata.PackageNotFoundError(name)

    monkeypatch.setattr(importlib.metadata, "distribution", lack)
    assert find_source() is None
