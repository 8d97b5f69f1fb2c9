"""`python -m tests.faults.building`: a small school on the DATABASE_URL given; prints its cases as JSON. Of `look`: what became of
it, signatures by key and what the ledger's verification finds. Of `sweep`: nothing, uploads are swept."""

import json
import sys
from typing import Any

import django

CASES = 8


def build() -> dict[str, Any]:
    """Complete drafts of A, each of which its officer submits and takes back again and again."""
    from tests.factories import DRAFT, small_world

    world = small_world("W")
    return {"cases": [str(world.plan_at(DRAFT)) for _case in range(CASES)]}


def look() -> dict[str, Any]:
    """(key, case) of every signature, and the faults of the ledger."""
    from approvals.ledger.verify import faults
    from approvals.models import Signature

    keys = Signature.objects.order_by("id").values_list("idempotency_key", "case")
    return {"keys": [[key, str(case)] for key, case in keys], "faults": [str(fault) for fault in faults()]}


def sweep() -> dict[str, Any]:
    """The job of that name, once."""
    from approvals.jobs import sweep_uploads

    sweep_uploads()
    return {}


if __name__ == "__main__":
    django.setup()
    asked = {"look": look, "sweep": sweep}
    sys.stdout.write(json.dumps((asked[sys.argv[1]] if sys.argv[1:] else build)()))
