"""A lock on the network for this process: any attempt to reach it raises a clear error.

It is an audit hook, so it also sees sockets that C code of the standard library opens, and it cannot be
taken off again. Sockets between processes of one machine (AF_UNIX) stay allowed: the single window per data
folder and the session bus need them. Sockets that Qt opens in C++ are out of its sight; `test_no_network.py`
holds the imports of QtNetwork to one module for that reason.
"""

from __future__ import annotations

import socket
import sys
from typing import NoReturn

INTERNET_FAMILIES = frozenset({int(socket.AF_INET), int(socket.AF_INET6)})
_NAME_LOOKUPS = frozenset({"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"})
_TRAFFIC = frozenset({"socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg"})


class NetworkUsedError(RuntimeError):
    """Something tried to use the network, which Ankle Coach never does."""


def deny_network() -> None:
    """Make every internet socket and every name lookup of this process fail, until the process ends."""
    sys.addaudithook(_refuse_network)


def _refuse_network(event: str, arguments: tuple[object, ...]) -> None:
    """Raise for the audit events that stand for a use of the network.

    Args:
        event: The name of the audit event.
        arguments: What the interpreter tells about it.

    Raises:
        NetworkUsedError: If the event is a use of the network.
    """
    if not event.startswith("socket."):
        return
    if event == "socket.__new__" and arguments[1] in INTERNET_FAMILIES:
        _refuse("opened an internet socket")
    if event in _TRAFFIC and getattr(arguments[0], "family", None) in INTERNET_FAMILIES:
        _refuse(f"called {event}({arguments[1]!r})")
    if event in _NAME_LOOKUPS:
        _refuse(f"looked up the host {arguments[0]!r}")


def _refuse(deed: str) -> NoReturn:
    """Say what happened, also where the error is swallowed, and raise."""
    message = f"Ankle Coach never uses the network, but something {deed}."
    print(message, file=sys.stderr)
    raise NetworkUsedError(message)
