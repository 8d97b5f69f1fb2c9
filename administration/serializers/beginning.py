"""Links, passwords and setting up over the wire."""

from typing import Any

from rest_framework import serializers

from administration.queries.setup import STEPS
from notation import limits
from organization.http.serializers import Output, StrictSerializer
from organization.words import WORDS


class LinksInput(StrictSerializer):
    """For whom."""

    people = serializers.ListField(child=serializers.UUIDField(), min_length=1, max_length=limits.AT_ONCE)


class LinkOutput(Output):
    """A link that works once; it is shown now and never again; `mailed`: it went to the person's address, too."""

    name = serializers.CharField(source="person.full_name")
    username = serializers.CharField(source="person.username")
    link = serializers.CharField()
    mailed = serializers.BooleanField()


class LinksOutput(Output):
    """All of them."""

    results = LinkOutput(many=True)


class InvitationOutput(Output):
    """Whose link it is."""

    name = serializers.CharField(source="full_name")
    username = serializers.CharField()


class NewPasswordInput(StrictSerializer):
    """The password to set."""

    password = serializers.CharField(max_length=limits.PASSWORD, trim_whitespace=False)


class PasswordChangeInput(StrictSerializer):
    """The password that it was, and that it is to be."""

    old = serializers.CharField(max_length=limits.PASSWORD, trim_whitespace=False)
    new = serializers.CharField(max_length=limits.PASSWORD, trim_whitespace=False)


def own_words() -> dict[str, serializers.Field[Any, Any, Any, Any]]:
    """A field for each of them."""
    return {name: serializers.CharField(max_length=limits.OWN_WORD, required=False) for name in WORDS}


class WordsInput(StrictSerializer):
    """What the institution calls itself, its people, who leads it, its admin office; what is not said is as usual."""

    def get_fields(self) -> dict[str, serializers.Field[Any, Any, Any, Any]]:
        return own_words()


class WordsOutput(Output):
    """The same, each with what is usual where nothing was said."""

    def get_fields(self) -> dict[str, serializers.Field[Any, Any, Any, Any]]:
        return {name: serializers.CharField() for name in WORDS}


class NewInstitutionInput(StrictSerializer):
    """The institution."""

    code = serializers.CharField(max_length=limits.UNIT_CODE)
    name = serializers.CharField(max_length=limits.UNIT_NAME)
    place = serializers.CharField(max_length=limits.TOWN, required=False, allow_blank=True, default="")
    words = WordsInput(required=False, default=dict)


class NewAdministratorInput(StrictSerializer):
    """Who keeps it going."""

    full_name = serializers.CharField(max_length=limits.PERSON)
    username = serializers.CharField(max_length=limits.USERNAME)
    email = serializers.EmailField(max_length=limits.EMAIL, required=False, allow_blank=True, default="")
    password = serializers.CharField(max_length=limits.PASSWORD, trim_whitespace=False)


class BeginInput(StrictSerializer):
    """The institution, its first administrator, and the secret that `manage.py begin` printed."""

    secret = serializers.CharField(max_length=limits.SECRET)
    institution = NewInstitutionInput()
    administrator = NewAdministratorInput()


class SetupFilter(StrictSerializer):
    """The secret that was printed, for whom nobody knows yet."""

    secret = serializers.CharField(max_length=limits.SECRET, required=False)


class StepOutput(Output):
    """One step, and whether it is done."""

    step = serializers.ChoiceField(choices=STEPS)
    done = serializers.BooleanField()


class SetupOutput(Output):
    """How far it has come; `begun`: there is an institution."""

    begun = serializers.BooleanField()
    steps = StepOutput(many=True)


class InstitutionChangeInput(StrictSerializer):
    """What is to be different; `office`: code of the admin office."""

    name = serializers.CharField(max_length=limits.UNIT_NAME, required=False)
    place = serializers.CharField(max_length=limits.TOWN, required=False, allow_blank=True)
    words = WordsInput(required=False)
    office = serializers.CharField(max_length=limits.UNIT_CODE, required=False)


class WholeInstitutionOutput(Output):
    """The institution with its own words."""

    code = serializers.CharField()
    name = serializers.CharField()
    place = serializers.CharField()
    office = serializers.CharField(source="office.code", default=None, allow_null=True)
    words = serializers.SerializerMethodField()

    def get_words(self, institution: Any) -> dict[str, str]:
        return {**WORDS, **institution.words}
