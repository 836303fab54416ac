"""The role Admin may look at what came after it was made: comments, suggestions, corrections, erasures."""

from typing import Any

from django.db import migrations

LOOKED_UP = ("comment", "suggestion", "correction", "erasurerecord")
NAMES = {"erasurerecord": "erasure record"}


def let_admins_look(apps: Any, _schema_editor: object) -> None:
    # Django makes permissions after all migrations; one that is there by then is left as it is.
    group, _ = apps.get_model("auth", "Group").objects.get_or_create(name="Admin")
    for model in LOOKED_UP:
        about, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
            app_label="interviews", model=model
        )
        right, _ = apps.get_model("auth", "Permission").objects.get_or_create(
            codename=f"view_{model}",
            content_type=about,
            defaults={"name": f"Can view {NAMES.get(model, model)}"},
        )
        group.permissions.add(right)


class Migration(migrations.Migration):
    dependencies = [("interviews", "0024_tallies")]

    operations = [migrations.RunPython(let_admins_look, migrations.RunPython.noop)]
