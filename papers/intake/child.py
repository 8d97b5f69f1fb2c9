"""The process in which the cells of a workbook are read: it knows no Django, no table and no secret, and is bounded.

Started by `apart`; reads the file from its input and writes what it found, or why it is refused, as JSON.
"""

import json
import resource
import sys

CPU_SECONDS = 2
MEMORY_BYTES = 200 * 1024 * 1024
#: Cannot be said of in Unicode: half a pair of surrogates may stand in a cell.
SURROGATES = "surrogatepass"


def bound() -> None:
    """Before anything of the file is looked at: so much time and memory, no files to write, no processes to start."""
    limits = {
        resource.RLIMIT_CPU: CPU_SECONDS,
        resource.RLIMIT_AS: MEMORY_BYTES,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_NPROC: 0,
    }
    for what, most in limits.items():
        resource.setrlimit(what, (most, most))


def read() -> dict[str, object]:
    """What is in the file, or `refused` with its code."""
    from .archive import Unreadable
    from .workbook import open_workbook

    try:
        sheets = open_workbook(sys.stdin.buffer.read())
    except Unreadable as error:
        return {"refused": error.code, "params": error.params}
    except MemoryError:
        return {"refused": "file-inflates", "params": {}}
    return {
        "sheets": [
            {
                "name": sheet.name,
                "hidden": sheet.hidden,
                "rows": [[number, list(cells.items())] for number, cells in sheet.rows.items()],
                "hidden_rows": sorted(sheet.hidden_rows),
                "merges": sheet.merges,
            }
            for sheet in sheets
        ]
    }


if __name__ == "__main__":
    bound()
    found = read()
    sys.stdout.buffer.write(json.dumps(found, ensure_ascii=False).encode(errors=SURROGATES))
