from typing import Any

from django.db import migrations, models


def mark_undos(apps: Any, _schema_editor: Any) -> None:
    apps.get_model("interviews", "EditRecord").objects.exclude(undoes=None).update(is_undo=True)


class Migration(migrations.Migration):
    dependencies = [("interviews", "0004_heard")]

    operations = [
        migrations.AddField("editrecord", "is_undo", models.BooleanField(default=False)),
        migrations.RunPython(mark_undos, migrations.RunPython.noop),
    ]
