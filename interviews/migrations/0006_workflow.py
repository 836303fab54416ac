import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


def person(name: str) -> models.ForeignKey:  # type: ignore[type-arg]
    return models.ForeignKey(
        blank=True,
        null=True,
        on_delete=django.db.models.deletion.SET_NULL,
        related_name=name,
        to=settings.AUTH_USER_MODEL,
    )


class Migration(migrations.Migration):
    dependencies = [
        ("interviews", "0005_redo"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterModelOptions(
            "interview",
            {
                "ordering": ["-created_at", "-pk"],
                "permissions": [
                    ("change_own_interview", "Can change interviews that they brought in or are assigned to"),
                    ("approve_interview", "Can mark interviews as ready"),
                ],
            },
        ),
        migrations.AlterField(
            "interview",
            "status",
            models.CharField(
                choices=[
                    ("draft", "Draft"),
                    ("in_review", "In review"),
                    ("ready", "Ready"),
                    ("published", "Published"),
                    ("withdrawn", "Withdrawn"),
                ],
                default="draft",
                max_length=20,
            ),
        ),
        migrations.AddField(
            "interview",
            "assignee",
            person("assigned_interviews"),
        ),
        migrations.AddField("interview", "due_on", models.DateField(blank=True, null=True)),
        migrations.AddField(
            "interview",
            "sent_by",
            person("+"),
        ),
        migrations.AddField(
            "interview",
            "approved_by",
            person("+"),
        ),
        migrations.AddField(
            "interview",
            "approved_version",
            models.PositiveIntegerField(blank=True, editable=False, null=True),
        ),
    ]
