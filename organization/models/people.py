"""People, the posts they hold, the rights of a post, and who may sign for whom."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import Group, Permission, PermissionsMixin
from django.db import models
from guardian.models import GroupObjectPermissionBase
from uuid_utils.compat import uuid7

from notation import limits

from .units import Institution, Unit


class UserManager(BaseUserManager["User"]):
    """Makes people; there is no superuser."""

    def create_user(
        self, username: str, password: str | None = None, *, full_name: str, institution: Institution
    ) -> "User":
        """A saved user; without a password nobody can log in as it."""
        user = self.model(username=username, full_name=full_name, institution=institution)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser, PermissionsMixin):
    """A person of one institution; deactivated when gone, never deleted.

    `groups` stays empty: a right comes from an appointment that is valid at the moment of asking. `inspects`, no column: they were
    let in somewhere because they inspect.
    """

    inspects = False

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    username = models.CharField(max_length=limits.USERNAME, unique=True)
    full_name = models.CharField(max_length=limits.PERSON)
    email = models.EmailField(max_length=limits.EMAIL, blank=True)
    telephone = models.CharField(max_length=limits.TELEPHONE, blank=True)
    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="people")
    is_active = models.BooleanField(default=True)

    objects: ClassVar[UserManager] = UserManager()
    USERNAME_FIELD = "username"

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(is_superuser=False), name="no_superuser")]

    def __str__(self) -> str:
        return self.username


class Role(models.TextChoices):
    """What a person is on a unit (design, section 4)."""

    OFFICER = "officer"
    HEAD = "head"
    DEPUTY = "deputy"
    CLERK = "clerk"
    LEADER = "leader"
    AUDITOR = "auditor"
    ADMINISTRATOR = "administrator"
    PERSONNEL = "personnel"
    INSPECTOR = "inspector"


class Post(models.Model):
    """A role on a unit; its group is what the table of grants names."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="posts")
    role = models.CharField(max_length=limits.WORD, choices=Role.choices)
    group = models.OneToOneField(Group, on_delete=models.PROTECT, related_name="post")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "role"], name="one_post_per_unit_and_role")]

    def __str__(self) -> str:
        return f"{self.unit_id}:{self.role}"


class UnitGrant(GroupObjectPermissionBase):
    """django-guardian's direct table: this group (a post) holds this permission on this unit and below."""

    content_object = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="grants")


class Appointment(models.Model):
    """phân công, bổ nhiệm: a person in a post, from a moment until (not including) another.

    `briefed_at`: when the person was told what waited in the post already; None: that is still to be done. `decision_*`: the
    paper that appoints, without which nobody comes into a post that signs (organization.rules.SIGNING_ROLES).
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="appointments")
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="appointments")
    title = models.CharField(max_length=limits.POST)
    fields_in_charge = models.ManyToManyField(Unit, blank=True, related_name="+")
    valid_from = models.DateTimeField()
    valid_to = models.DateTimeField(null=True)
    decision_number = models.CharField(max_length=limits.DOCUMENT_NUMBER, blank=True)
    decision_date = models.DateField(null=True)
    briefed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(valid_to__isnull=True) | models.Q(valid_to__gte=models.F("valid_from")),
                name="appointment_ends_after_it_begins",
            )
        ]
        indexes = [models.Index(fields=["user", "valid_to"], name="appointment_of_user")]

    def __str__(self) -> str:
        return f"{self.user_id} {self.title}"


class Delegation(models.Model):
    """ủy quyền: the delegate may use these permissions of the principal's appointment for a while.

    It ends with the appointment that it stands on, and cannot be passed on. `briefed_at`: as of an appointment.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    appointment = models.ForeignKey(Appointment, on_delete=models.PROTECT, related_name="delegations")
    delegate = models.ForeignKey(User, on_delete=models.PROTECT, related_name="delegations")
    permissions = models.ManyToManyField(Permission, related_name="+")
    mandate = models.CharField(max_length=limits.MANDATE)
    valid_from = models.DateTimeField()
    valid_to = models.DateTimeField()
    briefed_at = models.DateTimeField(null=True)
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(valid_to__gt=models.F("valid_from")),
                name="delegation_ends_after_it_begins",
            )
        ]

    def __str__(self) -> str:
        return f"{self.delegate_id} for {self.appointment_id}"
