"""Looks at the lock files: `python -m deploy.locks`. One line per fault, exit code 1 when there is one.

They carry hashes, agree with what was asked for, and name no download host.
"""

import re
from collections.abc import Iterator
from itertools import chain

from deploy.project import FRONTEND, ROOT, start

REQUIREMENTS = ROOT / "requirements"
LOCKS = ("run", "celery", "dev")
NPM_LOCK = FRONTEND / "package-lock.json"
UNWANTED = ("uv.lock", "pylock.toml", "frontend/yarn.lock", "frontend/pnpm-lock.yaml")


def python_faults(name: str) -> Iterator[str]:
    """Faults of requirements/<name>.txt against requirements/<name>.in."""
    lock = (REQUIREMENTS / f"{name}.txt").read_text()
    asked = (REQUIREMENTS / f"{name}.in").read_text()
    if re.search(r"https?://|^--(extra-)?index-url|^--find-links", lock, re.MULTILINE):
        yield f"requirements/{name}.txt names a download host"
    entries = re.split(r"\n(?=\S)", re.sub(r"^\s*#.*\n", "", lock, flags=re.MULTILINE))
    for entry in filter(str.strip, entries):
        if "--hash=sha256:" not in entry:
            yield f"requirements/{name}.txt: no hash for {entry.split()[0]}"
    for pin in re.findall(r"^([\w.-]+)(?:\[[\w,]+\])?(==[\w.]+)", asked, re.MULTILINE):
        if f"\n{''.join(pin)} ".lower() not in f"\n{lock.lower()}":
            yield f"requirements/{name}.txt is older than {name}.in ({''.join(pin)}): make lock"


def npm_faults() -> Iterator[str]:
    """npm writes addresses beside the integrity hash unless frontend/.npmrc tells it not to."""
    if '"resolved"' in NPM_LOCK.read_text():
        yield "frontend/package-lock.json names download hosts: omit-lockfile-registry-resolved=true"


def main() -> int:
    faults = [*chain.from_iterable(map(python_faults, LOCKS)), *npm_faults()]
    faults += [f"{name} does not belong here" for name in UNWANTED if (ROOT / name).exists()]
    print(*faults, sep="\n", end="\n" if faults else "")
    return 1 if faults else 0


if __name__ == "__main__":
    start(main)
