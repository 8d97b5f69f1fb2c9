"""Files that prove something: kept by the SHA-256 of their content under EVIDENCE_DIR."""

from django.db import models
from uuid_utils.compat import uuid7

from notation import limits
from organization.models import Institution, User
from workflow.models import Case


class Evidence(models.Model):
    """An uploaded file, once per institution and content."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="+")
    sha256 = models.CharField(max_length=limits.DIGEST)
    name = models.CharField(max_length=limits.NAME)
    media_type = models.CharField(max_length=limits.MEDIA_TYPE)
    size = models.PositiveBigIntegerField()
    created_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["institution", "sha256"], name="evidence_once")]

    def __str__(self) -> str:
        return self.name


class EvidenceUpload(models.Model):
    """Who uploaded it: they see it before any case cites it. Two people may bring the same file."""

    evidence = models.ForeignKey(Evidence, on_delete=models.PROTECT, related_name="uploads")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["evidence", "by"], name="upload_once")]

    def __str__(self) -> str:
        return f"{self.by_id} uploaded {self.evidence_id}"


class EvidenceCitation(models.Model):
    """A case cites a file: whoever sees the case sees the file."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="citations")
    evidence = models.ForeignKey(Evidence, on_delete=models.PROTECT, related_name="citations")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "evidence"], name="citation_once")]

    def __str__(self) -> str:
        return f"{self.case_id} cites {self.evidence_id}"
