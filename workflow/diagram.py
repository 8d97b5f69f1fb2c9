"""The state diagram and what screens need to draw acts, from the machine."""

from .machine import ACTS, DECLARED, EDGES
from .models import State


def named(state: State) -> str:
    """An identifier that Mermaid accepts: it allows no hyphen."""
    return state.value.replace("-", "_")


def mermaid() -> str:
    """A Mermaid state diagram of every edge, as Markdown; docs/workflow.md is exactly this text."""
    lines = [f'    state "{state.value}" as {named(state)}' for state in State]
    lines.append("    [*] --> draft")
    for act in ACTS:
        for edge in EDGES[act]:
            label = f"{act} ({' or '.join(f'{right} on {place}' for right, place in edge.rights)})"
            lines.append(f"    {named(edge.source)} --> {named(edge.target)}: {label}")
    lines.append("    presented --> [*]")
    body = "\n".join(lines)
    head = "# The workflow\n\nDrawn by `manage.py draw_workflow` from the machine on `workflow.models.Case`; do not edit."
    return f"{head}\n\n```mermaid\nstateDiagram-v2\n{body}\n```\n\n{table()}"


def table() -> str:
    """The same edges as a Markdown table, with what each needs."""
    rows = ["| act | from | to | permission, held on | needs | then waits for |", "|---|---|---|---|---|---|"]
    for act in ACTS:
        for edge in EDGES[act]:
            submitted = {True: ["submitted"], False: ["not submitted"], None: []}[edge.submitted]
            demands = [
                *submitted,
                *edge.checks,
                *(["reason"] if edge.reason else []),
                *([f"within a {edge.within}"] if edge.within else []),
                *([f"also {edge.also}"] if edge.also else []),
                *(["or TL. by a recorded rule"] if edge.by_order else []),
            ]
            rows.append(
                f"| {act} | {edge.source.value} | {edge.target.value} "
                f"| {' or '.join(', '.join(right) for right in edge.rights)} "
                f"| {', '.join(demands) or '–'} | {edge.then.value} |"
            )
    return "\n".join(rows) + "\n"


def typescript() -> str:
    """How each act is drawn, for the frontend; frontend/src/api/acts.ts is exactly this text."""
    rows = [
        f"  {quoted(act.code)}: {{ look: '{act.look}', backward: {str(act.backward).lower()} }},\n"
        for act in DECLARED.values()
    ]
    head = "// Written by make generate from the machine on workflow.models.Case; do not edit.\n"
    return f"{head}export const ACTS = {{\n{''.join(rows)}}} as const;\n"


def quoted(code: str) -> str:
    """A key of an object: in quotes only where it must be."""
    return f"'{code}'" if "-" in code else code
