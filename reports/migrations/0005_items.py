from django.conf import settings
from django.db import migrations, models
import django.db.models.deletion
import uuid_utils.compat


class Migration(migrations.Migration):
    dependencies = [
        ('organization', '0001_initial'),
        ('plans', '0002_items'),
        ('reports', '0004_update_is_a_case'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.DeleteModel("MonitoredPlan"),
        migrations.DeleteModel("Progress"),
        migrations.CreateModel(
            name='Progress',
            fields=[
                ('id', models.UUIDField(default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False)),
                ('on', models.DateField()),
                ('text', models.TextField()),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='plans.monitoringitem')),
                ('report', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='progress', to='reports.monitoringreport')),
            ],
            options={
                'ordering': ['on', 'id'],
            },
        ),
        migrations.CreateModel(
            name='MonitoredItem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('shortfall', models.CharField(blank=True, max_length=1000)),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='plans.monitoringitem')),
                ('report', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='monitored', to='reports.monitoringreport')),
                ('units', models.ManyToManyField(related_name='+', to='organization.unit')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('report', 'item'), name='monitored_item_once')],
            },
        ),
    ]
