"""The meeting of October 2026: what School (tests.meetings.consolidations.walking) reported is heard.

B signed 3 = 2 + 1 for A's plan, C signed 2 = 1 + 1 for D's, and does not believe D that "Chấm thi" is done.
"""

from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from tests.api import Api
from tests.meetings.consolidations.october_school import School

HELD_AT = "2026-10-30T08:00:00+07:00"
DUE = "15/11/2026"


@dataclass
class Hearing:
    """A meeting that hears one consolidation of the month."""

    month: School
    consolidation: str
    id: str

    def api(self, short: str, role: str) -> Api:
        """A person's client; the leadership is ("", "leader")."""
        return Api(self.month.world.person(short, role))

    @property
    def leader(self) -> Api:
        """The leadership."""
        return self.api("", "leader")

    def agenda(self, api: Api | None = None) -> dict[str, Any]:
        """The agenda as that person gets it; the leadership's unless told otherwise."""
        answer = (api or self.leader).get(f"meetings/{self.id}/agenda")
        assert answer.status_code == 200, answer.json()
        return dict(answer.json())

    def slips(self, api: Api | None = None, **asked: str) -> list[dict[str, Any]]:
        """The slips as that person gets them."""
        answer = (api or self.leader).get(f"meetings/{self.id}/slips", **asked)
        assert answer.status_code == 200, answer.json()
        return list(answer.json()["results"])

    def put(self, what: str, rows: list[dict[str, Any]], api: Api | None = None) -> Any:
        """Answers or consequences."""
        return (api or self.leader).send("put", f"meetings/{self.id}/{what}", {what: rows})

    def conclude(self, *rows: dict[str, Any], status: int = 200) -> UUID:
        """The clerk begins the conclusions and writes these rows."""
        clerk = self.api("VP", "clerk")
        made = clerk.post(f"meetings/{self.id}/conclusions")
        assert made.status_code == 201, made.json()
        case_id = UUID(made.json()["id"])
        answer = clerk.send(
            "put", f"plans/{case_id}/rows", {"rows": list(rows)}, digest=made.json()["digest"]
        )
        assert answer.status_code == status, answer.json()
        return case_id

    def close(self, api: Api | None = None, *, digest: str = "", key: str = "") -> Any:
        """The close, by the leadership after it has looked at the agenda."""
        who = api or self.leader
        seen = digest or self.agenda()["digest"]
        return who.post(f"meetings/{self.id}/close", digest=seen, key=key or str(uuid4()))


def conclusion(text: str, *leads: str, due: str = DUE, coordinating: tuple[str, ...] = ()) -> dict[str, Any]:
    """One conclusion as the clerk writes it."""
    return {
        "kind": "task", "text": text, "leads": [f"W-{lead}" for lead in leads], "due_text": due,
        "coordinating": [f"W-{unit}" for unit in coordinating],
    }  # fmt: skip


def hear(month: School, **wording: Any) -> Hearing:
    """The clerk consolidates what was checked, the head signs, the clerk plans the meeting."""
    whole = month.sign(month.post(**wording)["id"])
    body = {"consolidations": [whole["id"]], "held_at": HELD_AT, "title": "Giao ban tháng 10"}
    made = month.clerk.post("meetings", body)
    assert made.status_code == 201, made.json()
    return Hearing(month, whole["id"], made.json()["id"])


def codes(answer: Any) -> tuple[int, list[str]]:
    """Status and codes of a refusal."""
    return answer.status_code, [reason["code"] for reason in answer.json()["reasons"]]
