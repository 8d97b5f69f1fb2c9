"""What a plan says of all of its rows at once is written: who answers for them, by whose authority, what it claims."""

from collections.abc import Sequence
from typing import Any, TypedDict

from plans.models import Plan, PlanGroup
from plans.rules.clarities import against_exemption, against_groups
from plans.rules.lengths import against_texts
from plans.words import GroupContent
from workflow.rules import Reason

#: Columns of Plan that say it.
COLUMNS = ("person", "authority", "of_institution", "exemption")


class Clarities(TypedDict, total=False):
    """What a draft says of all of its rows; `exemption` is "" where none is claimed."""

    person: str
    authority: str
    groups: Sequence[GroupContent]
    of_institution: bool
    exemption: str


def against_clarities(plan: Plan, changes: Clarities) -> list[Reason]:
    """What a plan cannot say of all of its rows."""
    said: dict[str, Any] = {name: changes.get(name, getattr(plan, name)) for name in COLUMNS}
    groups = changes.get("groups", ())
    return [
        *against_texts({"person": said["person"], "authority": said["authority"]}),
        *(reason for group in groups for reason in against_texts(dict(group))),  # type: ignore[arg-type]
        *against_groups(groups),
        *against_exemption(of_institution=said["of_institution"], exemption=said["exemption"]),
    ]


def say_clarities(plan: Plan, changes: Clarities) -> None:
    """Writes what was checked; what is not given stays. The plan itself is saved by whoever asks."""
    for name in COLUMNS:
        setattr(plan, name, changes.get(name, getattr(plan, name)))
    if "groups" in changes:
        PlanGroup.objects.filter(plan=plan).delete()
        put_groups(plan, changes["groups"])


def put_groups(plan: Plan, groups: Sequence[GroupContent]) -> None:
    """Gives the plan these groups."""
    PlanGroup.objects.bulk_create(
        PlanGroup(plan=plan, section=one["section"], person=one["person"], authority=one["authority"])
        for one in groups
    )


def copy_clarities(base: Plan, made: Plan) -> None:
    """A later plan begins with what an earlier one says of all of its rows."""
    groups = PlanGroup.objects.filter(plan=base).values("section", "person", "authority")
    say_clarities(made, {"groups": list(groups), **{name: getattr(base, name) for name in COLUMNS}})  # type: ignore[typeddict-item]
    made.save(update_fields=COLUMNS)
