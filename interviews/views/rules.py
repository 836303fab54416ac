"""House rules: written in the browser, and seen at work before they are switched on."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from interviews.forms import HouseRuleForm
from interviews.models import HouseRule, Interview
from interviews.permissions import DeskRequest, rulers_only
from interviews.services.errors import StaleRule
from interviews.services.ruling import SECONDS, Trial, change_rule, make_rule, switch_rule, try_rule
from interviews.services.statistics import statistics
from interviews.text.patterns import BadPattern, BadReplacement


@rulers_only
@require_GET
def rules(request: DeskRequest) -> HttpResponse:
    """All house rules, with what became of what they found."""
    return render(request, "rules/list.html", {"lines": statistics().rules, "section": "rules"})


@rulers_only
@require_http_methods(["GET", "POST"])
def new(request: DeskRequest) -> HttpResponse:
    """A rule is written; it starts switched off."""
    form = HouseRuleForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        rule = make_rule(values=form.cleaned_data, by=request.user)
        messages.success(request, "Saved. It is off until you have seen what it finds and switch it on.")
        return redirect(rule)
    return _page(request, form, status=422 if form.errors else 200)


@rulers_only
@require_http_methods(["GET", "POST"])
def rule(request: DeskRequest, rule: int) -> HttpResponse:
    """One rule: what it says, what it finds in the archive, and its switch."""
    found = _found(rule)
    if request.method == "GET":
        return _page(request, HouseRuleForm(instance=found), found)
    form = HouseRuleForm(request.POST, instance=_found(rule))  # checking a form writes into its instance
    if not form.is_valid():
        return _page(request, form, found, seen=_seen(request), status=422)
    try:
        saved = change_rule(
            rule=found, values=form.cleaned_data, seen_version=_seen(request), by=request.user
        )
    except StaleRule as stale:
        return _page(request, form, stale.rule, problem=str(stale), status=409)
    messages.success(
        request,
        "Saved, and switched off: it finds other places now. Look at them, then switch it on."
        if found.enabled and not saved.enabled
        else "Saved.",
    )
    return redirect(saved)


@rulers_only
@require_POST
def switch(request: DeskRequest, rule: int) -> HttpResponse:
    """Interviews are checked by this rule from now on, or no longer."""
    found = _found(rule)
    on = request.POST.get("on") == "yes"
    try:
        switch_rule(rule=found, on=on, seen_version=_seen(request), by=request.user)
    except StaleRule as stale:
        return _page(request, HouseRuleForm(instance=stale.rule), stale.rule, problem=str(stale), status=409)
    messages.success(
        request,
        f"“{found.name}” is on. Each interview that is not public is checked by it when it is opened."
        if on
        else f"“{found.name}” is off. What was settled stays settled.",
    )
    return redirect(found)


def _found(rule: int) -> HouseRule:
    return get_object_or_404(HouseRule.objects.select_related("made_by", "changed_by"), pk=rule)


def _seen(request: DeskRequest) -> int:
    """The version that the form was made from; 0, which no rule has, where it says none."""
    value = request.POST.get("seen", "")
    return int(value) if value.isdecimal() and len(value) < 10 else 0


def _page(
    request: DeskRequest,
    form: HouseRuleForm,
    rule: HouseRule | None = None,
    *,
    seen: int | None = None,
    problem: str = "",
    status: int = 200,
) -> HttpResponse:
    """A rule's page; its hits are those of what is stored, not of what is being typed."""
    trial, unreadable = _trial(request, rule) if rule else (None, "")
    context = {
        "rule": rule,
        "form": form,
        "ticks": [form[name] for name in form.ticks],
        "wrong": ", ".join(f"“{field.label}”" for field in form if field.errors),
        "seen": rule.version if rule and seen is None else seen,
        "trial": trial,
        "seconds": round(SECONDS),
        "unreadable": unreadable,
        "problem": problem,
        "section": "rules",
    }
    return render(request, "rules/rule.html", context, status=status)


def _trial(request: DeskRequest, rule: HouseRule) -> tuple[Trial | None, str]:
    """What a rule finds; or why it cannot be used any more, as when the pattern language changed."""
    try:
        return try_rule(rule=rule.pure(), among=Interview.objects.editable_by(request.user)), ""
    except (BadPattern, BadReplacement) as bad:
        return None, str(bad)
