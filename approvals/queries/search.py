"""Looking for a case among all that a person sees: by words of its title, number, unit, kind and period, without case and marks."""

import re
from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext

from approvals import kinds
from notation.text import fold, one_line
from organization.models import Unit, User
from workflow.models import Case

from .visibility import DISCARDED, visible_to

#: A month as people write it: "11/2026", "11-2026".
MONTH = re.compile(r"^(\d{1,2})[/-](\d{4})$")


def search_cases(user: User, now: datetime, words: str) -> QuerySet[Case]:
    """The cases that the person sees in which each of the words stands somewhere; without drafts that were thrown away."""
    found = visible_to(user, now).exclude(DISCARDED)
    units = names_of_units(user)
    for word in one_line(words).split():
        found = found.filter(called(word, units))
    return found


def called(word: str, units: Collection[tuple[UUID, str]]) -> Q:
    """That a word stands in what a case is called: a condition on Case."""
    folded = fold(word)
    mine = [unit for unit, name in units if folded in name]
    of_kind = [code for code, kind in kinds.REGISTER.items() if folded in fold(gettext(str(kind.label)))]
    condition = Q(search__contains=folded) | Q(unit__in=mine) | Q(kind__in=of_kind)
    condition |= Q(period__icontains=folded) | Q(period=month_label(folded))
    for kind in kinds.REGISTER.values():
        for way in kind.searched:
            condition |= Q(kind=kind.code) & (
                Q(**{f"{way}__icontains": word}) | Q(**{f"{way}__icontains": folded})
            )
    return condition


def month_label(word: str) -> str:
    """The label of a month that is written as people do; else the word itself."""
    found = MONTH.match(word)
    return f"{found[2]}-{found[1]:0>2}" if found else word


def names_of_units(user: User) -> list[tuple[UUID, str]]:
    """(unit, name or code without case and marks) of the institution; one statement."""
    rows = Unit.objects.filter(institution=user.institution_id).values_list("id", "name", "code")
    return [(unit, fold(said)) for unit, *names in rows for said in names]
