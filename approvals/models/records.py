"""Submissions and signatures are append-only (database triggers refuse anything else); remarks get answers."""

from django.db import models
from uuid_utils.compat import uuid7

from notation import limits
from organization.models import Delegation, Institution, Unit, User
from workflow.models import Case, State


class Submission(models.Model):
    """bản trình: the content of a case, frozen at one submit.

    `content` is the canonical JSON (RFC 8785) itself; `digest` is its SHA-256 in hexadecimal.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="submissions")
    number = models.PositiveIntegerField()
    content = models.TextField()
    digest = models.CharField(max_length=limits.DIGEST)
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "number"], name="submission_number_once")]
        ordering = ["number"]

    def __str__(self) -> str:
        return f"{self.case_id} #{self.number}"


class Signature(models.Model):
    """ký: one act by one person, chained to the one before it on the same case.

    Name, title and unit are copied as they were then. `details` holds what else was decided with it: the
    remarks of a return, the data of an issued document. `procedure`, `monitor` and `due_at` are the case's as it was signed:
    the version that the act was checked against, who followed it, and the due point that it had to meet then (from format
    2 on). What `hash` covers: approvals.ledger.chain.
    """

    FORMAT = 2

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    format = models.PositiveSmallIntegerField(default=FORMAT)
    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="signatures")
    sequence = models.PositiveIntegerField()
    act = models.CharField(max_length=limits.WORD)
    from_state = models.CharField(max_length=limits.WORD, choices=State.choices)
    to_state = models.CharField(max_length=limits.WORD, choices=State.choices)
    signer = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    signer_name = models.CharField(max_length=limits.PERSON)
    signer_title = models.CharField(max_length=limits.POST)
    signer_unit = models.CharField(max_length=limits.UNIT_NAME)
    on_behalf_of = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    principal_name = models.CharField(max_length=limits.PERSON, blank=True)
    delegation = models.ForeignKey(Delegation, on_delete=models.PROTECT, null=True, related_name="+")
    capacity = models.CharField(max_length=limits.SHORT_WORD)
    within = models.UUIDField(null=True)
    submission = models.PositiveIntegerField()
    digest = models.CharField(max_length=limits.DIGEST)
    comment = models.TextField(blank=True)
    details = models.JSONField(default=dict)
    procedure = models.PositiveSmallIntegerField(null=True)
    monitor = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, db_index=False, related_name="+")
    due_at = models.DateTimeField(null=True)
    signed_at = models.DateTimeField()
    session = models.CharField(max_length=limits.DIGEST, blank=True)
    idempotency_key = models.CharField(max_length=limits.IDEMPOTENCY_KEY)
    fingerprint = models.CharField(max_length=limits.DIGEST)
    previous = models.CharField(max_length=limits.DIGEST, blank=True)
    hash = models.CharField(max_length=limits.DIGEST)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "sequence"], name="signature_sequence_once"),
            models.UniqueConstraint(fields=["signer", "idempotency_key", "case"], name="signature_key_once"),
        ]
        ordering = ["sequence"]

    def __str__(self) -> str:
        return f"{self.case_id} {self.sequence} {self.act}"


class Remark(models.Model):
    """ý kiến: a note on a row, a field or the whole; blocking when it came with a return.

    `row` is the key of a row in the content. `round` is the number of the submission that it speaks of. What nobody
    answered its author may withdraw: it is kept, and blocks nothing from then on. `proposed`: what the field should say instead
    (Đề xuất sửa), empty: nothing is proposed. `asks`: a question to the unit that leaves the case where it is (Đề nghị làm rõ).
    """

    class Answer(models.TextChoices):
        FIXED = "fixed"
        ARGUED = "argued"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="remarks")
    round = models.PositiveIntegerField()
    row = models.CharField(max_length=limits.PLACE, blank=True)
    field = models.CharField(max_length=limits.PLACE, blank=True)
    text = models.TextField()
    blocking = models.BooleanField()
    proposed = models.TextField(blank=True, default="")
    asks = models.BooleanField(default=False)
    author = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField()
    answer = models.CharField(max_length=limits.SHORT_WORD, choices=Answer.choices, blank=True)
    answer_text = models.TextField(blank=True)
    answered_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(answer="", answered_by__isnull=True, answered_at__isnull=True)
                | (~models.Q(answer="") & models.Q(answered_by__isnull=False, answered_at__isnull=False)),
                name="answer_has_author_and_time",
            ),
            models.CheckConstraint(
                condition=models.Q(answer="") | models.Q(withdrawn_at__isnull=True),
                name="answered_or_withdrawn",
            ),
        ]

    def __str__(self) -> str:
        return self.text[:60]


class OpenedRow(models.Model):
    """sửa thêm dòng này: what the unit opened beside what was marked when the case was returned from outside, and why.

    `sequence` is that of the return's signature. `row` is empty for what stands above the rows. The next submission's signature
    names it.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="opened_rows")
    sequence = models.PositiveIntegerField()
    row = models.CharField(max_length=limits.PLACE, blank=True)
    reason = models.TextField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["case", "sequence", "row"], name="row_opened_once"),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.row}"


class Handing(models.Model):
    """chuyển người ký: somebody asks another one who may take the step that a case waits for to take it, and says why.

    It speaks of this wait (`since` is the case's), and takes the right from nobody.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="handings")
    to = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField()
    since = models.DateTimeField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return f"{self.case_id} to {self.to_id}"
