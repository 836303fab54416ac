"""Links by which people outside the newsroom read an interview before it is public."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.db import models
from django.urls import reverse
from django.utils import timezone

from interviews.models.interview import Interview

_SIGNER = Signer(salt="interviews.preview-link", sep=".")


class PreviewLinkQuerySet(models.QuerySet["PreviewLink"]):
    """Questions about preview links."""

    def working(self, now: datetime) -> PreviewLinkQuerySet:
        """Those that show something."""
        return self.filter(revoked_at=None, expires_at__gt=now)

    def signed(self, token: str) -> PreviewLink | None:
        """The link with that token; None where nobody here has signed it, or it was never made."""
        try:
            pk = int(_SIGNER.unsign(token))
        except (BadSignature, ValueError):
            return None
        return self.select_related("interview", "made_by").filter(pk=pk).first()


class PreviewLink(models.Model):
    """One link, bound to the interview as it stood: its words (``record``), title and standfirst.

    ``record`` is the number of the last entry of the history that it shows; ``version`` the interview's.
    Nothing is deleted: a link is revoked, or runs out.
    """

    interview = models.ForeignKey(Interview, models.CASCADE, related_name="preview_links")
    version = models.PositiveIntegerField()
    record = models.PositiveIntegerField()
    title = models.CharField(max_length=300)
    standfirst = models.TextField(blank=True)
    made_at = models.DateTimeField(auto_now_add=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    objects = PreviewLinkQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-pk"]
        default_permissions = ()  # whoever may edit the interview may show it

    def __str__(self) -> str:
        return f"{self.title}, version {self.version}"

    def get_absolute_url(self) -> str:
        return reverse("interviews:shared-preview", args=[_SIGNER.sign(str(self.pk))])

    @property
    def works(self) -> bool:
        return self.revoked_at is None and self.expires_at > timezone.now()
