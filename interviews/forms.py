"""What browsers send, parsed and checked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils import timezone

from interviews.models import HouseRule, Interview, Series, Speaker, Topic
from interviews.people import name_of
from interviews.permissions import people_of_the_desk
from interviews.text.cleaning import UnsafeText, clean
from interviews.text.language_tags import standard_tag
from interviews.text.patterns import BadPattern, BadReplacement
from interviews.transcript.filing import (
    LARGEST_NUMBER,
    LONGEST_NAME,
    MOST_TOPICS,
    Filing,
    topics_in,
    topics_written,
)


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


class HeadForm(CleanTextMixin):
    """A form with the language of an interview among its fields."""

    def clean_language(self) -> str:
        """Refuses what is no language."""
        written: str = self.cleaned_data["language"]
        tag = standard_tag(written)
        if tag is None:
            raise ValidationError(
                f"“{written}” is no language tag. Write one such as en, de-CH or pt-BR: the language, and "
                "the country where it matters."
            )
        return tag


class DetailsForm(HeadForm):
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


class FilingForm(forms.Form):
    """Under which series and topics the interview is filed. Known ones are offered; any other is made."""

    series = forms.CharField(
        required=False,
        max_length=LONGEST_NAME,
        help_text="Choose one, or type the name of a new one.",
        widget=forms.TextInput(attrs={"list": "known-series", "autocomplete": "off"}),
    )
    number = forms.IntegerField(
        required=False,
        label="Part",
        min_value=1,
        max_value=LARGEST_NUMBER,
        help_text="Its number in the series. Those without one follow in the order of publishing.",
    )
    topics = forms.CharField(
        required=False,
        max_length=MOST_TOPICS * LONGEST_NAME,
        help_text="What it is about, with commas between, such as rivers, public works.",
        widget=forms.TextInput(attrs={"list": "known-topics", "autocomplete": "off", "data-many": "true"}),
    )

    def __init__(self, sent: Mapping[str, Any] | None = None, *, now: Filing) -> None:
        topics = topics_written(now.topics)
        super().__init__(sent, initial={"series": now.series, "number": now.number, "topics": topics})

    def clean(self) -> dict[str, Any]:
        """Refuses a number of nothing."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("number") and not cleaned.get("series"):
            self.add_error("series", "Of which series is it a part? Name it, or leave the number out.")
        return cleaned

    @property
    def filing(self) -> Filing:
        """What was sent."""
        sent = self.cleaned_data
        return Filing(sent["series"], sent["number"], topics_in(sent["topics"]))

    def known_series(self) -> QuerySet[Series, str]:
        """The names that are offered."""
        return Series.objects.in_use().values_list("name", flat=True)

    def known_topics(self) -> QuerySet[Topic, str]:
        return Topic.objects.in_use().values_list("name", flat=True)


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


class AssignmentForm(forms.Form):
    """Whose work an interview is, by when it should be done, and before when it may not go out."""

    assignee = forms.ChoiceField(required=False, label="Assigned to")
    due_on = forms.DateField(
        required=False, label="Due on", widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    embargo_until = forms.DateTimeField(
        required=False,
        label="Embargo until",
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )

    def __init__(self, sent: Mapping[str, Any] | None = None, *, interview: Interview) -> None:
        now = {"assignee": str(interview.assignee_id or "")}
        now |= {name: getattr(interview, name) for name in ("due_on", "embargo_until")}
        super().__init__(sent, initial=now)
        zone = timezone.get_current_timezone_name()
        self.fields[
            "embargo_until"
        ].help_text = (
            f"{zone}. Nobody can publish it before. What readers have already can be corrected all the same."
        )
        people = people_of_the_desk().order_by("first_name", "last_name", "username")
        self._people = {str(user.pk): user for user in people}
        if (
            interview.assignee is not None
        ):  # who has left the desk meanwhile stays until somebody else is named
            self._people.setdefault(str(interview.assignee.pk), interview.assignee)
        names = [(pk, name_of(user)) for pk, user in self._people.items()]
        field = self.fields["assignee"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "nobody"), *names]

    @property
    def person(self) -> User | None:
        """Who was chosen."""
        return self._people.get(self.cleaned_data["assignee"])


class HouseRuleForm(CleanTextMixin):
    """A house rule. ``ticks`` are its yes-or-no fields."""

    ticks = ("whole_words", "case_sensitive")

    class Meta:
        model = HouseRule
        fields = (
            "name",
            "pattern",
            "whole_words",
            "case_sensitive",
            "message",
            "replacement",
            "severity",
        )
        labels = {  # noqa: RUF012 (Django reads this attribute and never changes it)
            "whole_words": "Whole words only",
            "case_sensitive": "Capitals matter",
            "message": "What the editor is told",
            "replacement": "Replace with",
            "severity": "How much it weighs",
        }
        widgets = {  # noqa: RUF012
            name: forms.TextInput(attrs={"class": "code", "spellcheck": "false", "autocapitalize": "off"})
            for name in ("pattern", "replacement")
        }
        help_texts = {  # noqa: RUF012
            "name": "What your newsroom calls it.",
            "pattern": "A word, or a regular expression (RE2): | stands between words of which any will do, "
            "\\w is any letter or digit, \\s a space, + repeats.",
            "message": "The headline of the flag, such as “We write ‘email’”.",
            "replacement": "May stay empty. \\1 is what the first round brackets of the pattern hold. Unless "
            "capitals matter, it begins with a capital where the found words do.",
        }
        error_messages = {  # noqa: RUF012
            "name": {"unique": "Another house rule has this name. Choose one that tells them apart."}
        }

    def clean(self) -> dict[str, Any] | None:
        """Refuses a pattern that cannot be read or could take long, with a sentence."""
        cleaned = super().clean() or self.cleaned_data
        written = {name: cleaned[name] for name in ("pattern", "message", "replacement") if name in cleaned}
        if len(written) == 3:
            try:
                HouseRule(**written, **{name: cleaned[name] for name in self.ticks}).pure()
            except BadPattern as bad:
                self.add_error("pattern", ValidationError(str(bad)))
            except BadReplacement as bad:
                self.add_error("replacement", ValidationError(str(bad)))
        return cleaned
