"""Everybody's own keys."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from interviews.keyboard import COMMANDS, KeyTaken, KeyUnknown, Scope, commands, grouped
from interviews.models.key_choice import chosen_keys
from interviews.permissions import DeskRequest, editors_only
from interviews.services.choosing_keys import choose_keys


@editors_only
@require_http_methods(["GET", "POST"])
def own_keys(request: DeskRequest) -> HttpResponse:
    """Every command with its key, which can be another one."""
    wanted, problem = chosen_keys(request.user), ""
    if request.method == "POST":
        usual = "usual" in request.POST
        wanted = {} if usual else {one.id: request.POST.get(one.id, "") for one in COMMANDS}
        try:
            choose_keys(by=request.user, wanted=wanted)
        except (KeyTaken, KeyUnknown) as refusal:
            problem = str(refusal)
        else:
            messages.success(request, "The usual keys are back." if usual else "Your keys are kept.")
            return redirect("interviews:own-keys")
    every = {one.id: one for scope in Scope for one in commands(scope, wanted)}
    context = {"keys": grouped(every.values()), "problem": problem, "section": "keys"}
    return render(request, "desk/own_keys.html", context, status=422 if problem else 200)
