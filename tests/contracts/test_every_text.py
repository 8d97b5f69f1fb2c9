"""Every text that any address takes: as long as the list of limits says it is kept, one letter longer it is refused."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any, NamedTuple
from uuid import uuid4

import pytest
from django.db import transaction
from drf_spectacular.generators import SchemaGenerator

from tests.contracts.test_description import operation_of
from tests.contracts.test_every_url import IDENTITIES, client_of, rows
from tests.contracts.url_world import body_of, digest_for

Body = dict[str, Any]
#: What names something there is, and cannot be any text: who, what, where from.
NAMES = {"username", "password", "digest", "unit", "monitor", "units", "leads", "coordinating", "left", "label", "year",
         "period", "item", "evidence", "parent", "successor", "office", "fields_in_charge", "telephone", "old", "new", "month", "years",
         "was"}  # fmt: skip
#: What stands beside the text where the table's sample has no such thing: name of the list or part -> the rest of it.
BESIDE: Mapping[str, Body] = {
    "rows": {"kind": "task"},
    "groups": {"section": "Hội nghị"},
    "evidence": {"kind": "document", "value": "12/BC"},
    "remarks": {"text": "Ghi rõ"},
    "progress": {"on": "2026-10-08"},
}
#: Where it is read afterwards when neither the answer nor the address itself shows it.
READ: Mapping[str, str] = {
    "answers": "meetings/{meeting}/agenda",
    "consequences": "consequences?year=2026-2027",
    "inaccurate": "meetings/{meeting}/agenda",
    "remarks": "cases/{submitted}/remarks",
    "comment": "cases/{submitted}/signatures",
}
#: Taken elsewhere: what is registered below; what is decided of rows in force (tests/plans/test_terms.py); nothing is earlier in this world, and its words are those of findings; what is
#: looked at and its weekly entries by plans of the unit's own; lines of people are cells, each told where it is too long for its field
#: (tests/administration/test_typed_people.py).
ELSEWHERE = {"issued", "earlier", "monitored", "progress", "terms", "lines"}
#: Only a supplement gives the reason of a row (tests/plans/test_revisions.py).
OF_SUPPLEMENTS = {("rows", 0, "reason"), ("rows", 0, "is", "reason")}
#: A remark of a return is on a row and a field that there are, and proposes something for them (tests/approvals/test_scope.py).
OF_MARKS = {("remarks", 0, name) for name in ("row", "field", "proposed")}


class Text(NamedTuple):
    """A text of a body: where it stands (0: the first of a list), and how long it may be."""

    place: tuple[str | int, ...]
    limit: int

    def put(self, body: Body, text: str) -> Body:
        """The body with this text there; what is missing on the way is made."""
        body = deepcopy(body)
        inside: Any = body
        for step, after in zip(self.place, self.place[1:], strict=False):
            empty: Any = [] if isinstance(after, int) else {}
            if isinstance(step, int):
                inside.extend([] if inside else [empty])
                inside = inside[0]
            else:
                inside = inside.setdefault(step, empty)
            if inside == {}:
                beside = BESIDE.get(str(self.place[self.place.index(step) - 1]), {})
                inside.update(beside)
        if isinstance(self.place[-1], int):
            inside[:1] = [text]
        else:
            inside[self.place[-1]] = text
        return body


@pytest.fixture(scope="module")
def described() -> Body:
    schema: Body = SchemaGenerator().get_schema(request=None, public=True)
    return schema


def texts(schema: Body, components: Body, place: tuple[str | int, ...] = ()) -> Iterator[Text]:
    """Every text without a list of choices, however deep."""
    schema = components[schema["$ref"].rsplit("/", 1)[1]] if "$ref" in schema else schema
    for part in schema.get("allOf", []):
        yield from texts(part, components, place)
    for name, field in schema.get("properties", {}).items():
        yield from texts(field, components, (*place, name))
    if schema.get("type") == "array":
        yield from texts(schema["items"], components, (*place, 0))
    if schema.get("type") == "string" and not {"format", "enum"} & schema.keys():
        yield Text(place, schema.get("maxLength", 0))


def told(row: str, text: Text, things: Body) -> tuple[str, Body] | None:
    """Who says it and what else he says, where it is not the first who may and the table's sample."""
    leader = str(things["world"].people["w.leader"].id)
    said: dict[tuple[str, str | int], tuple[str, Body]] = {
        ("POST cases/{submitted}/acts", "remarks"): ("head", {"act": "return", "comment": "Sửa"}),
        ("POST plans", "exemption"): ("officer", {"of_institution": True}),
        ("PATCH plans/{returned}", "exemption"): ("officer", {"of_institution": True}),
        ("POST instructions", "occasion"): ("clerk", {"leader": leader, "said_on": "2026-11-02"}),
    }
    return said.get((row, text.place[0]))


def asked(described: Body, things: Body) -> Iterator[tuple[str, str, int, str, Body, Text]]:
    """(method, path, status, identity, body, text) of everything that is written in JSON."""
    paths, components = described["paths"], described["components"]["schemas"]
    for method, path, statuses in rows():
        allowed = [(of, status) for of, status in zip(IDENTITIES, statuses, strict=True) if status < 300]
        if method not in {"POST", "PUT", "PATCH"} or not allowed:
            continue
        content = operation_of(method, path, paths).get("requestBody", {}).get("content", {})
        row = f"{method} {path.removeprefix('/api/v1/')}"
        for text in texts(content.get("application/json", {}).get("schema", {}), components):
            identity, more = told(row, text, things) or (allowed[0][0], {})
            yield method, path, allowed[0][1], identity, body_of(method, row.split()[1], things) | more, text


def send(things: Body, method: str, path: str, identity: str, body: Body, read: str = "") -> tuple[Any, Any]:
    """The answer, and what the address (or another one) says afterwards; undone."""
    api, filled = client_of(identity, things), path.format(**things)
    undo = transaction.savepoint()
    try:
        headers = {"HTTP_IF_MATCH": f'"{digest_for(path, things)}"', "HTTP_IDEMPOTENCY_KEY": str(uuid4())}
        answer = getattr(api.client, method.lower())(filled, body, format="json", **headers)
        return answer, api.client.get(f"/api/v1/{read.format(**things)}" if read else filled)
    finally:
        transaction.savepoint_rollback(undo)


def test_every_text_that_is_taken_has_a_limit(described, things):
    endless = {
        (method, path, text.place) for method, path, *_, text in asked(described, things) if not text.limit
    }
    assert endless == set()


def test_the_longest_text_is_kept_everywhere(described, things):
    lost, kept = {}, 0
    for method, path, status, identity, body, text in asked(described, things):
        if (
            NAMES.isdisjoint(text.place)
            and text.place[0] not in ELSEWHERE
            and text.place not in OF_SUPPLEMENTS | OF_MARKS
        ):
            said = ("Ế" + "đ" * text.limit)[: text.limit]
            read = READ.get(str(text.place[0]), "")
            answer, after = send(things, method, path, identity, text.put(body, said), read)
            shown = answer.content.decode() + after.content.decode()
            kept += 1
            if answer.status_code != status or said not in shown:
                lost[method, path, text.place] = answer.status_code, answer.content.decode()[:300]
    assert lost == {}
    assert kept > 40


def test_one_letter_more_is_refused_by_the_name_of_its_field(described, things):
    taken = {}
    for method, path, _status, identity, body, text in asked(described, things):
        said = "Ế" + "đ" * text.limit
        answer, _after = send(things, method, path, identity, text.put(body, said))
        reasons = answer.json().get("reasons", []) if answer.status_code == 400 else []
        field = next(step for step in reversed(text.place) if isinstance(step, str))
        if not any(reason.get("field", "").endswith(field) for reason in reasons):
            taken[method, path, text.place] = answer.status_code, answer.content.decode()[:300]
    assert taken == {}
