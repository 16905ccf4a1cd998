"""Draw the two pictures of the README from what minutebook really prints: `.venv/bin/python scripts/pictures.py`.

The terminal is drawn by rich, the minutes by Chromium as a forge shows them. Each picture holds the text that it
shows, so that a test sees without a browser whether it is still true.
"""

import os
import pty
import re
import shlex
import shutil
import struct
import subprocess
import sys
import tempfile
import zlib
from pathlib import Path

from checkout import isolation, pages
from checkout.week import PAGE, surroundings

ROOT = Path(__file__).resolve().parents[1]
TERMINAL, MINUTES = ROOT / "docs/pictures/terminal.svg", ROOT / "docs/pictures/minutes.png"
_TYPED = (
    "minutebook check",
    "minutebook done certificate",
    "minutebook sync",
    "minutebook actions",
    "minutebook deltas",
)
"""What is typed, after the second meeting of the demo was written with a mistake that is then corrected."""
_WIDTH, _COLUMNS = 760, 84
_FONTS = "-apple-system, 'Segoe UI', 'Liberation Sans', Helvetica, Arial, sans-serif"
_STYLE = f"""
body {{ font: 16px/1.5 {_FONTS}; color: #1f2328; margin: 24px 32px; }}
h1, h2 {{ font-weight: 600; line-height: 1.25; margin: 24px 0 16px; padding-bottom: .3em; border-bottom: 1px solid #d1d9e0; }}
h1 {{ font-size: 2em; margin-top: 0; }} h2 {{ font-size: 1.5em; }}
p, ul, table {{ margin: 0 0 16px; }} ul {{ padding-left: 2em; }} li + li {{ margin-top: .25em; }}
table {{ border-collapse: collapse; }} th, td {{ padding: 6px 13px; border: 1px solid #d1d9e0; text-align: left; }}
th {{ font-weight: 600; }} tr:nth-child(even) td {{ background: #f6f8fa; }}
"""
"""How forges show Markdown, in a few lines."""


def main() -> int:
    """Draw both pictures anew."""
    with tempfile.TemporaryDirectory(prefix="minutebook-pictures-") as folder:
        draw_terminal(terminal_text(Path(folder)))
        draw_minutes(readme_minutes(Path(folder)), Path(folder))
    print(
        *(f"{path.relative_to(ROOT)}: {path.stat().st_size} bytes" for path in (TERMINAL, MINUTES)), sep="\n"
    )
    return 0


def terminal_text(folder: Path) -> str:
    """Return what a terminal shows of commands in the notes of the demo, with its colours."""
    settings = surroundings(folder) | {
        "COLUMNS": str(_COLUMNS),
        "TERM": "xterm",
        "MINUTEBOOK_TODAY": "2026-03-09",
    }
    settings = {key: value for key, value in settings.items() if key != "NO_COLOR"}
    notes = folder / "notes"
    notes.mkdir()
    subprocess.run(["git", "init", "--quiet"], cwd=notes, env=settings, check=True)
    *written, correction = [fence for fence in pages.fences(PAGE.read_text(encoding="utf-8")) if fence.path][
        :5
    ]
    for fence in written:
        (notes / fence.path).parent.mkdir(parents=True, exist_ok=True)
        (notes / fence.path).write_text(fence.body, encoding="utf-8")
    shown = []
    for command in _TYPED:
        shown.append(f"\x1b[1m$ {command}\x1b[0m\n{_on_terminal(command, notes, settings)}")
        if command == _TYPED[0]:
            corrected = pages.edit((notes / correction.path).read_text(encoding="utf-8"), correction.body)
            (notes / correction.path).write_text(corrected, encoding="utf-8")
            _on_terminal("minutebook sync", notes, settings)
    return "\n".join(text.rstrip() for text in shown)


def _on_terminal(command: str, folder: Path, settings: dict[str, str]) -> str:
    ours, its = pty.openpty()
    words = [sys.executable, "-m", "minutebook", *shlex.split(command)[1:]]
    with subprocess.Popen(words, cwd=folder, env=settings, stdin=its, stdout=its, stderr=its) as process:
        os.close(its)
        shown = b""
        while part := _read(ours):
            shown += part
        process.wait()
    os.close(ours)
    # On a slow machine a command shows how far it is, and wipes that out.
    return re.sub(r"\r\x1b\[K[^\r\n]*(?=\r\x1b\[K)|\r\x1b\[K", "", shown.decode().replace("\r\n", "\n"))


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 65536)
    except OSError:  # how Linux tells that nobody has the other end any more
        return b""


def draw_terminal(text: str) -> None:
    """Draw what a terminal shows."""
    import io

    from rich.console import Console
    from rich.terminal_theme import MONOKAI
    from rich.text import Text

    console = Console(
        record=True, width=_COLUMNS, file=io.StringIO(), force_terminal=True, color_system="truecolor"
    )
    console.print(Text.from_ansi(text), soft_wrap=False)
    drawn = console.export_svg(title="minutebook", theme=MONOKAI, unique_id="terminal")
    # Nothing of a page that shows the picture is fetched from elsewhere.
    drawn = re.sub(r"@font-face \{.*?\}\n", "", drawn, flags=re.DOTALL)
    TERMINAL.write_text(re.sub(r"[ \t]+$", "", drawn, flags=re.MULTILINE), encoding="utf-8")


def readme_minutes(folder: Path) -> str:
    """Return the minutes that come of the meeting in the README, after one with other counts."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    meeting = next(fence.body for fence in pages.fences(readme) if fence.body.startswith("date: "))
    earlier = re.sub(r"2020-10-26", "2020-10-19", meeting)
    for count, before in ((": 11\n", ": 8\n"), (": 154\n", ": 169\n"), (": 18\n", ": 20\n")):
        earlier = earlier.replace(count, before)
    series = folder / "readme/meetings/team"
    series.mkdir(parents=True)
    (series / "series.yaml").write_text("title: Team\nschedule: FREQ=WEEKLY;BYDAY=MO\n", encoding="utf-8")
    (series / "2020-10-19.yaml").write_text(earlier, encoding="utf-8")
    (series / "2020-10-26.yaml").write_text(meeting, encoding="utf-8")
    settings = isolation.isolate_git(isolation.clean_environment(), folder / "config", folder / "readme")
    subprocess.run(["git", "init", "--quiet"], cwd=folder / "readme", env=settings, check=True)
    words = [sys.executable, "-m", "minutebook", "render", "meetings/team/2020-10-26.yaml"]
    return subprocess.check_output(words, cwd=folder / "readme", env=settings, encoding="utf-8")


def draw_minutes(markdown: str, folder: Path) -> None:
    """Draw minutes as a forge shows them, and put their text into the picture."""
    from markdown_it import MarkdownIt

    body = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(markdown)
    page, drawn = folder / "minutes.html", folder / "minutes.png"
    page.write_text(f"<meta charset=utf-8><style>{_STYLE}</style>{body}", encoding="utf-8")
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if not browser:
        raise SystemExit("this needs chromium or google-chrome")
    words = [
        browser,
        "--headless",
        "--no-sandbox",
        "--hide-scrollbars",
        f"--window-size={_WIDTH},{_height(body)}",
    ]
    subprocess.run([*words, f"--screenshot={drawn}", page.as_uri()], check=True, capture_output=True)
    MINUTES.write_bytes(_with_text(drawn.read_bytes(), markdown))


def _height(body: str) -> int:
    """Return about how many pixels a page is high: what is below its last line is only white."""
    rows, headings, lines = body.count("<tr>"), body.count("<h"), body.count("<li>") + body.count("<p>")
    return 40 + rows * 38 + headings * 68 + lines * 32


def _with_text(picture: bytes, text: str) -> bytes:
    """Return a picture with a text in it (PNG specification, 11.3.3.4)."""
    content = b"Description\0\0\0\0\0" + text.encode()
    chunk = b"iTXt" + content
    end = picture.rindex(b"IEND") - 4
    return (
        picture[:end]
        + struct.pack(">I", len(content))
        + chunk
        + struct.pack(">I", zlib.crc32(chunk))
        + picture[end:]
    )


def text_in(picture: bytes) -> str:
    """Return the text that was put into a picture."""
    start = picture.rindex(b"iTXt") - 4
    (length,) = struct.unpack(">I", picture[start : start + 4])
    return picture[start + 8 : start + 8 + length].split(b"\0\0\0\0\0", 1)[1].decode()


if __name__ == "__main__":
    sys.exit(main())
