"""Instructions given over the API."""

from typing import Any
from uuid import uuid4

from tests.api import Api
from tests.factories import World
from tests.journeys.answers import done as ok

TEXT = "Rà soát hồ sơ mở ngành, báo cáo Hiệu trưởng"
DUE = "2026-11-16"


def give(
    world: World, who: tuple[str, str] = ("", "leader"), *, key: str | None = None, **fields: Any
) -> Any:
    """The answer to POST instructions: unless told otherwise the leader's own to unit A."""
    asked = {"unit": "W-A", "text": TEXT, "due_on": DUE} | fields
    return Api(world.person(*who)).post("instructions", asked, key=key or str(uuid4()))


def citing(world: World, **fields: Any) -> dict[str, Any]:
    """What the office says more: who said it, where, when."""
    cited = {
        "leader": str(world.person("", "leader").id),
        "occasion": "giao ban tháng 10",
        "said_on": "2026-10-28",
    }
    return cited | fields


def given(world: World, **fields: Any) -> str:
    """The id of a leader's own instruction."""
    return str(ok(give(world, **fields))["id"])


def passed_on(world: World, **fields: Any) -> str:
    """The id of an instruction that the office passes on."""
    return str(ok(give(world, ("VP", "clerk"), **citing(world, **fields)))["id"])


def write(world: World, case_id: str, text: str, evidence: Any = None) -> Any:
    """The answer to unit A's officer writing the unit's answer."""
    officer, said = Api(world.person("A", "officer")), {"answer": text}
    body = said if evidence is None else said | {"evidence": evidence}
    return officer.send("put", f"instructions/{case_id}", body, digest=officer.digest(case_id))


def answer(world: World, case_id: str, text: str = "Đã rà soát, còn 02 hồ sơ", evidence: Any = None) -> None:
    """Unit A writes its answer, submits it, and its head signs."""
    ok(write(world, case_id, text, evidence), 200)
    ok(Api(world.person("A", "officer")).act(case_id, "submit"))
    ok(Api(world.person("A", "head")).act(case_id, "approve"))
