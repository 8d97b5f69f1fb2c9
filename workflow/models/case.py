"""The case: what travels through the five states, and the machine declared on it.

django-fsm only declares here (one body-less method per act). Nothing ever calls these methods to change
a state: approvals.actions.act is the one writer, and database triggers hold it to that.
"""

from django.db import models
from django.utils.translation import gettext_noop as _
from django_fsm import FSMField, transition
from uuid_utils.compat import uuid7

from notation import limits
from organization.models import Institution, Unit, User
from workflow.words import act

from .needs import needs
from .states import State, WaitsFor


class Case(models.Model):
    """What travels: one per plan, report or consolidation.

    Columns that point upwards are plain: `digest` of the content, `sequence` and `head` of the chain of
    signatures, `period` by its label. `edited_by` is who changed the content last; None while a document has
    only drafted itself. `closed_at`: when its period closed; `open_until`: until when that is opened again for its
    unit. They stand here so that whoever holds the case's lock knows them (docs/adr/0027).
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=limits.KIND)
    procedure = models.PositiveSmallIntegerField(default=1)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    monitoring_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=limits.TITLE)
    search = models.TextField(blank=True, default="")
    period = models.CharField(max_length=limits.PERIOD)
    state = FSMField(max_length=limits.WORD, default=State.DRAFT, choices=State.choices, protected=True)
    submitted = models.BooleanField(default=False)
    submission = models.PositiveIntegerField(default=0)
    digest = models.CharField(max_length=limits.DIGEST, blank=True)
    sequence = models.PositiveIntegerField(default=0)
    head = models.CharField(max_length=limits.DIGEST, blank=True)
    waits_for = models.CharField(max_length=limits.WORD, choices=WaitsFor.choices, default=WaitsFor.OFFICERS)
    waits_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    since = models.DateTimeField()
    due_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    open_until = models.DateTimeField(null=True)
    returned = models.PositiveIntegerField(default=0)
    drafted_by_office = models.BooleanField(default=False)
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    edited_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    created_at = models.DateTimeField()

    class Meta:
        ordering = ["-id"]
        indexes = [
            models.Index(
                fields=["waits_unit", "waits_for", "-id"],
                condition=~models.Q(waits_for="nobody"),
                name="case_waiting",
            ),
            models.Index(fields=["unit", "-id"], name="case_of_unit"),
            models.Index(fields=["monitoring_unit", "-id"], name="case_of_monitor"),
            models.Index(fields=["institution", "state", "-id"], name="case_of_institution"),
        ]
        constraints = [
            models.CheckConstraint(condition=models.Q(state__in=State.values), name="one_of_five_states"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.id}"

    @property
    def discarded(self) -> bool:
        """Whether the draft was thrown away: locked, and nobody's move; no other act leaves a draft so."""
        return self.state == State.DRAFT and self.submitted and self.waits_for == WaitsFor.NOBODY

    @act(_("submit"), _("%(actor)s submitted “%(title)s”."), look="send")
    @transition(field=state, source=State.DRAFT, target=State.DRAFT, custom=needs(
        "edit", "unit", submitted=False, step=True, checks=("content", "answers"), then=WaitsFor.HEAD,
    ))  # fmt: skip
    def submit(self) -> None:
        """Trình."""

    @act(_("withdraw"), _("%(actor)s withdrew “%(title)s”."), look="undo", backward=True)
    @transition(field=state, source=State.DRAFT, target=State.DRAFT, custom=needs(
        "edit", "unit", submitted=True, then=WaitsFor.OFFICERS,
    ))  # fmt: skip
    def withdraw(self) -> None:
        """Rút lại."""

    @act(_("approve"), _("%(actor)s approved “%(title)s”."), look="check")
    @transition(field=state, source=State.DRAFT, target=State.UNIT_APPROVED, custom=needs(
        "approve", "unit", submitted=True, step=True, then=WaitsFor.MONITOR,
    ))  # fmt: skip
    def approve(self) -> None:
        """Ký duyệt."""

    @act(_("recall"), _("%(actor)s recalled “%(title)s”."), look="undo", backward=True)
    @transition(field=state, source=State.UNIT_APPROVED, target=State.DRAFT, custom=needs(
        "approve", "unit", reason=True, checks=("unreviewed",), then=WaitsFor.OFFICERS,
    ))  # fmt: skip
    def recall(self) -> None:
        """Rút lại để sửa."""

    @act(_("confirm the check"), _("%(actor)s confirmed the check of “%(title)s”."), look="inspect")
    @transition(field=state, source=State.UNIT_APPROVED, target=State.MONITOR_REVIEWED, custom=needs(
        "review", "monitor", step=True, checks=("content",), then=WaitsFor.OFFICE,
    ))  # fmt: skip
    def review(self) -> None:
        """Xác nhận kết quả theo dõi."""

    @act(_("return"), _("%(actor)s returned “%(title)s”."), look="return", backward=True)
    @transition(field=state, source=State.DRAFT, target=State.DRAFT, custom=needs(
        "approve", "unit", submitted=True, reason=True, then=WaitsFor.UNIT,
    ))  # fmt: skip
    @transition(field=state, source=State.UNIT_APPROVED, target=State.DRAFT, custom=needs(
        "review", "monitor", reason=True, checks=("content",), then=WaitsFor.UNIT,
    ))  # fmt: skip
    def return_(self) -> None:
        """Trả lại."""

    @act(
        _("send back to the monitoring unit"),
        _("%(actor)s sent “%(title)s” back to the monitoring unit."),
        look="return",
        backward=True,
    )
    @transition(field=state, source=State.MONITOR_REVIEWED, target=State.UNIT_APPROVED, custom=needs(
        "consolidate", "office", reason=True, then=WaitsFor.MONITOR,
    ))  # fmt: skip
    def send_back(self) -> None:
        """Trả lại đơn vị theo dõi."""

    @act(_("consolidate"), _("%(actor)s consolidated “%(title)s”."), look="layers")
    @transition(field=state, source=State.MONITOR_REVIEWED, target=State.CONSOLIDATED, custom=needs(
        "consolidate", "office", within="consolidation", then=WaitsFor.LEADERSHIP,
    ))  # fmt: skip
    @transition(field=state, source=State.DRAFT, target=State.CONSOLIDATED, custom=needs(
        "consolidate", "office", also="approve", submitted=True, checks=("content",), then=WaitsFor.LEADERSHIP,
    ))  # fmt: skip
    def consolidate(self) -> None:
        """Chốt tổng hợp."""

    @act(_("record as presented"), _("The meeting heard “%(title)s”."), look="announce")
    @transition(field=state, source=State.CONSOLIDATED, target=State.PRESENTED, custom=needs(
        "present", "institution", by_order=True, within="meeting", then=WaitsFor.NOBODY,
    ))  # fmt: skip
    def present(self) -> None:
        """Ghi nhận đã báo cáo giao ban."""

    @act(_("reopen"), _("%(actor)s reopened “%(title)s”."), look="return", backward=True)
    @transition(field=state, source=State.CONSOLIDATED, target=State.DRAFT, custom=needs(
        "consolidate", "office", reason=True, checks=("content", "opening"), then=WaitsFor.UNIT,
    ))  # fmt: skip
    @transition(field=state, source=State.PRESENTED, target=State.DRAFT, custom=needs(
        "present", "institution", reason=True, checks=("content", "opening"), then=WaitsFor.UNIT,
    ))  # fmt: skip
    def reopen(self) -> None:
        """Mở lại."""

    @act(_("register as issued"), _("%(actor)s registered “%(title)s” as issued."), look="file")
    @transition(field=state, source=State.DRAFT, target=State.PRESENTED, custom=needs(
        "consolidate", "office", submitted=False, checks=("content", "issued", "other-hand"), then=WaitsFor.NOBODY,
    ))  # fmt: skip
    @transition(field=state, source=State.UNIT_APPROVED, target=State.PRESENTED, custom=needs(
        "consolidate", "office", checks=("content", "issued", "other-hand"), then=WaitsFor.NOBODY,
    ))  # fmt: skip
    @transition(field=state, source=State.MONITOR_REVIEWED, target=State.PRESENTED, custom=needs(
        "consolidate", "office", checks=("content", "issued", "other-hand"), then=WaitsFor.NOBODY,
    ))  # fmt: skip
    @transition(field=state, source=State.CONSOLIDATED, target=State.PRESENTED, custom=needs(
        "consolidate", "office", checks=("content", "issued", "other-hand"), then=WaitsFor.NOBODY,
    ))  # fmt: skip
    @transition(field=state, source=State.PRESENTED, target=State.PRESENTED, custom=needs(
        "consolidate", "office", checks=("content", "issued", "other-hand"), then=WaitsFor.NOBODY,
    ))  # fmt: skip
    def register(self) -> None:
        """Ghi nhận văn bản đã ban hành."""

    @act(
        _("sign the conclusions"),
        _("%(actor)s signed “%(title)s”: it is in force."),
        look="clipboard",
    )
    @transition(field=state, source=State.DRAFT, target=State.PRESENTED, custom=needs(
        "present", "institution", by_order=True, submitted=False, checks=("content",), then=WaitsFor.NOBODY,
    ))  # fmt: skip
    def conclude(self) -> None:
        """Ký kết luận giao ban."""

    @act(_("give the instruction"), _("%(actor)s gave “%(title)s”."), look="announce")
    @transition(field=state, source=State.DRAFT, target=State.DRAFT, custom=needs(
        "present", "institution", either=("consolidate", "office"), submitted=False, opens=True, checks=("content",),
        then=WaitsFor.UNIT,
    ))  # fmt: skip
    def instruct(self) -> None:
        """Giao, truyền đạt ý kiến chỉ đạo."""

    @act(_("close"), _("%(actor)s closed “%(title)s”."), look="clipboard")
    @transition(field=state, source=State.DRAFT, target=State.MONITOR_REVIEWED, custom=needs(
        "present", "institution", either=("consolidate", "office"), reason=True, step=True, then=WaitsFor.NOBODY,
    ))  # fmt: skip
    @transition(field=state, source=State.UNIT_APPROVED, target=State.MONITOR_REVIEWED, custom=needs(
        "present", "institution", either=("consolidate", "office"), reason=True, step=True, then=WaitsFor.NOBODY,
    ))  # fmt: skip
    def close(self) -> None:
        """Kết thúc theo dõi."""

    @act(_("strike"), _("%(actor)s struck “%(title)s”."), look="undo", backward=True)
    @transition(field=state, source=State.DRAFT, target=State.MONITOR_REVIEWED, custom=needs(
        "present", "institution", reason=True, checks=("content",), then=WaitsFor.NOBODY,
    ))  # fmt: skip
    @transition(field=state, source=State.UNIT_APPROVED, target=State.MONITOR_REVIEWED, custom=needs(
        "present", "institution", reason=True, checks=("content",), then=WaitsFor.NOBODY,
    ))  # fmt: skip
    def strike(self) -> None:
        """Bác ý kiến được dẫn."""

    @act(_("discard"), _("%(actor)s discarded “%(title)s”."), look="bin", backward=True)
    @transition(field=state, source=State.DRAFT, target=State.DRAFT, custom=needs(
        "edit", "unit", submitted=False, reason=True, checks=("unapproved",), then=WaitsFor.NOBODY,
    ))  # fmt: skip
    def discard(self) -> None:
        """Huỷ dự thảo."""

    @act(_("stop"), _("%(actor)s stopped “%(title)s”, or rows of it."), look="stop", backward=True)
    @transition(field=state, source=State.PRESENTED, target=State.PRESENTED, custom=needs(
        "present", "institution", by_order=True, reason=True, checks=("content", "terms"), then=WaitsFor.NOBODY,
    ))  # fmt: skip
    def stop(self) -> None:
        """Dừng thực hiện."""

    @act(
        _("hand rows to another unit"),
        _("%(actor)s handed rows of “%(title)s” to another unit."),
        look="move",
    )
    @transition(field=state, source=State.PRESENTED, target=State.PRESENTED, custom=needs(
        "present", "institution", either=("consolidate", "office"), checks=("content", "terms"), then=WaitsFor.NOBODY,
    ))  # fmt: skip
    def reassign(self) -> None:
        """Chuyển đơn vị chủ trì."""

    @act(_("enter the event"), _("%(actor)s entered what rows of “%(title)s” waited for."), look="event")
    @transition(field=state, source=State.PRESENTED, target=State.PRESENTED, custom=needs(
        "consolidate", "office", either=("approve", "unit"), checks=("content", "terms"), then=WaitsFor.NOBODY,
    ))  # fmt: skip
    def occur(self) -> None:
        """Ghi nhận sự kiện."""

    @act(_("grant the extension"), _("%(actor)s granted “%(title)s”."), look="check")
    @transition(field=state, source=State.UNIT_APPROVED, target=State.PRESENTED, custom=needs(
        "present", "institution", by_order=True, checks=("content", "terms"), then=WaitsFor.NOBODY,
    ))  # fmt: skip
    def grant(self) -> None:
        """Cho gia hạn."""

    @act(_("decline the extension"), _("%(actor)s declined “%(title)s”."), look="return", backward=True)
    @transition(field=state, source=State.UNIT_APPROVED, target=State.PRESENTED, custom=needs(
        "present", "institution", by_order=True, reason=True, then=WaitsFor.NOBODY,
    ))  # fmt: skip
    def decline(self) -> None:
        """Không cho gia hạn."""
