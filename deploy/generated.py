"""Files that are made from the code and committed: `python -m deploy.generated [--check] [--only NAME …]`.

Without --check they are written anew; with it, each that differs is named and the exit code is 1.
"""

import argparse
import subprocess
import tempfile
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import Any

import polib
import yaml

from deploy.project import FRONTEND, ROOT, clean_room, manage, node_tool, refuse, start

CATALOGUE = ROOT / "locale" / "vi" / "LC_MESSAGES" / "django.po"
#: What REST framework says; its own catalogue has part of it.
FRAMEWORK = ROOT / "locale" / "rest_framework" / "vi" / "LC_MESSAGES" / "django.po"


def output_of(command: list[str]) -> bytes:
    """What a command prints; its errors go to the screen and end the program."""
    with clean_room() as room:
        done = subprocess.run(command, cwd=ROOT, env=room, stdout=subprocess.PIPE, check=False)
    if done.returncode != 0:
        refuse(f"Failed: {' '.join(command[1:])}")
    return done.stdout


@cache
def api_schema() -> bytes:
    """The OpenAPI description of the HTTP interface; a warning is an error."""
    return output_of(manage("spectacular", "--validate", "--fail-on-warn"))


def api_client() -> bytes:
    """TypeScript types of that description."""
    with tempfile.TemporaryDirectory() as folder:
        schema = Path(folder, "schema.yml")
        schema.write_bytes(api_schema())
        return output_of([node_tool("openapi-typescript"), str(schema), "--silent"])


def field_limits() -> bytes:
    """How long each text and list and how large each number may be that the interface takes, for the fields of the frontend."""
    api = yaml.safe_load(api_schema())
    schemas = api["components"]["schemas"]
    asked = api["paths"]["/api/v1/plans"]["get"]["parameters"]
    found = {"Search": {of["name"]: of["schema"]["maxLength"] for of in asked if of["name"] == "q"}}
    for name, schema in sorted(schemas.items()):
        fields = schema.get("properties", {}) if name.endswith("Request") else {}
        bounded = {field: most(of) for field, of in fields.items()}
        bounded |= {f"{field}_each": of.get("items", {}).get("maxLength") for field, of in fields.items()}
        if limits := {field: limit for field, limit in bounded.items() if limit}:
            found[name.removesuffix("Request")] = limits
    lines = [
        f"  {name}: {{ {', '.join(f'{field}: {limit}' for field, limit in limits.items())} }},"
        for name, limits in found.items()
    ]
    head = "// Made by deploy.generated from the API's description: the most characters, items (_each: characters of one), or number."
    return "\n".join([head, "export const LIMITS = {", *lines, "} as const;", ""]).encode()


def most(field: dict[str, Any]) -> int | None:
    """The bound of a field: of an e-mail address or nothing, that of the address."""
    alone = field["oneOf"][0] if "oneOf" in field else field
    bound: int | None = alone.get("maxLength", alone.get("maxItems", alone.get("maximum")))
    return bound


def workflow_diagram() -> bytes:
    """The state machine as a page with a Mermaid diagram."""
    return output_of(manage("draw_workflow"))


def act_looks() -> bytes:
    """How the frontend draws each act."""
    return output_of(manage("draw_workflow", "--typescript"))


def marked_fields() -> bytes:
    """Which fields of a kind of case a remark can be on."""
    return output_of(manage("marked_fields"))


def compiled(catalogue: Path) -> bytes:
    """Vietnamese words in the form that Django reads."""
    return bytes(polib.pofile(str(catalogue)).to_binary())


FILES: dict[str, tuple[Path, Callable[[], bytes]]] = {
    "schema": (FRONTEND / "schema.yml", api_schema),
    "client": (FRONTEND / "src" / "api" / "schema.d.ts", api_client),
    "limits": (FRONTEND / "src" / "api" / "limits.ts", field_limits),
    "acts": (FRONTEND / "src" / "api" / "acts.ts", act_looks),
    "fields": (FRONTEND / "src" / "api" / "fields.ts", marked_fields),
    "diagram": (ROOT / "docs" / "workflow.md", workflow_diagram),
    "catalogue": (CATALOGUE.with_suffix(".mo"), partial(compiled, CATALOGUE)),
    "framework": (FRAMEWORK.with_suffix(".mo"), partial(compiled, FRAMEWORK)),
}


def write(name: str) -> None:
    """Makes one file anew."""
    file, make = FILES[name]
    content = make()
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)


def is_current(name: str) -> bool:
    """Whether the committed file is what the code makes now; says so when not."""
    file, make = FILES[name]
    current = file.is_file() and file.read_bytes() == make()
    if not current:
        print(f"{file.relative_to(ROOT)} differs from what the code makes: make generate")
    return current


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m deploy.generated", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing, name what differs")
    parser.add_argument("--only", nargs="+", choices=FILES, help="some of them")
    options = parser.parse_args()
    names = options.only or list(FILES)
    if options.check:
        stale = [name for name in names if not is_current(name)]
        return 1 if stale else 0
    for name in names:
        write(name)
    return 0


if __name__ == "__main__":
    start(main)
