from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("interviews", "0011_corrections")]

    operations = [
        migrations.AddField(
            model_name="sourcefile",
            name="options",
            field=models.JSONField(blank=True, default=dict),
        ),
    ]
