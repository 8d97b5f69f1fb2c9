"""What the words for a post mean, and when posts stand in each other's way."""

import re
from datetime import date

from notation.text import fold
from organization.models import Role

_ACTING = r"^(?:quyen |q\. ?|phu trach )?"
#: Words for a post, without marks -> role, where they stand on the institution itself; the first that matches.
_AT_ROOT: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(_ACTING + r"(?:pho )?(?:hieu truong|giam doc|vien truong|chu tich)"), Role.LEADER),
    (re.compile(r"kiem tra|kiem toan|thanh tra"), Role.AUDITOR),
    (re.compile(r"nhan su"), Role.PERSONNEL),
    (re.compile(r"quan tri"), Role.ADMINISTRATOR),
)
_CLERK = re.compile(r"van thu|tong hop")
#: The same on a unit.
_ON_UNIT: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(_ACTING + r"pho\b"), Role.DEPUTY),
    (re.compile(_ACTING + r"(?:truong|giam doc|chanh|to truong|doi truong|chu nhiem)"), Role.HEAD),
    (
        re.compile(
            r"vien|can bo|cong chuc|giao vu|ke toan|van thu|tong hop|thu ky|thu quy|thu kho|ky thuat|y te|bao ve|tap vu"
        ),
        Role.OFFICER,
    ),
)


def role_of(title: str, *, at_root: bool, at_office: bool) -> str | None:
    """The role that the words for a post mean there; None: they mean none.

    "Giám đốc" leads an institution, but heads a centre; "Văn thư" is the office's clerk, elsewhere an officer.
    """
    words = fold(title)
    if at_office and _CLERK.search(words):
        return Role.CLERK
    table = _AT_ROOT if at_root else _ON_UNIT
    return next((role for called, role in table if called.search(words)), None)


def overlap(since: date, until: date | None, other_since: date, other_until: date | None) -> bool:
    """Whether two spans have a day in common; both ends belong to them, None: without end."""
    return (until is None or other_since <= until) and (other_until is None or since <= other_until)
