"""The code hosts that are known."""

import pytest

from minutebook.setup.hosts import HOSTS, unneeded_hosts


@pytest.mark.parametrize(
    ("address", "unneeded"),
    [
        ("github.com", HOSTS.keys() - {"github"}),
        ("gitlab.example.org", HOSTS.keys() - {"gitlab"}),
        ("git.example.org", set()),
        ("", set()),
    ],
)
def test_an_address_tells_which_hosts_are_not_needed(address: str, unneeded: set[str]) -> None:
    assert unneeded_hosts(address) == unneeded
