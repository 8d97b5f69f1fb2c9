"""Builds both institutions of the demo."""

from datetime import datetime
from typing import Any

from django.db import transaction

from organization.models import Institution

from . import hoa_binh, son_la

BUILT_FROM = (son_la, hoa_binh)


def is_built() -> bool:
    """Whether the demo is there: both of its institutions."""
    codes = {module.CODE for module in BUILT_FROM}
    return Institution.objects.filter(code__in=codes).count() == len(codes)


@transaction.atomic
def build(*, password: str, as_of: datetime) -> dict[str, Any]:
    """Both institutions, their people and their plans in all five states; all or nothing.

    Args:
        as_of: the moment at which the demo stands; everything in it happened before.

    Returns:
        For each institution, the number of plans by state.
    """
    return {module.CODE: module.build(password=password, as_of=as_of) for module in BUILT_FROM}
