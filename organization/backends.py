"""The authentication backend: a password, and rights that hold at this moment only."""

from threading import BoundedSemaphore
from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.db.models import Model
from django.http import HttpRequest
from django.utils import timezone

from .models import Unit, User
from .queries import powers_of

Person = AbstractBaseUser | AnonymousUser

#: A password takes half a second of a processor, and a connection to the database meanwhile: when everybody comes at eight, those
#: who wait must not have one, or none is left for those who are at work.
_passwords = BoundedSemaphore(4)


class AppointmentBackend(ModelBackend):
    """Answers `has_perm(user, "organization.approve", unit)` from appointments and delegations as of now.

    Without a unit nobody has anything: a right without a place does not exist.
    """

    def authenticate(self, request: HttpRequest | None, *credentials: Any, **named: Any) -> Any:
        with _passwords:
            return super().authenticate(request, *credentials, **named)

    def has_perm(self, user_obj: Person, perm: str, obj: Model | None = None) -> bool:
        if not (isinstance(user_obj, User) and isinstance(obj, Unit) and user_obj.is_active):
            return False
        held = powers_of(user_obj.id, [obj.id], timezone.now())
        return any(f"organization.{power.permission}" == perm for power in held)

    def has_module_perms(self, user_obj: Person, app_label: str) -> bool:
        return False

    def get_all_permissions(self, user_obj: Person, obj: Model | None = None) -> set[str]:
        if not (isinstance(user_obj, User) and isinstance(obj, Unit) and user_obj.is_active):
            return set()
        return {
            f"organization.{power.permission}" for power in powers_of(user_obj.id, [obj.id], timezone.now())
        }
