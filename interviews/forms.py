"""What browsers send, parsed and checked."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from interviews.models import Interview, Speaker
from interviews.text.cleaning import UnsafeText, clean


class CleanTextMixin(forms.ModelForm):  # type: ignore[type-arg]
    """Refuses what may not stand in a text, with a sentence."""

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean() or self.cleaned_data
        for name, value in list(cleaned.items()):
            if isinstance(value, str):
                try:
                    cleaned[name] = clean(value)
                except UnsafeText as unsafe:
                    self.add_error(name, ValidationError(str(unsafe)))
        return cleaned


class DetailsForm(CleanTextMixin):
    """What stands above the interview."""

    class Meta:
        model = Interview
        fields = ("title", "standfirst", "recorded_on", "language")
        widgets = {  # noqa: RUF012 (Django reads this attribute and never changes it)
            "title": forms.TextInput(),
            "standfirst": forms.Textarea(attrs={"rows": 3}),
            "recorded_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        }
        help_texts = {  # noqa: RUF012
            "standfirst": "One or two sentences under the title: who speaks, about what.",
            "recorded_on": "When the conversation took place.",
        }


class SpeakerForm(CleanTextMixin):
    """Who somebody is."""

    class Meta:
        model = Speaker
        fields = ("role", "full_name", "description")


_Base = forms.inlineformset_factory(Interview, Speaker, form=SpeakerForm, extra=0, can_delete=False)


class SpeakerFormSet(_Base):  # type: ignore[valid-type,misc]
    """All speakers of an interview."""

    def known(self) -> dict[int, dict[str, Any]]:
        """What was sent, by the speaker's id."""
        return {form.instance.pk: form.cleaned_data for form in self.forms}
