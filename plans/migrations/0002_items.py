from django.conf import settings
from django.db import migrations, models
import django.db.models.deletion
import uuid_utils.compat


class Migration(migrations.Migration):
    dependencies = [
        ('organization', '0001_initial'),
        ('periods', '0002_photograph'),
        ('plans', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.DeleteModel("MonitoringAssignment"),
        migrations.CreateModel(
            name='MonitoringItem',
            fields=[
                ('id', models.UUIDField(default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False)),
                ('title', models.CharField(blank=True, max_length=1000)),
                ('source', models.CharField(blank=True, max_length=300)),
                ('many', models.BooleanField(default=False)),
                ('institution', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organization.institution')),
                ('period', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='items', to='periods.period')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='MonitoringAssignment',
            fields=[
                ('id', models.UUIDField(default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False)),
                ('cadence', models.CharField(choices=[('monthly', 'Monthly'), ('weekly-and-monthly', 'Weekly And Monthly')], default='monthly', max_length=20)),
                ('minimum_value', models.PositiveIntegerField(null=True)),
                ('minimum_unit', models.CharField(blank=True, max_length=60)),
                ('since', models.DateTimeField(null=True)),
                ('until', models.DateTimeField(null=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('plan', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='followed', to='plans.plan')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='monitored', to='organization.unit')),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='assignments', to='plans.monitoringitem')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.AddConstraint(
            model_name='monitoringitem',
            constraint=models.UniqueConstraint(condition=models.Q(('many', True)), fields=('period', 'title'), name='class_of_plans_once'),
        ),
        migrations.AddConstraint(
            model_name='monitoringitem',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('many', False), ('title', '')), models.Q(('title', ''), _negated=True), _connector='OR'), name='class_has_title'),
        ),
        migrations.AddConstraint(
            model_name='monitoringassignment',
            constraint=models.UniqueConstraint(condition=models.Q(('until', None)), fields=('plan',), name='one_follows_a_plan'),
        ),
        migrations.AddConstraint(
            model_name='monitoringassignment',
            constraint=models.UniqueConstraint(condition=models.Q(('plan', None), ('until', None)), fields=('item',), name='one_follows_an_item'),
        ),
        migrations.AddConstraint(
            model_name='monitoringassignment',
            constraint=models.CheckConstraint(condition=models.Q(('since', None), ('until', None), ('since__lte', models.F('until')), _connector='OR'), name='followed_forwards'),
        ),
    ]
