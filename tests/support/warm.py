"""A Python that is warm: what it runs is a process of its own, forked from one that has imported minutebook.

`python -m minutebook`, as a hook runs it, takes most of its time to import what it needs. Here a small client hands its
arguments, folder, variables and files to a server, whose fork runs the same and gives back the exit code.
"""

from __future__ import annotations

import atexit
import contextlib
import gc
import importlib
import marshal
import os
import runpy
import select
import shlex
import socket
import subprocess
import sys
import tempfile
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

CLIENT = """\
import _socket, array, marshal, os, sys
server = _socket.socket(_socket.AF_UNIX)
server.connect({address!r})
data = marshal.dumps((sys.argv[1:], os.getcwd(), dict(os.environ)))
files = (_socket.SOL_SOCKET, _socket.SCM_RIGHTS, array.array("i", [0, 1, 2]))
server.sendmsg([len(data).to_bytes(8, "big")], [files])
while data:
    data = data[server.send(data):]
code = server.recv(1)
sys.exit(code[0] if code else 1)
"""
IMPORTED = (
    "minutebook.cli",
    "minutebook.commands.sync",
    "minutebook.commands.check",
    "minutebook.commands.gate",
)


@contextlib.contextmanager
def warm_python(*modules: str) -> Iterator[str]:
    """Return what is called like a Python, one that has imported these modules; where nothing can fork, Python itself."""
    if not hasattr(os, "fork"):
        yield sys.executable
        return
    with tempfile.TemporaryDirectory() as folder:  # the address of a socket must be short
        address, client = f"{folder}/socket", Path(folder, "client.py")
        client.write_text(CLIENT.format(address=address), encoding="utf-8")
        python = Path(folder, "python")
        python.write_text(f'#!/bin/sh\nexec {shlex.join([sys.executable, "-I", "-S", str(client)])} "$@"\n')
        python.chmod(0o755)
        with socket.socket(socket.AF_UNIX) as listening:
            listening.bind(address)
            listening.listen(64)
            command = [sys.executable, __file__, str(listening.fileno()), *IMPORTED, *modules]
            server = subprocess.Popen(command, pass_fds=[listening.fileno()], stdin=subprocess.PIPE)
        try:
            yield str(python)
        finally:
            server.communicate()


def serve(listening: socket.socket) -> None:
    """Fork for each client that comes, until whoever started this is gone."""
    gc.freeze()  # so that no fork copies what it only counts
    while sys.stdin not in select.select([listening, sys.stdin], [], [])[0]:
        client, _ = listening.accept()
        if os.fork() == 0:
            listening.close()
            _run_for(client)
        client.close()
        with contextlib.suppress(ChildProcessError):
            while os.waitpid(-1, os.WNOHANG)[0]:
                pass


def _run_for(client: socket.socket) -> None:
    """Do what a client was told, with its files, and end."""
    head, files, _, _ = socket.recv_fds(client, 8, 3)
    data = b""
    while len(data) < int.from_bytes(head, "big"):
        data += client.recv(1 << 20)
    words, folder, environment = marshal.loads(data)  # noqa: S302
    for number, file in enumerate(files):
        os.dup2(file, number)
        os.close(file)
    sys.stdin, sys.stdout = os.fdopen(0, closefd=False), os.fdopen(1, "w", closefd=False)
    sys.stderr = os.fdopen(2, "w", buffering=1, errors="backslashreplace", closefd=False)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    code = _run(words)
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    client.send(bytes([code & 255]))
    os._exit(code)


def _run(words: list[str]) -> int:
    try:
        if words[0].startswith("-m"):
            sys.argv = [word for word in (words[0][2:], *words[1:]) if word]
            runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
        else:
            sys.argv = words
            runpy.run_path(words[0], run_name="__main__")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:
        traceback.print_exc()
        return 1
    return 0


if __name__ == "__main__":
    for name in sys.argv[2:]:
        importlib.import_module(name)
    serve(socket.socket(fileno=int(sys.argv[1])))
