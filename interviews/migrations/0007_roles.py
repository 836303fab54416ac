"""Four roles as groups. They are a start: what a group may do is changed in the admin."""

from typing import Any

from django.db import migrations

REPORTER = {"change_own_interview": "interview"}
EDITOR = {"change_interview": "interview", "approve_interview": "interview"}
PUBLISHER = EDITOR | {"add_publication": "publication", "change_houserule": "houserule"}
LOOKED_UP = ("interview", "turn", "speaker", "flag", "editrecord", "publication", "sourcefile", "houserule")
ADMIN = PUBLISHER | {f"view_{model}": model for model in LOOKED_UP}
PEOPLE = {"view_user": "user", "add_user": "user", "change_user": "user", "view_group": "group"}
ROLES = {"Reporter": REPORTER, "Editor": EDITOR, "Publisher": PUBLISHER, "Admin": ADMIN}


def make_roles(apps: Any, _schema_editor: object) -> None:
    # Django makes permissions after all migrations; one that is there by then is left as it is.
    for role, rights in ROLES.items():
        group, _ = apps.get_model("auth", "Group").objects.get_or_create(name=role)
        group.permissions.add(*[_right(apps, "interviews", *right) for right in rights.items()])
        if role == "Admin":
            group.permissions.add(*[_right(apps, "auth", *right) for right in PEOPLE.items()])


def _right(apps: Any, app: str, codename: str, model: str) -> Any:
    about, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(app_label=app, model=model)
    right, _ = apps.get_model("auth", "Permission").objects.get_or_create(
        codename=codename,
        content_type=about,
        defaults={"name": NAMES.get(codename, f"Can {codename.partition('_')[0]} {model}")},
    )
    return right


NAMES = {
    "change_own_interview": "Can change interviews that they brought in or are assigned to",
    "approve_interview": "Can mark interviews as ready",
    "change_houserule": "Can change house rule",
    "view_houserule": "Can view house rule",
    "view_editrecord": "Can view edit record",
    "view_sourcefile": "Can view source file",
}


class Migration(migrations.Migration):
    dependencies = [
        ("interviews", "0006_workflow"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(make_roles, migrations.RunPython.noop)]
