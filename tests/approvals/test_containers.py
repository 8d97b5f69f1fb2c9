"""What a container carries: only with it, only once, each by the digest it was taken in with."""

from typing import Any
from uuid import UUID, uuid4

import pytest

from meetings.actions import close_meeting, create_consolidation, create_meeting, meeting_digest
from tests.api import Api
from tests.factories import CONSOLIDATED, PRESENTED, REVIEWED, World


def bulk(world: World, who: tuple[str, str], act: str, case_ids: list[UUID]) -> list[dict[str, Any]]:
    """A bulk act with the digests as they are; the results."""
    api = Api(world.person(*who))
    cases = [{"id": str(case_id), "digest": api.digest(case_id)} for case_id in case_ids]
    results: list[dict[str, Any]] = api.post("acts", {"act": act, "cases": cases}, key=str(uuid4())).json()[
        "results"
    ]
    return results


def test_a_case_is_not_carried_by_a_container_that_is_refused(one: World) -> None:
    inside = one.plan_for_meeting(REVIEWED)
    made = create_consolidation(
        period=one.period, case_ids=[inside], title="T", by=one.person("VP", "clerk"), now=one.now()
    )
    results = bulk(one, ("VP", "clerk"), "consolidate", [made.case_id, inside])
    assert [row["status"] for row in results] == [403, 403]
    assert one.case(inside).state == REVIEWED


def test_a_container_and_what_it_contains_named_together_move_once(one: World) -> None:
    inside = one.plan_for_meeting(REVIEWED)
    whole = one.consolidate([inside], sign=False)
    results = bulk(one, ("VP", "head"), "consolidate", [whole, inside])
    assert [row["status"] for row in results] == [201, 201]
    assert one.case(inside).state == one.case(whole).state == CONSOLIDATED


def test_two_containers_of_one_case_are_not_both_signed(one: World) -> None:
    inside = one.plan_for_meeting(REVIEWED)
    first, second = one.consolidate([inside], sign=False), one.consolidate([inside], sign=False)
    results = bulk(one, ("VP", "head"), "consolidate", [first, second])
    assert [row["status"] for row in results] == [201, 409]
    assert results[1]["reasons"][0]["row"] == str(inside)


def test_a_meeting_hears_the_first_consolidation_and_the_one_after_a_reopening(one: World) -> None:
    case_id = one.plan_for_meeting(CONSOLIDATED)
    [first] = [item.consolidation_id for item in one.case(case_id).inside.all()]
    one.stage.sign(case_id, "reopen", one.person("VP", "head"), comment="Sai số liệu")
    one.walk(case_id, REVIEWED)
    second = one.consolidate([case_id])
    clerk, now = one.person("VP", "clerk"), one.now()
    meeting = create_meeting(consolidation_ids=[first, second], held_at=now, title="G", by=clerk, now=now)
    close_meeting(
        meeting.id,
        seen=meeting_digest(meeting),
        by=one.person("", "leader"),
        now=one.now(),
        key="k" * 8,
        session="",
    )
    assert {one.case(row).state for row in (first, second, case_id)} == {PRESENTED}
    last = one.case(case_id).signatures.latest("sequence")
    assert (last.act, last.within) == ("present", meeting.id)


def test_a_submitted_consolidation_waits_in_the_inbox_of_the_offices_head(one: World) -> None:
    whole = one.consolidate([one.plan_for_meeting(REVIEWED)], sign=False)
    for role in ("head", "deputy"):
        assert str(whole) in {
            row["case"] for row in Api(one.person("VP", role)).get("inbox").json()["results"]
        }


def test_a_monitor_alone_gets_back_what_it_is_asked_to_check_again(one: World) -> None:
    case_id = one.plan_for_meeting(REVIEWED)
    deputy = one.person("B", "deputy")
    deputy.is_active = False
    deputy.save()
    one.stage.sign(case_id, "send-back", one.person("VP", "head"), comment="Kiểm tra lại")
    assert one.case(case_id).waits_unit == one.unit("B")
    one.stage.review(case_id, "W-A", "W-B")


@pytest.mark.parametrize("tag", ['""', 'W/""', "*"])
def test_an_if_match_without_a_digest_is_malformed(one: World, tag: str) -> None:
    case_id = one.plan_at()
    client = Api(one.person("A", "officer")).client
    answer = client.put(f"/api/v1/plans/{case_id}/rows", {"rows": []}, format="json", HTTP_IF_MATCH=tag)
    assert answer.status_code == 400


def test_the_data_of_an_issued_document_belong_to_register_only(one: World) -> None:
    case_id = one.plan_at()
    answer = Api(one.person("A", "officer")).act(case_id, "submit", issued={"number": "99/QĐ"})
    assert answer.status_code == 400


def test_the_office_drafts_for_another_unit_what_it_will_register(one: World) -> None:
    body = {"unit": "W-A", "kind": "plan", "title": "Kế hoạch trên giấy", "period": "2026-2027"}
    answer = Api(one.person("VP", "clerk")).post("plans", body)
    assert (answer.status_code, answer.json()["drafted_by_office"]) == (201, True)
