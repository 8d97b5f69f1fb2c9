from django.conf import settings
from django.db import migrations, models
import django.db.models.deletion
import uuid_utils.compat


class Migration(migrations.Migration):
    dependencies = [
        ('meetings', '0004_closing'),
        ('plans', '0002_items'),
        ('organization', '0001_initial'),
        ('periods', '0002_photograph'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.DeleteModel("Consequence"),
        migrations.CreateModel(
            name='Consequence',
            fields=[
                ('id', models.UUIDField(default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False)),
                ('title', models.CharField(max_length=1000)),
                ('trigger', models.CharField(choices=[('no-result', 'No Result'), ('inaccurate', 'Inaccurate')], max_length=20)),
                ('applied', models.BooleanField()),
                ('reason', models.TextField()),
                ('decided_at', models.DateTimeField()),
                ('decided_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['decided_at', 'id'],
            },
        ),
        migrations.AddField(
            model_name='consequence',
            name='item',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='plans.monitoringitem'),
        ),
        migrations.AddField(
            model_name='consequence',
            name='meeting',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='consequences', to='meetings.meeting'),
        ),
        migrations.AddField(
            model_name='consequence',
            name='period',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='periods.period'),
        ),
        migrations.AddField(
            model_name='consequence',
            name='unit',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organization.unit'),
        ),
        migrations.AddConstraint(
            model_name='consequence',
            constraint=models.UniqueConstraint(fields=('meeting', 'period', 'unit', 'item', 'trigger'), name='consequence_once'),
        ),
    ]
