from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("interviews", "0013_artefacts")]

    operations = [
        migrations.AddField(
            model_name="publication",
            name="gone",
            field=models.JSONField(
                blank=True,
                default=list,
                help_text="Turns that readers had before, each with the one before it.",
            ),
        ),
    ]
