"""Another address for an interview, and the ones that it had."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from interviews.permissions import DeskRequest, publishers_only
from interviews.services.errors import Refused
from interviews.services.readdressing import change_address
from interviews.views.editor import found_interview


class AddressForm(forms.Form):
    """The part of the address that names the interview."""

    slug = forms.SlugField(
        label="Address",
        max_length=100,
        help_text="Small letters, digits and hyphens, such as the-bridge-inspector.",
        widget=forms.TextInput(attrs={"class": "code", "spellcheck": "false", "autocapitalize": "off"}),
    )

    def clean_slug(self) -> str:
        slug: str = self.cleaned_data["slug"]
        return slug.lower()


@publishers_only
@require_http_methods(["GET", "POST"])
def address(request: DeskRequest, pk: int) -> HttpResponse:
    """Show the address and the earlier ones; change it."""
    interview = found_interview(request, pk)
    form = AddressForm(request.POST if request.method == "POST" else None, initial={"slug": interview.slug})
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                done = change_address(interview=interview, slug=form.cleaned_data["slug"], by=request.user)
            except Refused as refusal:
                form.add_error("slug", str(refusal))
                status = 409
            else:
                messages.success(request, f"{done.label}." if done else "That is the address already.")
                return redirect("interviews:address", pk)
    context = {
        "interview": interview,
        "form": form,
        "publication": interview.current_publication(),
        "earlier": interview.earlier_addresses.exclude(slug=interview.slug),
    }
    return render(request, "desk/address.html", context, status=status)
