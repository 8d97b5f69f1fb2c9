"""A plan's way by several people over HTTP: through all five states, and the side roads."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.api import Api
from tests.factories import DRAFT, World
from tests.journeys.answers import done, inbox, refused, stands, texts, verified
from tests.plans.changing_plans import WRITTEN
from workflow.models import Case

SIGNED_FILE = b"%PDF-1.7 signed and stamped"


def draft_of_the_demo() -> Case:
    """A draft of Cao đẳng Sơn La that nobody has submitted yet."""
    return Case.objects.select_related("unit", "monitoring_unit").get(
        institution__code="CDSL", kind="plan", state=DRAFT, sequence=0
    )


def write_returned_and_approve(case: Case, officer: Api, head: Api) -> None:
    """Submitted, returned on a row, answered, rewritten, submitted again, approved."""
    row = officer.get(f"plans/{case.id}").json()["rows"][-1]
    done(officer.act(case.id, "submit"))
    remark = {"row": row["id"], "field": "product", "text": "Ghi rõ số lượng sản phẩm."}
    done(head.act(case.id, "return", comment="Chưa rõ sản phẩm", remarks=[remark]))
    assert stands(officer, case.id) == ("draft", "unit")
    assert refused(officer.act(case.id, "submit")) == (422, ["unanswered"])
    [told] = officer.get(f"cases/{case.id}/remarks").json()["results"]
    assert (told["row"], told["blocking"], told["answer"]) == (row["id"], True, None)
    done(officer.post(f"remarks/{told['id']}/answer", {"answer": "fixed"}), 200)
    rows = officer.get(f"plans/{case.id}").json()["rows"]
    written = [{name: old[name] for name in WRITTEN} for old in rows]
    written[-1]["product"] = "03 báo cáo"
    done(officer.send("put", f"plans/{case.id}/rows", {"rows": written}, digest=officer.digest(case.id)), 200)
    assert done(officer.act(case.id, "submit"))["submission"] == 2
    done(head.act(case.id, "approve"))


def test_five_people_take_a_plan_of_the_demo_through_all_five_states(login):
    case = draft_of_the_demo()
    officer, head = login(f"{case.unit.code.lower()}.officer"), login(f"{case.unit.code.lower()}.head")
    monitor, clerk = login(f"{case.monitoring_unit.code.lower()}.head"), login("hcqt.clerk")
    rector = login("rector")
    write_returned_and_approve(case, officer, head)
    assert stands(officer, case.id) == ("unit-approved", "monitor")
    assert str(case.id) in inbox(monitor)
    done(monitor.act(case.id, "review"))
    assert stands(officer, case.id) == ("monitor-reviewed", "office")
    done(clerk.act(case.id, "consolidate"))
    assert stands(officer, case.id) == ("consolidated", "leadership")
    assert str(case.id) in inbox(rector)
    done(rector.act(case.id, "present"))
    assert stands(officer, case.id) == ("presented", "nobody")
    chain = officer.get(f"cases/{case.id}/signatures").json()["results"]
    assert [link["act"] for link in chain] == [
        "submit", "return", "submit", "approve", "review", "consolidate", "present",
    ]  # fmt: skip
    assert [link["previous"] for link in chain[1:]] == [link["hash"] for link in chain[:-1]]
    assert verified().endswith(" 0 bad chains\n")
    assert any("adopted “" in text for text in texts(officer))


def test_each_step_tells_whose_move_it_is_and_never_the_actor(one):
    case_id = one.plan_at(DRAFT)
    officer, head, deputy = (Api(one.person("A", role)) for role in ("officer", "head", "deputy"))
    monitor = Api(one.person("B", "head"))
    done(officer.act(case_id, "submit"))
    assert texts(officer) == []
    assert "It waits for you." in texts(head)[0]
    assert texts(deputy) == texts(head)
    assert texts(monitor) == []
    done(head.act(case_id, "approve"))
    assert len(texts(head)) == 1
    assert "approved" in texts(officer)[0]
    assert "It waits for you." not in texts(officer)[0]
    assert "It waits for you." in texts(monitor)[0]


def uploaded(api: Api) -> str:
    """SHA-256 of a signed file that the person uploaded."""
    return str(api.upload("evidence", SimpleUploadedFile("cv-12.pdf", SIGNED_FILE)).json()["sha256"])


def drafted_by_office(one: World, clerk: Api) -> str:
    """A plan of unit A that was issued on paper, typed in by the office's clerk."""
    body = {"unit": "W-A", "kind": "plan", "title": "Kế hoạch đã ban hành", "period": "2026-2027",
            "drafted_by_office": True}  # fmt: skip
    plan = done(clerk.post("plans", body))
    rows = [
        {"kind": "task", "text": "Làm", "leads": ["W-A"], "due_text": "Tháng 12/2026", "product": "Báo cáo"}
    ]
    done(clerk.send("put", f"plans/{plan['id']}/rows", {"rows": rows}, digest=plan["digest"]), 200)
    return str(plan["id"])


@pytest.mark.server
def test_a_plan_issued_on_paper_is_registered_by_another_hand_than_its_last_editor(one):
    clerk, head = Api(one.person("VP", "clerk")), Api(one.person("VP", "head"))
    plan_id, sha256 = drafted_by_office(one, clerk), uploaded(head)
    issued = {"number": "12/KH-W", "date": "2026-10-02", "signer": "Hiệu trưởng", "evidence": sha256}
    assert refused(clerk.act(plan_id, "register", issued=issued))[1][0] == "own-draft"
    assert refused(head.act(plan_id, "register")) == (
        422, ["issued-number-missing", "issued-date-missing", "issued-signer-missing", "issued-evidence-missing"],
    )  # fmt: skip
    signed = done(head.act(plan_id, "register", issued=issued))
    assert (signed["from"], signed["to"], signed["submission"]) == ("draft", "presented", 1)
    plan = Api(one.person("B", "officer")).get(f"plans/{plan_id}").json()
    assert (plan["issued"], plan["in_force"]) == (issued, True)
    answer, data = Api(one.person("B", "officer")).download(f"evidence/{sha256}")
    assert (answer.status_code, data) == (200, SIGNED_FILE)
    assert verified().endswith(" 0 bad chains\n")


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"date": "2099-01-01"}, "issued-date-future"),
        ({"evidence": "0" * 64}, "evidence-unknown"),
        ({"number": " "}, "issued-number-missing"),
    ],
)
def test_an_issued_plan_is_not_registered_with_wrong_data(one, wrong, code):
    clerk, head = Api(one.person("VP", "clerk")), Api(one.person("VP", "head"))
    issued = {"number": "12/KH-W", "date": "2026-10-02", "signer": "HT", "evidence": uploaded(head)} | wrong
    assert refused(head.act(drafted_by_office(one, clerk), "register", issued=issued)) == (422, [code])
