"""What people do and look at on the way of a plan."""

import json
from contextlib import suppress
from io import StringIO
from typing import Any

from django.core.management import CommandError, call_command

from notifications.actions import number_pending
from tests.api import Api


def done(answer: Any, status: int = 201) -> Any:
    """The body of an answer that must have this status."""
    assert answer.status_code == status, answer.json()
    return answer.json()


def refused(answer: Any) -> tuple[int, list[str]]:
    """Status and codes of a refusal."""
    return answer.status_code, [reason["code"] for reason in answer.json()["reasons"]]


def stands(api: Api, case_id: Any) -> tuple[str, str]:
    """State of a case, and whom it waits for."""
    case = api.get(f"cases/{case_id}").json()
    return case["state"], case["waits_for"]


def texts(api: Api) -> list[str]:
    """What the person has been told of late, newest first."""
    while number_pending():
        pass
    return [row["text"] for row in api.get("notifications").json()["results"]]


def verified() -> str:
    """What verify_ledger says; it raises when the ledger is not intact."""
    out = StringIO()
    call_command("verify_ledger", stdout=out)
    return out.getvalue()


def differences() -> dict[str, str]:
    """Case -> code and detail of what verify_ledger finds wrong with it."""
    out = StringIO()
    with suppress(CommandError):
        call_command("verify_ledger", "--json", stdout=out)
    return {
        fault["case"]: f"{fault['code']} {fault['detail']}" for fault in json.loads(out.getvalue())["faults"]
    }


def inbox(api: Api) -> set[str]:
    """Ids of the cases that wait for the person."""
    return {row["case"] for row in api.get("inbox", page_size=200).json()["results"]}
