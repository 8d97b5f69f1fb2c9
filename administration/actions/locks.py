"""One administrative act at a time in an institution: what must not be lost is counted under this lock."""

from organization.models import Institution


def lock(institution: Institution) -> Institution:
    """The institution as it stands, locked until the transaction ends."""
    return Institution.objects.select_for_update(of=("self",)).get(id=institution.id)
