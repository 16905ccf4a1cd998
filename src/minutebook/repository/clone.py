"""What a clone may lack, for git takes neither hooks nor merge drivers from elsewhere."""

from minutebook.repository.checkout import Checkout
from minutebook.repository.drivers import DRIVER


def wants_merge_driver(checkout: Checkout) -> bool:
    """Whether .gitattributes names the merge driver."""
    return _mentions(checkout, ".gitattributes", f"merge={DRIVER}")


def has_merge_driver(checkout: Checkout) -> bool:
    """Whether git knows a merge driver of that name in this clone."""
    return bool(checkout.setting(f"merge.{DRIVER}.driver"))


def lacks_hooks(checkout: Checkout) -> bool:
    """Whether pre-commit is to call minutebook here, and git has no hook to call pre-commit in this clone."""
    return (
        _mentions(checkout, ".pre-commit-config.yaml", "minutebook")
        and not (checkout.common_dir / "hooks" / "pre-commit").exists()
        and not checkout.setting("core.hooksPath")
    )


def _mentions(checkout: Checkout, name: str, word: str) -> bool:
    """Whether a file at the top has a word."""
    try:
        return word.encode() in (checkout.top / name).read_bytes()
    except OSError:
        return False
