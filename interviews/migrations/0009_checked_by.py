from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("interviews", "0008_comments")]

    operations = [
        migrations.AddField(
            model_name="interview",
            name="checked_by",
            field=models.CharField(blank=True, editable=False, max_length=32, default=""),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="interview",
            name="check_key",
            field=models.CharField(blank=True, editable=False, max_length=32, default=""),
            preserve_default=False,
        ),
    ]
