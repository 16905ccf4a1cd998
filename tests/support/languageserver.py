"""An editor that knows the language server protocol: it opens files, and asks what stands at the cursor."""

from __future__ import annotations

import contextlib
import json
import queue
import subprocess
import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, BinaryIO

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

CURSOR = "¦"
PATIENCE = 60.0
"""Seconds that the server has for one answer: it needs well under one, but the machine may be busy."""

Message = dict[str, Any]


class ServerError(Exception):
    """The server has ended, is silent, or refuses a request."""


@dataclass(frozen=True)
class Complaint:
    """What the server finds wrong: the line, counted from 1, the text that is marked, and what is said."""

    line: int
    marked: str
    message: str


class Editor:
    """One editor with one folder open, and one language server."""

    def __init__(self, command: Sequence[str], folder: Path, settings: Message, log: Path) -> None:
        self._folder, self._settings, self._log = folder, settings, log
        self._requests = 0
        self._complaints: dict[str, list[Message]] = {}
        self._inbox: queue.Queue[Message | None] = queue.Queue()
        with log.open("wb") as errors:
            self._process = subprocess.Popen(
                command, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors
            )
        assert self._process.stdin
        assert self._process.stdout
        self._out = self._process.stdin
        threading.Thread(target=self._listen, args=(self._process.stdout,), daemon=True).start()

    def greet(self) -> None:
        """Begin, and wait until the server has asked for the settings."""
        workspace = {"configuration": True, "workspaceFolders": True}
        items = {"snippetSupport": True, "documentationFormat": ["markdown"]}
        uri = self._folder.as_uri()
        self.ask(
            "initialize",
            {
                "processId": None,
                "rootUri": uri,
                "workspaceFolders": [{"uri": uri, "name": "notes"}],
                "capabilities": {
                    "workspace": workspace,
                    "textDocument": {"completion": {"completionItem": items}},
                },
            },
        )
        self._tell("initialized", {})
        self._hear_until(lambda message: message.get("method") == "workspace/configuration")

    def open(self, path: str, text: str) -> File:
        """Open a file with a text, in which a mark may say where the cursor is."""
        before, _, after = text.partition(CURSOR)
        file = File(self, (self._folder / path).as_uri(), before + after, before)
        document = {"uri": file.uri, "languageId": "yaml", "version": 1, "text": file.text}
        self._tell("textDocument/didOpen", {"textDocument": document})
        return file

    def complaints(self, uri: str) -> list[Message]:
        """Wait for what the server finds wrong with a file that is open."""
        if uri not in self._complaints:
            self._hear_until(lambda message: self._is_about(uri, message))
        return self._complaints[uri]

    def ask(self, method: str, params: Message | None) -> Any:
        """Send a request, and wait for its answer."""
        self._requests += 1
        number = self._requests
        self._send({"id": number, "method": method, "params": params})
        answer = self._hear_until(lambda message: message.get("id") == number and "method" not in message)
        if "error" in answer:
            raise ServerError(f"{method}: {answer['error']}")
        return answer["result"]

    def end(self) -> None:
        """End the server: politely, or else by force."""
        try:
            if self._process.poll() is None:
                with contextlib.suppress(ServerError):
                    self.ask("shutdown", None)
                    self._tell("exit", {})
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(timeout=5)
        finally:
            self._process.kill()
            self._process.wait()
            with contextlib.suppress(OSError):
                self._out.close()

    def _tell(self, method: str, params: Message) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: Message) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        try:
            self._out.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
            self._out.flush()
        except OSError:
            raise ServerError(f"the server has ended\n{self._said()}") from None

    def _hear_until(self, wanted: Any) -> Message:
        """Take in what the server says, and answer it, until the wanted message was among it."""
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                message = self._inbox.get(timeout=max(0.0, deadline - time.monotonic()))
            except queue.Empty:
                raise ServerError(f"the server is silent\n{self._said()}") from None
            if message is None:
                raise ServerError(f"the server has ended\n{self._said()}")
            self._take_in(message)
            if wanted(message):
                return message

    def _take_in(self, message: Message) -> None:
        method, params = message.get("method"), message.get("params")
        if method == "textDocument/publishDiagnostics" and params:
            self._complaints[params["uri"]] = params["diagnostics"]
        if method and "id" in message:
            answer = None
            if method == "workspace/configuration" and params:
                answer = [self._settings.get(item["section"]) for item in params["items"]]
            self._send({"id": message["id"], "result": answer})

    def _is_about(self, uri: str, message: Message) -> bool:
        about = message.get("method") == "textDocument/publishDiagnostics"
        return about and message["params"]["uri"] == uri

    def _listen(self, stream: BinaryIO) -> None:
        with stream:
            for message in _messages(stream):
                self._inbox.put(message)
        self._inbox.put(None)

    def _said(self) -> str:
        return self._log.read_text(encoding="utf-8", errors="replace")


@dataclass(frozen=True)
class File:
    """A file that is open, and the text before its cursor."""

    editor: Editor
    uri: str
    text: str
    before: str

    def offers(self) -> list[str]:
        """Return what is offered at the cursor, in the order in which editors show it."""
        return [item["label"] for item in sorted(self._items(), key=_order)]

    def accept(self, label: str) -> str:
        """Return the text that is there after an offer was accepted, with placeholders as snippets write them."""
        (item,) = (item for item in self._items() if item["label"] == label)
        edit = item["textEdit"]
        start, end = (self._offset(edit["range"][side]) for side in ("start", "end"))
        return self.text[:start] + str(edit["newText"]) + self.text[end:]

    def hover(self) -> str:
        """Return what is shown when the mouse rests on the cursor; nothing where there is nothing to say."""
        found = self.editor.ask("textDocument/hover", self._cursor())
        return str(found["contents"]["value"]) if found else ""

    def complaints(self) -> list[Complaint]:
        """Return what the server finds wrong."""
        return [self._complaint(each) for each in self.editor.complaints(self.uri)]

    def _complaint(self, found: Message) -> Complaint:
        start, end = found["range"]["start"], found["range"]["end"]
        line = self.text.split("\n")[start["line"]]
        stop = end["character"] if end["line"] == start["line"] else len(line)
        return Complaint(start["line"] + 1, line[start["character"] : stop], found["message"])

    def _items(self) -> list[Message]:
        found = self.editor.ask("textDocument/completion", self._cursor())
        items: list[Message] = found["items"] if isinstance(found, dict) else found
        return items

    def _offset(self, position: Message) -> int:
        lines = self.text.split("\n")[: position["line"]]
        return sum(len(line) + 1 for line in lines) + int(position["character"])

    def _cursor(self) -> Message:
        line, column = self.before.count("\n"), len(self.before.rpartition("\n")[2])
        return {"textDocument": {"uri": self.uri}, "position": {"line": line, "character": column}}


def _order(item: Message) -> str:
    return str(item.get("sortText", item["label"]))


def _messages(stream: BinaryIO) -> Iterator[Message]:
    """Yield the messages of a stream until it ends."""
    while True:
        length = 0
        while header := stream.readline().strip():
            name, _, value = header.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        body = stream.read(length)
        if not length or len(body) < length:
            return
        yield json.loads(body)
