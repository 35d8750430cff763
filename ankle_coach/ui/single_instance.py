"""One window for each data folder: a second start raises the first and ends."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, Signal, Slot

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE_MS = 2000
_LONGEST_LINE = 8192


class SingleInstance(QObject):
    """Holds the lock of a data folder, and hears when somebody else tries to open it.

    The lock file says who is first, even after a crash; the local socket only carries the wish to be raised.
    """

    raise_requested = Signal()
    open_requested = Signal(str)

    def __init__(
        self, lock_file: Path, server_name: Callable[[], str], parent: QObject | None = None
    ) -> None:
        """Prepare for one data folder; nothing is taken yet.

        Args:
            lock_file: Held while the window is open.
            server_name: Tells the local socket's name when it is needed; the same for the same data folder.
            parent: Qt owner.
        """
        super().__init__(parent)
        self._lock = QLockFile(str(lock_file))
        self._lock.setStaleLockTime(0)
        self._server_name = server_name
        self._server: QLocalServer | None = None
        self._callers: list[QLocalSocket] = []

    def acquire(self) -> bool:
        """Take the lock; False where another window has this data open."""
        return self._lock.tryLock(0)

    def ask_first_to_raise(self, path: str = "") -> bool:
        """Ask the window that holds the lock to come to the front; False where it does not answer.

        Args:
            path: A file that it is to show; empty for none.
        """
        from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415 - most starts never need it

        socket = QLocalSocket()
        socket.connectToServer(self._server_name())
        answered = socket.waitForConnected(_PATIENCE_MS)
        if answered:
            socket.write(f"raise {path}\n".encode())
            socket.waitForBytesWritten(_PATIENCE_MS)
            socket.disconnectFromServer()
        return answered

    def listen(self) -> None:
        """Hear later starts from now on; called after the first paint, for it loads a library."""
        if self._server is not None:
            return  # the window was opened anew
        from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415 - kept out of the start

        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        name = self._server_name()
        QLocalServer.removeServer(name)
        if server.listen(name):
            server.newConnection.connect(self._on_server_new_connection)
            self._server = server

    def release(self) -> None:
        """Let the lock and the socket go."""
        self._callers.clear()
        if self._server is not None:
            self._server.close()
            self._server = None
        self._lock.unlock()

    @Slot()
    def _on_server_new_connection(self) -> None:
        if self._server is None:
            return
        connection = self._server.nextPendingConnection()
        if connection is not None:
            self._callers.append(connection)
            connection.readyRead.connect(self._on_caller_ready_read)
            connection.disconnected.connect(self._on_caller_disconnected)
        self.raise_requested.emit()

    @Slot()
    def _on_caller_ready_read(self) -> None:
        """Hear which file a later start was given; only the person's own programs reach the socket."""
        for caller in self._callers:
            if not caller.canReadLine():
                continue
            words = bytes(caller.readLine(_LONGEST_LINE).data()).decode(errors="replace").rstrip("\n")
            path = words.removeprefix("raise ")
            if path and path != words:
                self.open_requested.emit(path)

    @Slot()
    def _on_caller_disconnected(self) -> None:
        for caller in [c for c in self._callers if c.state() is c.LocalSocketState.UnconnectedState]:
            self._on_caller_ready_read()  # what it said before it left
            self._callers.remove(caller)
            caller.deleteLater()
