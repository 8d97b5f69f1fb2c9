"""Builds both institutions of the demo."""

from datetime import datetime

from django.db import transaction

from organization.models import Institution

from . import hoa_binh, son_la

BUILT_FROM = {son_la.CODE: son_la.build_son_la, hoa_binh.CODE: hoa_binh.build_hoa_binh}


def is_built() -> bool:
    """Whether the demo is there: both of its institutions."""
    return Institution.objects.filter(code__in=BUILT_FROM).count() == len(BUILT_FROM)


def is_alone() -> bool:
    """Whether the database holds no institution but those of the demo."""
    return not Institution.objects.exclude(code__in=BUILT_FROM).exists()


@transaction.atomic
def build(*, password: str, as_of: datetime) -> dict[str, dict[str, int]]:
    """Both institutions, their people and their plans in all five states; all or nothing.

    Args:
        as_of: the moment at which the demo stands; everything in it happened before.

    Returns:
        For each institution, the number of plans by state.
    """
    return {code: build_one(password=password, as_of=as_of) for code, build_one in BUILT_FROM.items()}
