"""Print frontend/src/api/fields.ts: which fields of a kind of case a remark can be on."""

import json

from django.core.management.base import BaseCommand

from approvals import kinds

HEAD = "// Written by make generate from Kind.fields; do not edit."


class Command(BaseCommand):
    help = "Print the fields that a remark can be on, by kind of case, as TypeScript."
    requires_system_checks = ()

    def handle(self, *args: object, **options: object) -> None:
        """One line for each kind that has such fields."""
        lines = []
        for code, kind in sorted(kinds.REGISTER.items()):
            if kind.fields:
                said = [f"    {quoted_value(name)}," for name in sorted(kind.fields)]
                lines += [f"  {quoted(code)}: [", *said, "  ],"]
        self.stdout.write("\n".join([HEAD, "export const MARKED = {", *lines, "} as const;", ""]), ending="")


def quoted(code: str) -> str:
    """A key, in quotes where it is no name."""
    return code if code.isidentifier() else quoted_value(code)


def quoted_value(text: str) -> str:
    """A text of TypeScript."""
    return json.dumps(text).replace('"', "'")
