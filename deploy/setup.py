"""Sets a clone up, and runs the product: `python -m deploy.setup [packages|run|serve]`. Standard library only.

Each part leaves a stamp with the digest of what it was made from, written last: a part is made again
when its source changed or when making it was interrupted, and left alone otherwise.
"""

import argparse
import hashlib
import os
import socket
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from deploy.project import (
    FRONTEND,
    PYTHON,
    ROOT,
    VENV,
    manage,
    refuse,
    require_stores,
    run,
    start,
    version_of,
)

LOCK = ROOT / "requirements" / "dev.txt"
# The lowest minor version of Node.js by major that every locked package accepts; from 24 on, any.
NODE_VERSIONS = {20: 19, 22: 13}
NPM_VERSION = (9, 2)
HOST = "127.0.0.1"


@dataclass(frozen=True)
class Part:
    """Something that setting up makes: from what, what must be there first, and how."""

    name: str
    stamp: Path
    digest: Callable[[], str]
    require: Callable[[], None]
    make: Callable[[], None]

    def is_current(self) -> bool:
        """Whether it was made to the end, from the same source."""
        return self.stamp.is_file() and self.stamp.read_text() == self.digest()

    def renew(self) -> None:
        """Makes it and stamps it."""
        print(f"Setting up: {self.name} …", flush=True)
        self.stamp.unlink(missing_ok=True)
        self.make()
        self.stamp.write_text(self.digest())


def digest_of(files: list[Path], *others: str) -> str:
    """SHA-256 over the names and contents of files, and other words."""
    total = hashlib.sha256("\0".join(others).encode())
    for file in files:
        total.update(f"\0{file.relative_to(ROOT)}\0".encode())
        total.update(hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()


def digest_of_python() -> str:
    """A virtual environment holds its own path, serves one minor version, and breaks when its Python goes."""
    return digest_of([LOCK], str(VENV), "{}.{}".format(*sys.version_info), str(Path(PYTHON).exists()))


def digest_of_packages() -> str:
    """npm's two files."""
    return digest_of([FRONTEND / "package.json", FRONTEND / "package-lock.json"])


def digest_of_bundle() -> str:
    """Everything in frontend/ that is not itself made."""
    made = {"node_modules", "dist"}
    files = [Path(folder, name) for folder, name in walk(FRONTEND, made)]
    return digest_of(sorted(files))


def walk(top: Path, leave_out: set[str]) -> list[tuple[str, str]]:
    """(folder, file name) of every file below `top`, not entering the folders named."""
    found = []
    for folder, folders, names in os.walk(top):
        folders[:] = [name for name in folders if name not in leave_out]
        found += [(folder, name) for name in names]
    return found


def require_python() -> None:
    """The Makefile has chosen an interpreter that is new enough; Debian packs its venv apart."""
    probe = [sys.executable, "-c", "import venv, ensurepip; ensurepip.version()"]
    if subprocess.run(probe, capture_output=True, check=False).returncode != 0:
        refuse("Python's venv is missing: install it (Debian and Ubuntu: sudo apt install python3-venv).")


def require_node() -> None:
    """Node.js and npm, new enough for every locked package."""
    node, npm = version_of("node"), version_of("npm")
    wanted = "20.19 or newer (not 21, 23, or 22 before 22.13)"
    if node is None:
        refuse(f"Node.js is missing: install {wanted}, with npm.")
    if node[0] < 24 and node[1] < NODE_VERSIONS.get(node[0], sys.maxsize):
        refuse("Node.js {}.{} will not do: install {}.".format(*node, wanted))
    if npm is None:
        refuse("npm is missing: install it beside Node.js (Debian and Ubuntu: sudo apt install npm).")
    if npm < NPM_VERSION:
        refuse("npm {}.{} is too old: install {}.{} or newer.".format(*npm, *NPM_VERSION))


def make_python() -> None:
    """From nothing each time, so that no package stays which the lock no longer names."""
    interpreter = getattr(sys, "_base_executable", sys.executable)
    run([interpreter, "-m", "venv", "--clear", str(VENV)])
    run([PYTHON, "-m", "pip", "install", "--quiet", "--require-hashes", "-r", str(LOCK.relative_to(ROOT))])


def make_packages() -> None:
    """npm ci removes node_modules first; versions are asked for above, one package wants more of npm."""
    run(["npm", "ci", "--no-audit", "--no-fund", "--no-engine-strict"], cwd=FRONTEND)


def make_bundle() -> None:
    """Types checked, then bundled into frontend/dist."""
    run(["npm", "run", "--silent", "build"], cwd=FRONTEND)


ENVIRONMENT = Part("Python packages", VENV / ".made-from", digest_of_python, require_python, make_python)
PACKAGES = Part(
    "frontend packages",
    FRONTEND / "node_modules" / ".made-from",
    digest_of_packages,
    require_node,
    make_packages,
)
BUNDLE = Part("frontend", FRONTEND / "dist" / ".made-from", digest_of_bundle, require_node, make_bundle)


def bring_up_to_date(parts: list[Part]) -> None:
    """Makes what is not current; asks for everything that is needed before the first long step.

    Packages of Python and of the frontend wait for downloads and disks side by side; the bundle needs the latter.
    """
    stale = [part for part in parts if not part.is_current()]
    for part in stale:
        part.require()
    with ThreadPoolExecutor() as pool:
        list(pool.map(Part.renew, (part for part in stale if part is not BUNDLE)))
    if BUNDLE in stale:
        BUNDLE.renew()


def free_port() -> int:
    """The port of PORT (default 8000), refused in one line when it is none or taken."""
    word = os.environ.get("PORT") or "8000"
    if not word.isdigit() or not 0 < int(word) < 65536:
        refuse(f"PORT={word} is not a port: give a number from 1 to 65535.")
    with socket.socket() as door:
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            door.bind((HOST, int(word)))
        except OSError as error:
            refuse(f"Port {word} cannot be used ({error.strerror}): choose another, such as PORT=8001.")
    return int(word)


def serve(*, demo: bool) -> NoReturn:
    """Migrates and becomes the one server process; before, with the demo, loads it and says who can log in, else says where an
    empty database is begun."""
    port = free_port()
    # With a bundle at hand, as in a release archive, the product runs without Node.js.
    bring_up_to_date([ENVIRONMENT, *([] if BUNDLE.is_current() else [PACKAGES, BUNDLE])])
    require_stores()
    run(manage("migrate", "--no-input", "--verbosity", "0"))
    address = f"http://{HOST}:{port}"
    run(manage("load_demo") if demo else manage("begin", "--address", address, "--quiet"))
    print(f"\nSáu Rõ: {address}/   (Ctrl+C ends it)\n", flush=True)
    options = [
        "--host",
        HOST,
        "--port",
        str(port),
        "--no-access-log",
        "--no-proxy-headers",
        "--timeout-graceful-shutdown",
        "5",
    ]
    os.execv(PYTHON, [PYTHON, "-m", "uvicorn", "config.asgi:application", *options])  # noqa: S606


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m deploy.setup", description=__doc__)
    parser.add_argument(
        "what",
        nargs="?",
        choices=["packages", "run", "serve"],
        help="packages: leave the frontend unbuilt; run: also migrate, load the demo and serve; serve: the same without the demo",
    )
    os.chdir(ROOT)
    what = parser.parse_args().what
    if what in ("run", "serve"):
        serve(demo=what == "run")
    bring_up_to_date([ENVIRONMENT, PACKAGES] if what == "packages" else [ENVIRONMENT, PACKAGES, BUNDLE])


if __name__ == "__main__":
    start(main)
