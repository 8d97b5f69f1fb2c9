"""One world in which every URL of the API has something to name, and what a request to it carries."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from administration.actions.inspections import DecidedInspection, enter_inspection
from administration.actions.invitations import invite
from administration.actions.reorganizations import DecidedChange, enter_reorganization
from administration.actions.stand_ins import Given, enter_stand_in
from administration.models import Invitation
from approvals.models import Remark
from meetings.actions import create_meeting, meeting_digest
from organization import actions
from organization.actions import Clerk, edit_calendar
from organization.models import Appointment
from plans.actions import Row, create_item, keep_template, put_rows
from plans.models import Plan, PlanRow
from reports.actions.reports import change_report
from reports.actions.updates import add_update
from reports.models import OpeningRow, Proposal
from tests.api import Api
from tests.clock import Clock, moment
from tests.contracts.cases_in_states import (
    conclusions_at,
    extension_at,
    handover_at,
    instruction_at,
    opinion_at,
    row_of,
    sheet_at,
)
from tests.factories import APPROVED, DRAFT, PRESENTED, RETURNED, REVIEWED, SUBMITTED, World, small_world
from tests.papers.books import book_of
from tests.reported_month import Month, done, not_done

#: What a path can name by {…}; nothing of it exists where another id stands there.
NAMES = (
    "returned", "submitted", "marked", "open", "meeting", "remark", "import",
    "period", "year", "report", "inside", "monitoring", "checked", "row", "update", "item", "concluded", "signed", "instruction",
    "opinion", "template", "extension", "handover", "colleague", "post", "link", "absence", "sheet", "reorganization", "inspection",
)  # fmt: skip
#: Those of them that are cases whose digest goes along as If-Match.
CASES = (
    "returned",
    "submitted",
    "open",
    "report",
    "monitoring",
    "update",
    "signed",
    "instruction",
    "opinion",
    "extension",
    "handover",
    "sheet",
)
#: When it is asked: the month after the one that was heard.
DAY = moment("2026-11-03 09:00")
YEAR = {"period": "2026-2027"}
SETUP = {
    "secret": "x",
    "institution": {"code": "N", "name": "Trường N"},
    "administrator": {"full_name": "An", "username": "an", "password": "mot-mat-khau-dai"},
}
WEDNESDAYS = {
    "reading": "last-week", "hour": "17:00", "unit_days": 2, "leadership_days": 1, "meeting_days": 2,
    "meeting_hour": "08:00",
}  # fmt: skip


def things_to_name() -> dict[str, Any]:
    """What the paths and bodies name but for files, beside "world", "foreign" and the digests that were seen.

    Unit A wrote the plans, B follows them, D follows one of them and never reports on it.
    """
    with pytest.MonkeyPatch.context() as patched:
        Clock(patched, DAY)
        return built()


def built() -> dict[str, Any]:
    """The same, whatever the clock shows."""
    world, foreign = small_world("W"), small_world("F")
    for short in ("C", "D"):
        world.open_unit(short)
    bare = administered(world)
    month = Month(world)
    tasks = [("Tư vấn", "Tháng 10/2026"), ("Thông báo", "Tháng 10/2026"), ("Hồ sơ", "Tháng 11/2026")]
    month.plan("Tuyển sinh", [month.task(*task) for task in tasks])
    month.plan("Khảo thí", [month.task("Đề thi", "Tháng 10/2026")], monitor="D")
    found = plans_of(world) | october_of(month)
    found |= meetings_of(world, found.pop("october")) | november_of(month)
    leader = Api(world.person("", "leader"))
    digests = {name: leader.digest(found[name]) for name in CASES}
    return {**found, **bare, "world": world, "foreign": foreign, "month": month, "digests": digests}


def administered(world: World) -> dict[str, Any]:
    """A unit W-E in which nothing is open, and somebody of C who holds a post of C and was sent a link."""
    root: Any = world.institution.root
    actions.add_unit(institution=world.institution, code="W-E", name="Phòng E W", parent=root)
    colleague = world.person("C", "officer")
    [link] = invite([colleague], changed_by=Clerk(None, world.now()))
    Invitation.objects.update(until=None)  # whatever the clock shows
    post = Appointment.objects.get(user=colleague).id
    head, clerk = world.person("A", "head"), world.person("VP", "clerk")
    away = Given("absence", world.now().date(), date(2099, 12, 31), absent=head)
    absence = enter_stand_in(world.institution, away, by=clerk, changed_by=Clerk(clerk, world.now()))
    personnel = world.person("", "personnel")
    today = world.now().date()
    change = DecidedChange("merge", world.unit("D"), world.unit("C"), today, "45/QĐ", today)
    reorganization = enter_reorganization(
        world.institution, change, by=personnel, changed_by=Clerk(personnel, world.now())
    )
    decided = DecidedInspection(
        "Đoàn kiểm tra", "77/QĐ", today, today, today + timedelta(days=100), [world.period], [], [world.person("", "inspector")]
    )  # fmt: skip
    inspection = enter_inspection(
        world.institution, decided, by=personnel, changed_by=Clerk(personnel, world.now())
    )
    return {
        "inspection": inspection.id,
        "colleague": colleague.id, "post": post, "link": link.secret, "absence": absence.id,
        "reorganization": reorganization.id,
    }  # fmt: skip


def plans_of(world: World) -> dict[str, Any]:
    """Plans as they come, and a consolidation of the year that the office has begun."""
    office = world.person("VP", "head")
    item = create_item(
        world.period, title="Kế hoạch của các đơn vị", unit=world.unit("B"), cadence="monthly", minimum=None, source="",
        by=office, now=world.now(),
    )  # fmt: skip
    returned, officer = world.plan_at(DRAFT), world.person("A", "officer")
    put_rows(returned, [row_with_b(world)], seen=None, by=officer, now=world.now())
    world.walk(returned, SUBMITTED)
    remarks = [{"row": "", "field": "product", "text": "Ghi rõ số lượng."}]
    world.stage.sign(returned, "return", world.person("A", "head"), comment="Sửa lại", remarks=remarks)
    clerk, inside = Api(world.person("VP", "clerk")), world.plan_for_meeting(REVIEWED)
    return {
        "instruction": instruction_at(world, DRAFT), "opinion": opinion_at(world, DRAFT), "extension": extension_at(world, DRAFT), "handover": handover_at(world, SUBMITTED), "sheet": sheet_at(world, RETURNED), "due row": row_due(world), "item": item.id, "returned": returned, "submitted": world.plan_at(SUBMITTED), "reviewed": world.plan_for_meeting(REVIEWED),
        "open": clerk.post("consolidations", {"cases": [inside], **YEAR}).json()["id"],
        "remark": Remark.objects.get(case=returned).id,
        "marked": given_back(world),
        "template": keep_template(Plan.objects.get(case=returned), by=office, now=world.now()).id,
    }  # fmt: skip


def given_back(world: World) -> UUID:
    """A plan of A that its monitoring unit has returned for its second row."""
    case_id = world.plan_at(APPROVED)
    row = PlanRow.objects.filter(plan=case_id).order_by("-position")[0]
    remarks = [{"row": str(row.id), "field": "product", "text": "Ghi rõ số lượng."}]
    world.stage.sign(case_id, "return", world.person("B", "head"), comment="Sửa lại", remarks=remarks)
    return case_id


def row_due(world: World) -> UUID:
    """A row of a plan of A that is in force."""
    found: UUID = PlanRow.objects.filter(plan=world.plan_at(PRESENTED))[0].id
    return found


def row_with_b(world: World) -> Row:
    """A row of A in which B takes part, so that B can be asked for an opinion on it."""
    names: dict[str, Any] = {"leads": (f"{world.code}-A",), "coordinating": (f"{world.code}-B",)}
    return Row(kind="task", text="Nhiệm vụ", due_text="Tháng 12/2026", product="Báo cáo", **names)


def october_of(month: Month) -> dict[str, Any]:
    """A reports to B with a proposal, the office has checked and consolidated both reports; D is silent."""
    world = month.world
    month.until("2026-10-20 08:00")
    month.open()
    inside, checked, row = month.report(), month.monitoring(), row_of(world, "Tư vấn")
    other = row_of(world, "Thông báo")
    month.say(inside, [done(row), done(other)])
    change_report(
        inside, seen=None, by=world.person("A", "officer"), now=world.now(), changes={"proposals": ["Thêm máy chiếu"]}
    )  # fmt: skip
    month.sign_report(inside)
    month.agree_to_all()
    month.sign_report(checked, unit="B")
    month.check(inside, "B")
    month.check(checked, "VP")
    year, world.period = world.period, month.period
    october = world.consolidate([inside, checked])
    world.period = year
    update = add_update(
        PlanRow.objects.get(id=other),
        month.period,
        by=world.person("A", "officer"),
        now=world.now(),
        done=True,
    )
    return {
        "period": month.period.id, "year": year.id, "inside": inside, "checked": checked, "row": row, "october": october,
        "update": update.case_id,
    }  # fmt: skip


def meetings_of(world: World, october: UUID) -> dict[str, Any]:
    """A meeting that is over, with the conclusions that A has to follow, and one to come."""
    concluded, signed = (
        conclusions_at(world, PRESENTED),
        world.consolidate([world.plan_for_meeting(REVIEWED)]),
    )
    meeting = create_meeting(
        consolidation_ids=[signed, october], held_at=world.now(), title="Giao ban", by=world.person("VP", "clerk"),
        now=world.now(),
    )  # fmt: skip
    return {
        "concluded": concluded, "meeting": meeting.id, "meeting digest": meeting_digest(meeting),
        "signed": world.consolidate([world.plan_for_meeting(REVIEWED)]),
    }  # fmt: skip


def november_of(month: Month) -> dict[str, Any]:
    """The next month: A's report was returned once, B has not submitted its own."""
    world = month.world
    month.until("2026-11-02 08:00")
    month.open("2026-11")
    report = month.report(label="2026-11")
    month.say(report, [not_done(row_of(world, "Hồ sơ"), expected_on="2026-11-20")])
    world.walk(report, "returned")
    return {"report": report, "monitoring": month.monitoring(label="2026-11")}


def uploads_of(world: World) -> dict[str, Any]:
    """A file, an import to be confirmed, and a day that the calendar knows; files go with each test, so they are not kept."""
    officer = Api(world.person("A", "officer"))
    day = world.now().date().replace(month=12, day=30)
    edit_calendar(world.institution.id, day, working=False, name="Nghỉ", source="CV 1")
    return {
        "evidence": upload(officer, "evidence").json()["sha256"],
        "import": upload(officer, "imports", unit="W-A", period="2026-2027").json()["id"],
    }


def upload(api: Api, path: str, **fields: str) -> Any:
    """POST of a workbook with one task."""
    row = ["1", "Nhiệm vụ", "Phòng A W", "Tháng 12/2026", "Báo cáo"]
    return api.upload(path, SimpleUploadedFile("ke-hoach.xlsx", book_of([row])), **fields)


def row_asked(sheet: UUID) -> str:
    """A row that a sheet asks of."""
    return str(OpeningRow.objects.filter(sheet=sheet)[0].row_id)


def body_of(method: str, path: str, things: dict[str, Any]) -> dict[str, Any]:
    """What a request to this row of the table carries."""
    submitted, seen = things["submitted"], things["digests"]["submitted"]
    bodies: dict[str, dict[str, Any]] = {
        "PATCH imports/{import}/rows": {"rows": [{"id": str(uuid4()), "is": {"text": "Việc"}}]},
        "POST calendar": {"year": 2027},
        "PUT calendar/2026-12-31": {"working": True, "name": "Làm bù", "source": "CV 2"},
        "PUT inspections/{inspection}/plans": {"plans": []},
        "POST cases/{submitted}/handings": {
            "to": str(things["world"].person("A", "deputy").id),
            "reason": "Bận họp",
        },
        "POST cases/{marked}/opened-rows": {"row": None, "reason": "Sửa cả tên"},
        "POST inspections": {
            "name": "Đoàn",
            "number": "1/QĐ",
            "dated": "2026-11-02",
            "since": "2026-11-03",
            "until": "2026-11-13",
            "years": ["2026-2027"],
            "members": [str(things["colleague"])],
        },
        "POST reorganizations": {
            "kind": "merge",
            "unit": "W-A",
            "successor": "W-B",
            "on": "2026-12-01",
            "number": "45/QĐ",
            "dated": "2026-11-02",
        },
        "PUT reorganizations/{reorganization}/parts": {"parts": []},
        "POST reorganizations/{reorganization}/close": {"reason": "Chờ đề án"},
        "POST stand-ins": {
            "kind": "absence",
            "absent": str(things["world"].person("B", "head").id),
            "since": "2026-11-03",
            "until": "2099-12-31",
        },
        "PATCH institution": {"place": "Mộc Châu"},
        "POST units": {"code": "W-N", "name": "Phòng N"},
        "PATCH units/W-E": {"name": "Phòng Khác"},
        "POST units/W-E/end": {"on": "2026-12-31"},
        "POST people": {"full_name": "Lò Thị Mới"},
        "PATCH people/{colleague}": {"telephone": "0912 345 678"},
        "POST people/{colleague}/posts": {"unit": "W-A", "role": "officer", "title": "Viên chức"},
        "POST posts/{post}/end": {},
        "POST people/links": {"people": [str(things["colleague"])]},
        "POST invitations/{link}": {"password": "mot-mat-khau-dai"},
        "PUT password": {"old": "sau-ro-demo", "new": "mot-mat-khau-dai"},
        "POST setup": SETUP,
        "POST session": {"username": "w-a.officer", "password": "sau-ro-demo"},
        "POST notifications/read": {"up_to": 0},
        "POST cases/{submitted}/acts": {"act": "withdraw"},
        "POST cases/{returned}/remarks": {"text": "Đã xem"},
        "POST remarks/{remark}/answer": {"answer": "fixed"},
        "POST acts": {"act": "withdraw", "cases": [{"id": submitted, "digest": seen}]},
        "POST acts/preview": {"act": "withdraw", "cases": [{"id": submitted, "digest": seen}]},
        "POST plans": {"unit": "W-A", "kind": "plan", "title": "Kế hoạch mới", **YEAR},
        "POST plans/{returned}/renewal": {**YEAR},
        "POST templates": {"plan": things["reviewed"]},
        "PATCH plans/{returned}": {"title": "Tên khác"},
        "PUT plans/{returned}/rows": {"rows": []},
        "PATCH plans/{returned}/rows": {
            "rows": [{"id": str(uuid4()), "is": {"text": "Việc thêm"}}],
            "removed": [{"id": str(uuid4())}],
            "moved": [],
        },
        "PUT plans/{returned}/monitoring": {"unit": "W-B", "cadence": "monthly"},
        "PUT plans/{returned}/officer": {
            "unit": "W-A",
            "user": str(things["world"].person("A", "officer").id),
        },
        "POST sheets/2026-10/W-A": {"monitor": "W-B"},
        "POST instructions": {"unit": "W-A", "text": "Rà soát hồ sơ", "due_on": "2026-12-31"},
        "PUT instructions/{instruction}": {"answer": "Đã rà soát"},
        "POST extensions": {"row": things["due row"], "on": "2027-03-31", "cause": "Chờ kinh phí"},
        "PATCH extensions/{extension}": {"cause": "Chờ quyết định"},
        "POST plans/{returned}/opinions": {"due_on": "2026-12-31"},
        "PUT opinions/{opinion}": {"agrees": True},
        "POST handovers": {"unit": "W-A", **handing_over(things["world"])},
        "PUT handovers/{handover}": {"taker": str(things["world"].person("A", "deputy").id)},
        "POST items": {"title": "Kế hoạch của các khoa", "unit": "W-B", "cadence": "monthly", **YEAR},
        "POST items/many": {
            "titles": ["Kế hoạch 1", "Kế hoạch 2"],
            "unit": "W-B",
            "cadence": "monthly",
            **YEAR,
        },
        "PUT items/{item}/monitoring": {"unit": "W-D", "cadence": "monthly"},
        "POST consolidations": {"cases": [things["reviewed"]], **YEAR},
        "PATCH consolidations/{open}": {"title": "Tên khác"},
        "POST meetings": {"consolidations": [things["signed"]], "held_at": "2026-12-01T08:00:00+07:00"},
    }
    return bodies.get(f"{method} {path}") or body_of_the_month(f"{method} {path}", things)


def handing_over(world: World) -> dict[str, str]:
    """From A's head, who has followed nothing, to its deputy."""
    return {"giver": str(world.person("A", "head").id), "taker": str(world.person("A", "deputy").id)}


def body_of_the_month(asked: str, things: dict[str, Any]) -> dict[str, Any]:
    """What a request carries that has to do with a month: its deadlines, its reports, its meeting."""
    said = {"done": True, "result": "Đã xong", "evidence": [{"kind": "document", "value": "12/BC"}]}
    proposal = Proposal.objects.get(case=things["inside"]).id
    silent = {"period": "2026-10", "unit": "W-D", "item": things["month"].plans["Khảo thí"]}
    heard = {"period": "2026-10", "unit": "W-B", "item": things["month"].plans["Tuyển sinh"]}
    decided = {"trigger": "no-result", "applied": False, "reason": "Có giải trình"}
    bodies: dict[str, dict[str, Any]] = {
        "PUT regulation": {"number": "123/QĐ-CĐSL", "date": "2026-08-15"},
        "POST deadlines": {"year": "2027-2028"},
        "PUT deadlines/rule": WEDNESDAYS,
        "PUT first-month": {"month": "2026-08"},
        "PUT periods/{year}/semesters": {"first_ends": "2027-01-16"},
        "PUT opening-sheets/{sheet}/rows": {
            "rows": [{"row": row_asked(things["sheet"]), "standing": "open"}]
        },
        "POST periods": {"kind": "quarter", "label": "2026-Q4"},
        "PATCH periods/{period}": {"meeting_at": "2026-11-05T08:00:00+07:00", "reason": "Bận thi"},
        "POST periods/{period}/openings": {"unit": "W-A", "until": "2026-11-05", "reason": "Mất điện"},
        "PATCH reports/{report}": {"proposals": ["Thêm người"]},
        "PUT reports/{report}/rows": {"rows": [{"row": row_of(things["world"], "Hồ sơ"), **said}]},
        "PATCH reports/{report}/rows": {
            "rows": [
                {
                    "id": row_of(things["world"], "Hồ sơ"),
                    "was": {"result": "Đang làm"},
                    "is": {"cause": "Mưa"},
                }
            ]
        },
        "PUT reports/{monitoring}/findings": {
            "findings": [{"row": row_of(things["world"], "Hồ sơ"), **said}]
        },
        "PATCH reports/{monitoring}/findings": {
            "findings": [{"id": row_of(things["world"], "Hồ sơ"), "is": {"cause": "Mưa"}}]
        },
        "POST reports/{monitoring}/agree": {"unit": "W-A"},
        "POST rows/{row}/updates": {"period": "2026-10", **said},
        "PUT updates/{update}": said,
        "PATCH meetings/{meeting}": {"title": "Giao ban tháng 10"},
        "PUT meetings/{meeting}/answers": {"answers": [{"proposal": proposal, "answer": "accepted"}]},
        "PUT meetings/{meeting}/consequences": {"consequences": [silent | decided]},
        "PUT meetings/{meeting}/inaccurate": {"inaccurate": [heard | {"reason": "Số liệu sai"}]},
    }
    return bodies.get(asked, {})


def digest_for(path: str, things: dict[str, Any]) -> str:
    """If-Match for this path."""
    if "{meeting}" in path:
        return str(things["meeting digest"])
    return next((digest for name, digest in things["digests"].items() if f"{{{name}}}" in path), "")
