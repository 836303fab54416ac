from __future__ import annotations

from math import ceil
from typing import Any

import django.db.models.deletion
from django.db import migrations, models

from interviews.text.words import count_words

WORDS_A_MINUTE = 238  # as it was when this was written


def summaries(apps: Any, schema_editor: Any) -> None:
    """What lists tell of the publications that are there already."""
    publications = apps.get_model("interviews", "Publication").objects
    for publication in publications.only("pk", "transcript").iterator(chunk_size=20):
        told = publication.transcript
        spoke = {turn.get("speaker") for turn in told["turns"] if turn.get("part", "dialogue") == "dialogue"}
        guests = [
            one["full_name"] or one["name"]
            for one in told["speakers"]
            if one["role"] == "guest" and one["name"] in spoke
        ]
        words = sum(count_words(turn["text"]) for turn in told["turns"])
        summary = {"guests": guests, "minutes": max(1, ceil(words / WORDS_A_MINUTE))}
        publications.filter(pk=publication.pk).update(summary=summary)


class Migration(migrations.Migration):
    dependencies = [("interviews", "0012_import_options")]

    operations = [
        migrations.AddField(
            model_name="publication",
            name="summary",
            field=models.JSONField(blank=True, default=dict),
        ),
        migrations.RunPython(summaries, migrations.RunPython.noop, elidable=True),
        migrations.CreateModel(
            name="Artefact",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("path", models.CharField(max_length=400, unique=True)),
                ("digest", models.CharField(db_index=True, max_length=64)),
                ("media_type", models.CharField(max_length=100)),
                ("encodings", models.CharField(blank=True, max_length=20)),
                ("size", models.PositiveIntegerField()),
                ("status", models.PositiveSmallIntegerField(default=200)),
                ("headers", models.JSONField(blank=True, default=dict)),
                ("fingerprint", models.CharField(max_length=64)),
                (
                    "publication",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="artefacts",
                        to="interviews.publication",
                    ),
                ),
            ],
            options={"ordering": ["path"], "default_permissions": ()},
        ),
    ]
