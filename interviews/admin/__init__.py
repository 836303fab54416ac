"""The admin: everything to be looked up, little to be changed, nothing to be deleted."""

from typing import cast

from django.contrib import admin
from django.urls import reverse_lazy

from interviews.admin.flags import FlagAdmin
from interviews.admin.house_rules import HouseRuleAdmin
from interviews.admin.interviews import InterviewAdmin
from interviews.admin.publications import PublicationAdmin
from interviews.admin.records import EditRecordAdmin
from interviews.admin.remarks import CommentAdmin, CorrectionAdmin, ErasureRecordAdmin, SuggestionAdmin
from interviews.admin.shelves import SeriesAdmin, TopicAdmin
from interviews.admin.sources import SourceFileAdmin
from interviews.admin.speakers import SpeakerAdmin
from interviews.admin.statistics import StatisticsAdmin
from interviews.admin.turns import TurnAdmin
from interviews.admin.users import PeopleAdmin

__all__ = [
    "CommentAdmin",
    "CorrectionAdmin",
    "EditRecordAdmin",
    "ErasureRecordAdmin",
    "FlagAdmin",
    "HouseRuleAdmin",
    "InterviewAdmin",
    "PeopleAdmin",
    "PublicationAdmin",
    "SeriesAdmin",
    "SourceFileAdmin",
    "SpeakerAdmin",
    "StatisticsAdmin",
    "SuggestionAdmin",
    "TopicAdmin",
    "TurnAdmin",
]

admin.site.site_header = "Newsroom"
admin.site.site_title = "Newsroom"
admin.site.index_title = "What is kept"
admin.site.site_url = cast("str", reverse_lazy("interviews:index"))
admin.site.enable_nav_sidebar = False  # the lists need the room, and the start page has the same links
