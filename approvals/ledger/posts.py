"""Whether those who signed held the posts that they signed in, by the appointments and delegations that are kept."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from approvals.models import Signature
from approvals.rules import ACTING, ACTING_TITLES, BY_DELEGATION, CAPACITIES
from organization.models import Appointment, Delegation, UnitName

from .chain import Fault


@dataclass(frozen=True, slots=True)
class Held:
    """A post that somebody held from a moment until another; `units`: every name that its unit bore."""

    role: str
    title: str
    units: frozenset[str]
    since: datetime
    until: datetime | None

    def gives(self, title: str, unit: str, at: datetime) -> bool:
        """Whether it was held so at a moment; its last one included, for who signed in the very second."""
        begun = self.since <= at and (self.until is None or at <= self.until)
        return begun and self.title == title and unit in self.units

    @property
    def capacities(self) -> tuple[str, ...]:
        """In which capacities one signs in it; TL. where a rule says so, which the signature names."""
        acting = (ACTING,) if self.title.casefold().startswith(ACTING_TITLES) else ()
        return (*CAPACITIES[self.role], *acting)


#: Person -> the posts that they ever held.
Posts = dict[UUID, list[Held]]


def post_faults(signatures: Sequence[Signature]) -> dict[UUID, Fault]:
    """Case -> its first signature in a post that nobody held so then, of those that have one; three statements.

    Args:
        signatures: in the order of their cases and chains.
    """
    people = {person for one in signatures for person in (one.signer_id, one.on_behalf_of_id) if person}
    lent = {one.delegation_id for one in signatures if one.delegation_id}
    posts = posts_of(people)
    loans = Delegation.objects.select_related("appointment").in_bulk(lent)
    found: dict[UUID, Fault] = {}
    for one in signatures:
        if one.case_id not in found and (said := unheld(one, posts, loans.get(one.delegation_id or one.id))):
            found[one.case_id] = Fault(str(one.case_id), one.sequence, "post", said)
    return found


def posts_of(people: Iterable[UUID]) -> Posts:
    """What these people ever held; two statements."""
    rows = Appointment.objects.filter(user__in=people).values_list(
        "user", "post__role", "title", "post__unit", "post__unit__name", "valid_from", "valid_to"
    )
    held = list(rows)
    names: dict[UUID, set[str]] = defaultdict(set)
    past = UnitName.objects.filter(unit__in={row[3] for row in held}, kind=UnitName.Kind.PAST)
    for unit, name in past.values_list("unit", "name"):
        names[unit].add(name)
    found: Posts = defaultdict(list)
    for user, role, title, unit, name, since, until in held:
        found[user].append(Held(role, title, frozenset(names[unit] | {name}), since, until))
    return found


def unheld(signature: Signature, posts: Posts, loan: Delegation | None) -> str:
    """What of the post that a signature names nobody held when it was given, or an empty string."""
    at, person = signature.signed_at, signature.signer_id
    title, unit, allowed = signature.signer_title, signature.signer_unit, set(BY_DELEGATION)
    mine = [post for post in posts.get(person, ()) if post.gives(title, unit, at)]
    if signature.on_behalf_of_id is None:
        by_order = {"TL."} if "by_order" in signature.details else set()
        allowed = by_order.union(*(post.capacities for post in mine), {"own"} if mine else ())
    elif not lends(loan, signature):
        return f"{signature.signer_name} for {signature.principal_name}: no such delegation then"
    elif not (title or unit) or mine:
        mine = [post for post in posts.get(signature.on_behalf_of_id, ()) if of_principal(post, signature)]
    if not mine or signature.capacity not in allowed:
        return f"{signature.signer_name}, {title}, {unit}, {signature.capacity}: no such post then"
    return ""


def of_principal(post: Held, signature: Signature) -> bool:
    """Whether it is the post of the principal that the signature names."""
    named = {f"{post.title}, {unit}" for unit in post.units}
    then = any(post.gives(post.title, unit, signature.signed_at) for unit in post.units)
    return then and any(signature.principal_name.endswith(name) for name in named)


def lends(loan: Delegation | None, signature: Signature) -> bool:
    """Whether the delegation was from the principal to the signer, and in force."""
    if loan is None:
        return False
    people = (loan.appointment.user_id, loan.delegate_id)
    then = loan.valid_from <= signature.signed_at <= loan.valid_to
    return then and people == (signature.on_behalf_of_id, signature.signer_id)
