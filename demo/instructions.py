"""Two instructions of the leadership: one that the rector gave and a unit answered, one that the office passed on."""

from datetime import timedelta
from uuid import UUID

from django.utils import timezone

from instructions.actions import Given, give_instruction, write_answer
from organization.models import Unit

from .stage import Stage

ANSWER = (
    "Đã rà soát tiến độ các nội dung đến hạn; 02 nội dung cần bổ sung minh chứng, hoàn thành trong tuần sau."
)


def instruct(stage: Stage, units: dict[str, Unit]) -> None:
    """The rector's own is answered by its head and waits to be closed; what was passed on waits for its answer."""
    now = stage.tick()
    today = timezone.localtime(now).date()
    answered = Given(
        unit=units["DT"], text="Rà soát tiến độ các nội dung đến hạn trong tháng, báo cáo Hiệu trưởng",
        due_on=today + timedelta(days=7),
    )  # fmt: skip
    case_id = give(stage, answered, by="rector")
    write_answer(
        case_id, answer=ANSWER, evidence=[{"kind": "document", "value": "31/BC-ĐT", "name": "Báo cáo rà soát tiến độ"}],
        seen=None, by=stage.person("DT", "officer"), now=stage.tick(),
    )  # fmt: skip
    stage.submit(case_id, "DT")
    stage.approve(case_id, "DT")
    passed_on = Given(
        unit=units["KHTC"], text="Báo cáo phương án cân đối kinh phí cho các nhiệm vụ được kiến nghị",
        due_on=today + timedelta(days=14), leader=stage.people["vice-rector"], occasion="cuộc họp giao ban", said_on=today,
    )  # fmt: skip
    give(stage, passed_on, by="hcqt.clerk")


def give(stage: Stage, given: Given, *, by: str) -> UUID:
    """The real act, by the person of this login."""
    now = stage.tick()
    key = f"demo-instruction-{now.isoformat()}"
    return give_instruction(given, by=stage.people[by], now=now, key=key, session="")
