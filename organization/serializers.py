"""People and units over the wire."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from notation import limits
from organization.http.serializers import Output

from .http.serializers import StrictSerializer
from .models import Role, Unit, UnitName
from .models.units import PERMISSIONS


class LoginInput(StrictSerializer):
    """Who logs in."""

    username = serializers.CharField(max_length=limits.USERNAME)
    password = serializers.CharField(max_length=limits.PASSWORD, trim_whitespace=False)


class AppointmentOutput(Output):
    """A post that the person holds now."""

    unit = serializers.CharField()
    role = serializers.ChoiceField(choices=Role.choices)
    title = serializers.CharField()


class InstitutionOutput(Output):
    """The person's institution, with the codes of its office and root unit."""

    id = serializers.UUIDField()
    code = serializers.CharField()
    name = serializers.CharField()
    office = serializers.CharField(allow_null=True)
    root = serializers.CharField()  # type: ignore[assignment]


class RegulationInput(StrictSerializer):
    """The working regulation by which the head of the admin office signs TL.; a blank number: none."""

    number = serializers.CharField(max_length=limits.DOCUMENT_NUMBER, allow_blank=True)
    date = serializers.DateField(allow_null=True)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """A regulation has a day."""
        if attrs["number"].strip() and attrs["date"] is None:
            raise serializers.ValidationError({"date": [_("This field is required.")]})
        return {**attrs, "number": attrs["number"].strip()}


class RegulationOutput(Output):
    """The working regulation by which the head of the admin office signs TL., and who recorded it; blank: none."""

    number = serializers.CharField(source="regulation_number")
    date = serializers.DateField(source="regulation_date", allow_null=True)
    by = serializers.CharField(source="regulation_by.full_name", default=None, allow_null=True)
    at = serializers.DateTimeField(source="regulation_at", allow_null=True)


class PermissionsOutput(Output):
    """For each permission, the codes of the units on which it is held now."""

    def get_fields(self) -> dict[str, serializers.Field[Any, Any, Any, Any]]:
        return {name: serializers.ListField(child=serializers.CharField()) for name in PERMISSIONS}


class MeOutput(Output):
    """The person who asks."""

    id = serializers.UUIDField()
    username = serializers.CharField()
    full_name = serializers.CharField()
    institution = InstitutionOutput()
    appointments = AppointmentOutput(many=True)
    permissions = PermissionsOutput()
    by_order = serializers.BooleanField()


class UnitOutput(serializers.ModelSerializer[Unit]):
    """A unit with its other names."""

    parent = serializers.CharField(source="parent.code", default=None, allow_null=True)  # type: ignore[assignment]
    aliases = serializers.SerializerMethodField()
    past_names = serializers.SerializerMethodField()
    successor = serializers.CharField(source="successor.code", default=None, allow_null=True)
    office = serializers.SerializerMethodField()

    class Meta:
        model = Unit
        fields = (
            "id", "code", "name", "kind", "parent", "aliases", "past_names", "valid_from", "valid_to", "successor",
            "office",
        )  # fmt: skip
        read_only_fields = fields

    def get_aliases(self, unit: Unit) -> list[str]:
        return [name.name for name in unit.names.all() if name.kind == UnitName.Kind.ALIAS]

    def get_past_names(self, unit: Unit) -> list[str]:
        return [name.name for name in unit.names.all() if name.kind == UnitName.Kind.PAST]

    def get_office(self, unit: Unit) -> bool:
        return unit.institution.office_id == unit.id


class CalendarDayInput(StrictSerializer):
    """What is said of a day."""

    working = serializers.BooleanField()
    name = serializers.CharField(max_length=limits.NAME)
    source = serializers.CharField(max_length=limits.NAME)  # type: ignore[assignment]


class CalendarDayOutput(Output):
    """A day that differs from Monday to Friday."""

    date = serializers.DateField()
    working = serializers.BooleanField()
    name = serializers.CharField()
    source = serializers.CharField()  # type: ignore[assignment]
    edited = serializers.BooleanField()


class YearFilter(StrictSerializer):
    """Which year."""

    year = serializers.IntegerField(min_value=limits.FIRST_YEAR, max_value=limits.LAST_YEAR)
