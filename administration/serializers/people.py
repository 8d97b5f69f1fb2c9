"""People and posts over the wire."""

from django.utils.translation import gettext
from rest_framework import serializers

from administration.queries.people import first_day, last_day
from administration.rules.cells import is_telephone
from administration.words import SENTENCES
from notation import limits
from organization.http.serializers import Output, PageFilter, StrictSerializer
from organization.models import Appointment, Role, User

NOW, PAST, TO_COME = "now", "past", "to-come"
STANDS = (NOW, PAST, TO_COME)


def dialled(text: str) -> None:
    """Refuses what nobody could dial."""
    if text and not is_telephone(text):
        raise serializers.ValidationError(gettext(SENTENCES["telephone-malformed"]) % {"text": text})


class PeopleFilter(PageFilter):
    """Those with a post in a unit, those who are let in or not."""

    unit = serializers.CharField(max_length=limits.UNIT_CODE, required=False)
    active = serializers.BooleanField(required=False)


class PersonInput(StrictSerializer):
    """A new person; a login that is not said is made of the name."""

    full_name = serializers.CharField(max_length=limits.PERSON)
    username = serializers.CharField(max_length=limits.USERNAME, required=False, allow_blank=True, default="")
    email = serializers.EmailField(max_length=limits.EMAIL, required=False, allow_blank=True, default="")
    telephone = serializers.CharField(
        max_length=limits.TELEPHONE, required=False, allow_blank=True, default="", validators=[dialled]
    )


class PersonChangeInput(StrictSerializer):
    """What is to be different; `active`: whether they are let in."""

    full_name = serializers.CharField(max_length=limits.PERSON, required=False)
    email = serializers.EmailField(max_length=limits.EMAIL, required=False, allow_blank=True)
    telephone = serializers.CharField(
        max_length=limits.TELEPHONE, required=False, allow_blank=True, validators=[dialled]
    )
    active = serializers.BooleanField(required=False)


#: Who inspects is entered with the whole inspection.
GIVEN_ROLES = [role for role in Role.values if role != Role.INSPECTOR]


class PostInput(StrictSerializer):
    """A post: from which day on (today where it is not said), until which last day, by which decision."""

    unit = serializers.CharField(max_length=limits.UNIT_CODE)
    role = serializers.ChoiceField(choices=GIVEN_ROLES)
    title = serializers.CharField(max_length=limits.POST)
    since = serializers.DateField(required=False)
    until = serializers.DateField(required=False, allow_null=True, default=None)
    fields_in_charge = serializers.ListField(
        child=serializers.CharField(max_length=limits.UNIT_CODE),
        max_length=limits.UNITS_IN_CLASS,
        default=list,
    )
    decision_number = serializers.CharField(
        max_length=limits.DOCUMENT_NUMBER, required=False, allow_blank=True, default=""
    )
    decision_date = serializers.DateField(required=False, allow_null=True, default=None)


class PostEndInput(StrictSerializer):
    """The last day of a post; at once where it is not said."""

    on = serializers.DateField(required=False)


class HeldPostOutput(Output):
    """A post with its days, both belonging to it, and the decision."""

    id = serializers.UUIDField()
    unit = serializers.CharField(source="post.unit.code")
    unit_name = serializers.CharField(source="post.unit.name")
    role = serializers.ChoiceField(choices=Role.choices, source="post.role")
    title = serializers.CharField()
    fields_in_charge = serializers.SerializerMethodField()
    since = serializers.SerializerMethodField()
    until = serializers.SerializerMethodField()
    stands = serializers.SerializerMethodField()
    decision_number = serializers.CharField()
    decision_date = serializers.DateField(allow_null=True)

    def get_fields_in_charge(self, post: Appointment) -> list[str]:
        return [unit.code for unit in post.fields_in_charge.all()]

    def get_since(self, post: Appointment) -> str:
        return first_day(post.valid_from).isoformat()

    def get_until(self, post: Appointment) -> str | None:
        last = last_day(post.valid_to)
        return last.isoformat() if last else None

    def get_stands(self, post: Appointment) -> str:
        now = self.context["now"]
        if post.valid_from > now:
            return TO_COME
        return PAST if post.valid_to is not None and post.valid_to <= now else NOW


class PersonOutput(Output):
    """A person with all posts, the latest first; `invited`: a link was made and not used, `has_password`: they can log in."""

    id = serializers.UUIDField()
    username = serializers.CharField()
    full_name = serializers.CharField()
    email = serializers.CharField()
    telephone = serializers.CharField()
    active = serializers.BooleanField(source="is_active")
    has_password = serializers.SerializerMethodField()
    invited = serializers.SerializerMethodField()
    posts = HeldPostOutput(many=True, source="appointments.all")

    def get_has_password(self, user: User) -> bool:
        return user.has_usable_password()

    def get_invited(self, user: User) -> bool:
        now = self.context["now"]
        return any(link.until is None or link.until > now for link in user.invitations.all())
