"""The flags once more, for the page that counts them."""

from __future__ import annotations

from interviews.models.flag import Flag


class DetectionStatistics(Flag):
    """Gives the statistics their own place in the admin; whoever may see flags may see them."""

    class Meta:
        proxy = True
        default_permissions = ()
        verbose_name = verbose_name_plural = "statistics of detection"
