"""What ``manage.py check`` tells: choices in the settings that change nothing, plug-ins that do not work."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, register
from django.core.checks import Warning as Caution

from interviews.detectors.configuring import unknown_names, unknown_weights
from interviews.detectors.plugins import plug_ins

_WHERE = "DETECTORS in the settings is read from NEWSROOM_DETECTORS."


@register
def detectors_are_known(app_configs: Sequence[AppConfig] | None, **_options: Any) -> list[CheckMessage]:  # noqa: ARG001
    """Every name in DETECTORS is that of a kind or a plug-in, and every weight one that there is."""
    chosen: object = settings.DETECTORS
    if not isinstance(chosen, dict):
        return [Error("DETECTORS must name kinds and their weights.", hint=_WHERE, id="interviews.E001")]
    return [
        *(Error(told, hint=_WHERE, id="interviews.E002") for told in unknown_names(chosen)),
        *(Error(told, hint=_WHERE, id="interviews.E003") for told in unknown_weights(chosen)),
    ]


@register
def plug_ins_work(app_configs: Sequence[AppConfig] | None, **_options: Any) -> list[CheckMessage]:  # noqa: ARG001
    """Every installed plug-in could be loaded; without the others the newsroom works all the same."""
    return [Caution(told, hint="Mend or uninstall it.", id="interviews.W001") for told in plug_ins().broken]
