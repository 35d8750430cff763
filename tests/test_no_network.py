"""Nothing of Ankle Coach ever reaches for the network; and the lock that shows it really locks."""

from __future__ import annotations

import socket
import subprocess
import sys
import urllib.request
from typing import TYPE_CHECKING

import pytest

from tests.helpers.no_network import NetworkUsedError
from tests.helpers.source import ROOT, sources

if TYPE_CHECKING:
    from pathlib import Path

NETWORK_MODULES = {
    "aiohttp",
    "asyncio",
    "ftplib",
    "http",
    "httpx",
    "imaplib",
    "poplib",
    "requests",
    "smtplib",
    "socket",
    "socketserver",
    "ssl",
    "telnetlib",
    "urllib",
    "urllib3",
    "xmlrpc",
    "PySide6.QtHttpServer",
    "PySide6.QtNetwork",
    "PySide6.QtNetworkAuth",
    "PySide6.QtWebSockets",
    "PySide6.QtWebView",
}
# The one module that talks to a second start of the program, through a socket that never leaves the machine.
SINGLE_INSTANCE = "ankle_coach/ui/single_instance.py"
LOCAL_CLASSES = {"PySide6.QtNetwork.QLocalServer", "PySide6.QtNetwork.QLocalSocket"}

SELF_TEST = """
import runpy, sys
from tests.helpers.no_network import deny_network
deny_network()
sys.argv = ["ankle-coach", "--self-test", "--data-dir", sys.argv[1]]
runpy.run_module("ankle_coach", run_name="__main__")
"""


def test_the_lock_refuses_to_connect() -> None:
    with pytest.raises(NetworkUsedError, match="never uses the network"):
        socket.create_connection(("127.0.0.1", 9), timeout=1)


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6])
def test_the_lock_refuses_every_internet_socket(family: socket.AddressFamily) -> None:
    with pytest.raises(NetworkUsedError, match="opened an internet socket"):
        socket.socket(family, socket.SOCK_DGRAM)


def test_the_lock_refuses_to_look_up_a_name() -> None:
    with pytest.raises(NetworkUsedError, match="looked up the host"):
        socket.getaddrinfo("localhost", 80)


def test_the_lock_refuses_a_web_request() -> None:
    with pytest.raises(NetworkUsedError):
        urllib.request.urlopen("http://127.0.0.1:9/", timeout=1)


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="this system has no local sockets")
def test_the_lock_allows_a_socket_that_stays_on_this_machine(tmp_path: Path) -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        ours.sendall(b"raise")

        assert theirs.recv(5) == b"raise"


def test_no_module_imports_anything_of_the_network() -> None:
    found = [
        f"{source.at(used.line)}: {used.full}"
        for source in sources("ankle_coach")
        for used in source.imports()
        if _is_of_the_network(used.full)
        and not (source.place == SINGLE_INSTANCE and used.full in LOCAL_CLASSES)
    ]

    assert found == []


def test_the_self_test_runs_from_end_to_end_without_the_network(tmp_path: Path) -> None:
    answer = subprocess.run(
        [sys.executable, "-c", SELF_TEST, str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        timeout=120,
    )

    assert "never uses the network" not in answer.stderr
    assert answer.returncode == 0, answer.stderr


def _is_of_the_network(full: str) -> bool:
    """Whether an imported name belongs to a module that can reach the network; taking URLs apart does not."""
    if full.startswith("urllib.parse"):
        return False
    parts = full.split(".")
    return parts[0] in NETWORK_MODULES or ".".join(parts[:2]) in NETWORK_MODULES
