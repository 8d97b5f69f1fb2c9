"""Relations between tables point down the layers, as imports do: string references escape import-linter."""

from collections.abc import Iterable, Iterator

from django.apps import apps
from django.db import models
from django.test.utils import isolate_apps

LAYERS = {
    "organization": 1,
    "workflow": 2,
    "notifications": 2,
    "approvals": 3,
    "periods": 4,
    "plans": 5,
    "reports": 6,
    "instructions": 6,
    "extensions": 6,
    "opinions": 6,
    "meetings": 7,
    "handovers": 7,
    "weeks": 8,
    "administration": 8,
    "demo": 9,
}


def relations(
    tables: Iterable[type[models.Model]],
) -> Iterator[tuple[type[models.Model], str, type[models.Model]]]:
    """(from, field, to) for every foreign key, one-to-one and many-to-many of our own apps."""
    for table in tables:
        if table._meta.app_label not in LAYERS:
            continue
        for field in (*table._meta.local_fields, *table._meta.local_many_to_many):
            if isinstance(field.related_model, type):
                yield table, field.name, field.related_model


def upward(tables: Iterable[type[models.Model]]) -> list[str]:
    """Relations that reach a layer above, or beside, their own; libraries lie below all of ours."""
    return [
        f"{source._meta.label}.{field} -> {target._meta.label}"
        for source, field, target in relations(tables)
        if source._meta.app_label != target._meta.app_label
        and LAYERS.get(target._meta.app_label, 0) >= LAYERS[source._meta.app_label]
    ]


def test_relations_point_downward():
    tables = apps.get_models(include_auto_created=True)
    assert len(list(relations(tables))) > 20
    assert upward(tables) == []


def test_every_app_of_ours_has_a_layer():
    ours = {config.label for config in apps.get_app_configs() if "site-packages" not in config.path}
    assert ours - {"config"} == LAYERS.keys()


@isolate_apps("organization", "workflow", "notifications")
def test_a_relation_upward_or_sideways_is_seen():
    class Case(models.Model):
        class Meta:
            app_label = "workflow"

    class Unit(models.Model):
        current = models.ForeignKey(Case, models.PROTECT)

        class Meta:
            app_label = "organization"

    class Notification(models.Model):
        cases = models.ManyToManyField(Case)

        class Meta:
            app_label = "notifications"

    assert upward([Case, Unit, Notification]) == [
        "organization.Unit.current -> workflow.Case",
        "notifications.Notification.cases -> workflow.Case",
    ]
