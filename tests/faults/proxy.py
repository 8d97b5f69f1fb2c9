"""A wire between the product and its database that can be cut, slowed and half closed."""

import selectors
import socket
import threading
import time

from tests.jobs.processes import free_port

CHUNK = 65536


class Wire:
    """Passes bytes from a port of its own to another, both ways; a thread a connection.

    Attributes:
        delay: seconds before each piece is passed on.
        mute: what the server says is not passed on any more, as if one half of the connection were closed.
    """

    def __init__(self, target: int) -> None:
        self.target, self.port = target, free_port()
        self.delay, self.mute, self.open = 0.0, False, True
        self.pairs: set[tuple[socket.socket, socket.socket]] = set()
        self.lock = threading.Lock()
        self.door = socket.create_server(("127.0.0.1", self.port))
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self) -> None:
        """Lets connections in as long as the wire is open."""
        while True:
            try:
                near, _address = self.door.accept()
            except OSError:
                return
            try:
                far = socket.create_connection(("127.0.0.1", self.target), timeout=2)
            except OSError:
                near.close()
                continue
            if not self.open:
                near.close()
                far.close()
                continue
            with self.lock:
                self.pairs.add((near, far))
            threading.Thread(target=self.carry, args=(near, far), daemon=True).start()

    def carry(self, near: socket.socket, far: socket.socket) -> None:
        """Passes on what comes, until either side ends."""
        with selectors.DefaultSelector() as ready:
            ready.register(near, selectors.EVENT_READ, far)
            ready.register(far, selectors.EVENT_READ, near)
            try:
                while True:
                    for key, _mask in ready.select():
                        if not self.carry_piece(key.fileobj, key.data, from_server=key.fileobj is far):  # type: ignore[arg-type]
                            return
            except (OSError, ValueError):
                return
            finally:
                self.close(near, far)

    def carry_piece(self, source: socket.socket, target: socket.socket, *, from_server: bool) -> bool:
        """Passes on one piece; answers whether the connection goes on."""
        piece = source.recv(CHUNK)
        if not piece:
            return False
        time.sleep(self.delay)
        if not (self.mute and from_server):
            target.sendall(piece)
        return True

    def close(self, near: socket.socket, far: socket.socket) -> None:
        """Ends one connection."""
        with self.lock:
            self.pairs.discard((near, far))
        near.close()
        far.close()

    def cut(self) -> None:
        """Ends every connection; new ones are refused until `mend`."""
        self.open = False
        for near, far in list(self.pairs):
            for end in (near, far):
                try:
                    end.shutdown(socket.SHUT_RDWR)
                except OSError:
                    continue

    def mend(self) -> None:
        """As a wire should be; connections that heard nothing are ended."""
        self.delay, muted, self.mute = 0.0, self.mute, False
        if muted:
            self.cut()
        self.open = True
