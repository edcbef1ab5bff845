"""A door before a real node, as many clusters have one: it wants a user and a password, and may speak TLS."""

import base64
import shutil
import ssl
import subprocess
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


@contextmanager
def door(node: str, *, user: str, password: str, certificate: Path | None = None) -> Iterator[int]:
    """The port of a door to a node, which lets in whoever knows the password."""
    wanted = "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()

    class Door(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _pass_on(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            if self.headers.get("Authorization") != wanted:
                self._answer(401, b'{"error": "Unauthorized", "status": 401}')
                return
            names = ("Content-Type", "Content-Encoding", "Accept")
            headers = {name: self.headers[name] for name in names if name in self.headers}
            asked = urllib.request.Request(node + self.path, body or None, headers, method=self.command)  # noqa: S310
            try:
                with urllib.request.urlopen(asked, timeout=60) as answer:  # noqa: S310 - http
                    self._answer(answer.status, answer.read())
            except urllib.error.HTTPError as error:
                self._answer(error.code, error.read())

        do_GET = do_POST = do_PUT = do_DELETE = do_HEAD = _pass_on  # noqa: N815 - as the standard library has them

        def _answer(self, status: int, body: bytes) -> None:
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Door)
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        server.server_close()


def certificate(folder: Path) -> Path | None:
    """A certificate for 127.0.0.1 that nobody knows, with its key in the same file; None where there is no openssl."""
    if not shutil.which("openssl"):
        return None
    path, key = folder / "door.pem", folder / "door.key"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1"]
    command += ["-addext", "subjectAltName=IP:127.0.0.1", "-keyout", str(key), "-out", str(path)]
    subprocess.run(command, check=True, capture_output=True)
    path.write_text(path.read_text() + key.read_text())
    return path
