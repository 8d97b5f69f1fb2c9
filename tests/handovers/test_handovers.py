"""What a person followed, had and owed goes to another in one signed act (issue F, point 8; docs/adr/0042)."""

from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError, connection, transaction

from approvals import triggers
from approvals.models import EvidenceUpload
from handovers.models import Handover, HandoverItem
from organization.models import Appointment
from plans.models import PlanOfficer, RowPerson, RowTaken
from tests.api import Api
from tests.clock import moment
from tests.handovers.handing import NAME, begin, follow, kinds, person, second
from tests.journeys.answers import differences, inbox, refused, stands, texts, verified
from tests.journeys.answers import done as ok


def left(month) -> None:
    """A's officer has left the unit."""
    Appointment.objects.filter(user=month.world.person("A", "officer")).update(
        valid_to=moment("2026-10-21 12:00")
    )


def signed(month, shown) -> str:
    """The handover, submitted by the giver and signed by the head."""
    ok(person(month, "A", "officer").act(shown["id"], "submit"))
    ok(person(month, "A", "head").act(shown["id"], "approve"))
    return str(shown["id"])


def test_all_that_the_person_has_goes_to_the_other_with_the_heads_signature(month):
    officer, taker = month.world.person("A", "officer"), second(month)
    shown = ok(begin(month, note="Nghỉ thai sản"))
    assert kinds(shown) == ["plan", "plan", "row", "remark", "promise", "file"]
    assert [item["text"] for item in shown["items"]][2:] == [
        "Tuyển sinh", "Ghi rõ số lượng.", "Tuyển sinh", "minh-chung.pdf",
    ]  # fmt: skip
    assert shown["items"][4]["day"] == "2026-10-30"
    assert not PlanOfficer.objects.filter(user=taker).exists(), "a draft moves nothing"
    case_id = signed(month, shown)
    assert stands(person(month, "A", "head"), case_id) == ("unit-approved", "nobody")
    now = PlanOfficer.objects.filter(until=None)
    assert {(str(one.plan_id), one.user_id, str(one.case_id)) for one in now} == {
        (str(plan), taker.id, case_id) for plan in month.plans.values()
    }
    assert PlanOfficer.objects.filter(user=officer, until__isnull=False).count() == 2
    [taken] = RowTaken.objects.all()
    assert (taken.was_id, taken.user_id, str(taken.case_id)) == (officer.id, taker.id, case_id)
    assert EvidenceUpload.objects.filter(by=taker).count() == 1
    assert "approved" in texts(Api(taker))[0]
    assert verified().endswith(" 0 bad chains\n")


def test_the_text_of_a_row_stays_and_says_who_has_it_now(month):
    signed(month, ok(begin(month)))
    rows = ok(person(month, "A", "head").get(f"plans/{month.plans['Kế hoạch']}"), 200)["rows"]
    named = next(row for row in rows if row["text"] == "Tuyển sinh")
    assert named["person"] == f"ThS. {NAME}"
    assert [(one["name"], one["handed_to"]) for one in named["people"]] == [(NAME, second(month).full_name)]
    assert RowPerson.objects.get().user_id == month.world.person("A", "officer").id


def test_only_the_plans_that_are_chosen_go_along(month):
    chosen = str(month.plans["Kế hoạch khác"])
    shown = ok(begin(month, plans=[chosen]))
    assert [item["target"] for item in shown["items"] if item["kind"] == "plan"] == [chosen]
    signed(month, shown)
    assert PlanOfficer.objects.get(until=None, user=second(month)).plan_id == month.plans["Kế hoạch khác"]
    assert refused(begin(month, plans=[chosen])) == (422, ["not-followed"])


def test_who_took_it_over_hands_it_on(month):
    signed(month, ok(begin(month)))
    back = ok(begin(month, giver=str(second(month).id), taker=str(month.world.person("A", "officer").id)))
    assert kinds(back) == ["plan", "plan", "row", "remark", "promise", "file"]
    ok(Api(second(month)).act(back["id"], "submit"))
    ok(person(month, "A", "head").act(back["id"], "approve"))
    rows = ok(person(month, "A", "head").get(f"plans/{month.plans['Kế hoạch']}"), 200)["rows"]
    assert [one["handed_to"] for row in rows for one in row["people"]] == [""]
    assert verified().endswith(" 0 bad chains\n")


def test_the_head_alone_submits_and_signs_where_the_giver_has_left(month):
    shown, head = ok(begin(month)), person(month, "A", "head")
    ok(head.act(shown["id"], "submit"))
    assert refused(head.act(shown["id"], "approve")) == (403, ["separation-of-duties"])
    left(month)
    ok(head.act(shown["id"], "approve"))
    assert PlanOfficer.objects.filter(user=second(month), until=None).count() == 2
    assert verified().endswith(" 0 bad chains\n")


def test_the_office_begins_it_where_the_giver_has_left(month):
    assert refused(begin(month, ("VP", "clerk"))) == (403, ["not-permitted"])
    assert refused(begin(month, ("A", "officer"))) == (403, ["not-permitted"])
    left(month)
    shown, head = ok(begin(month, ("VP", "clerk"))), person(month, "A", "head")
    ok(head.act(shown["id"], "submit"))
    ok(head.act(shown["id"], "approve"))
    assert refused(begin(month, ("B", "head"))) == (403, ["not-permitted"])


def test_what_cannot_be_handed_over_is_told_by_name(month):
    officer, taker = month.world.person("A", "officer"), second(month)
    assert refused(begin(month, taker=str(officer.id))) == (422, ["to-oneself"])
    outside = begin(month, taker=str(month.world.person("B", "officer").id))
    assert refused(outside) == (422, ["person-elsewhere"])
    assert month.world.person("B", "officer").full_name in outside.json()["reasons"][0]["text"]
    stranger = begin(month, giver=str(month.world.person("C", "officer").id))
    assert refused(stranger) == (422, ["person-elsewhere"])
    assert refused(begin(month, giver=str(taker.id), taker=str(officer.id))) == (
        422,
        ["nothing-to-hand-over"],
    )
    assert begin(month, taker=str(uuid4())).status_code == 400
    assert not Handover.objects.exists()


def test_one_handover_of_a_person_at_a_time(month):
    shown, head = ok(begin(month)), person(month, "A", "head")
    assert refused(begin(month)) == (409, ["handover-open"])
    ok(head.act(shown["id"], "discard", comment="Nhầm người"))
    ok(begin(month))


def test_what_changed_since_it_was_written_is_refused_and_written_anew(month):
    shown, head = ok(begin(month)), person(month, "A", "head")
    follow(month, "Kế hoạch khác", month.world.person("A", "deputy"))
    assert refused(person(month, "A", "officer").act(shown["id"], "submit")) == (409, ["officer-changed"])
    again = {"taker": str(second(month).id)}
    anew = ok(head.send("put", f"handovers/{shown['id']}", again, digest=head.digest(shown["id"])), 200)
    assert kinds(anew) == ["plan", "row", "remark", "promise", "file"]
    second(month).appointments.update(valid_to=moment("2026-10-21 12:00"))
    assert refused(person(month, "A", "officer").act(shown["id"], "submit")) == (422, ["person-elsewhere"])


def test_its_unit_sees_it_and_once_it_was_submitted_the_office(month):
    shown = ok(begin(month))
    path = f"handovers/{shown['id']}"
    assert [
        person(month, *who).get(path).status_code
        for who in (("A", "officer"), ("VP", "clerk"), ("B", "head"))
    ] == [200, 404, 404]
    ok(person(month, "A", "officer").act(shown["id"], "submit"))
    assert [person(month, *who).get(path).status_code for who in (("VP", "clerk"), ("B", "head"))] == [
        200,
        404,
    ]
    assert shown["id"] in inbox(person(month, "A", "head"))
    listed = ok(person(month, "A", "officer").get("handovers"), 200)["results"]
    assert [(row["giver"], row["signed"]) for row in listed] == [(NAME, False)]
    assert ok(person(month, "B", "head").get("handovers"), 200)["results"] == []


def test_what_was_submitted_is_not_edited_and_a_forged_one_is_named(month):
    case_id = signed(month, ok(begin(month)))
    for table, change in (
        (Handover, {"taker": month.world.person("A", "head")}), (HandoverItem, {"text": "Việc khác"}),
        (RowTaken, {"user": month.world.person("A", "head")}),
    ):  # fmt: skip
        with pytest.raises(IntegrityError, match=r"not edited|never changes"), transaction.atomic():
            table._default_manager.update(**change)
    triggers.lift(connection)
    PlanOfficer.objects.filter(case=UUID(case_id)).update(user=month.world.person("A", "head"))
    assert differences()[case_id].startswith("derived officers: computed ")
    PlanOfficer.objects.filter(case=UUID(case_id)).update(user=second(month))
    RowTaken.objects.update(user=month.world.person("A", "head"))
    assert differences()[case_id].startswith("derived rows: computed ")


def test_who_takes_over_cites_the_files(month):
    signed(month, ok(begin(month)))
    sha256 = EvidenceUpload.objects.select_related("evidence").filter(by=second(month))[0].evidence.sha256
    assert Api(second(month)).download(f"evidence/{sha256}")[0].status_code == 200
    assert person(month, "A", "deputy").download(f"evidence/{sha256}")[0].status_code == 404
