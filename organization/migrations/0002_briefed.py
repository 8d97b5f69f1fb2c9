"""Whoever holds a post today was told by the acts themselves: only who comes from now on is still to be told."""

import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('organization', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name=name,
            name='briefed_at',
            field=models.DateTimeField(null=True, default=django.utils.timezone.now),
            preserve_default=False,
        )
        for name in ('appointment', 'delegation')
    ]
