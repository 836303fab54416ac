"""Every address of the app, by what it is about."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path, re_path

from interviews.services.limiting import SEARCHES
from interviews.views import (
    addressing,
    arranging,
    bulk_importing,
    choosing,
    commenting,
    conflicts,
    desk,
    editor,
    erasing,
    exporting,
    flags,
    here,
    history,
    importing,
    keys,
    preview_links,
    public,
    publishing,
    quotes,
    reading,
    reimporting,
    replacing,
    rules,
    source,
    speakers,
    standing,
    suggesting,
    tray,
    turns,
    undoing,
    withdrawing,
    workflow,
)
from interviews.views.limiting import limited

app_name = "interviews"

public_urls = [
    path("", public.index, name="index"),
    path("corrections/", public.corrections, name="corrections"),
    path("previews/<str:token>/", preview_links.shared, name="shared-preview"),
    path("corrections/feed.xml", public.file, name="corrections-feed"),
    path("interviews/<slug:slug>/", reading.interview, name="published"),
    path("interviews/<slug:slug>/quotes/<slug:key>/", quotes.quote_page, name="quote"),
    path("interviews/<slug:slug>/quotes/<slug:key>/embed/", quotes.embed, name="quote-embed"),
    path("interviews/<slug:slug>/suggest/<slug:key>/", suggesting.suggestion_page, name="suggest"),
    path("oembed/", quotes.oembed, name="oembed"),
    path("interviews/<slug:slug>/changes/", public.file, name="changes"),
]
standing_urls = [
    path("feed.xml", standing.standing, name="feed"),
    path("rss.xml", standing.standing, name="rss"),
    path("sitemap.xml", standing.standing, name="sitemap"),
    path("sitemaps/news.xml", standing.news_sitemap, name="news-sitemap"),
    path("robots.txt", standing.standing, name="robots"),
    path("humans.txt", standing.standing, name="humans"),
    path("site.webmanifest", standing.standing, name="manifest"),
    path("brand.css", standing.standing, name="brand-css"),
    path("favicon.ico", standing.standing, name="favicon"),
    path("icons/<int:size>.png", standing.standing, name="icon"),
    path("archive/", standing.standing, name="archive"),
    path("people/", standing.standing, name="people"),
    path("series/", standing.standing, name="series"),
    path("topics/", standing.standing, name="topics"),
    path("search/", limited(standing.search_page, SEARCHES, asks="q"), name="search"),
]
# Every other public file. What has neither a slash nor an ending gets its slash first, as Django does it.
public_files = [re_path(r"^(?P<path>.*(?:/|\.\w+))$", public.file, name="public-file")]

new_urls = [
    path("", importing.new, name="new"),
    path("preview/", importing.preview, name="preview-import"),
    path("make/", importing.make, name="make"),
]

turn_urls = [
    path("", turns.show, name="turn"),
    path("edit/", turns.edit, name="edit-turn"),
    path("both/", conflicts.take_both, name="take-both"),
    path("aside/", turns.set_aside, name="set-turn-aside"),
    path("restore/", turns.restore, name="restore-turn"),
    path("split/", arranging.split, name="split-turn"),
    path("merge/", arranging.merge, name="merge-turn"),
    path("move/", arranging.move, name="move-turn"),
    path("insert/", arranging.insert, name="insert-turn"),
]

interview_urls: list[URLPattern | URLResolver] = [
    path("", editor.editor, name="editor"),
    path("queue/", editor.queue, name="queue"),
    path("check/", editor.check, name="check"),
    path("undo/", undoing.undo_last, name="undo"),
    path("redo/", undoing.redo_last, name="redo"),
    path("take-back/", undoing.take_back, name="take-back"),
    path("do-again/", undoing.do_again, name="do-again"),
    path("alike/<slug:kind>/", flags.alike, name="alike"),
    path("flags/<int:flag>/settle/", flags.settle, name="settle"),
    path("flags/<int:flag>/dismiss/", flags.dismiss, name="dismiss"),
    path("flags/<int:flag>/reopen/", flags.reopen, name="reopen"),
    path("turns/<slug:key>/", include(turn_urls)),
    path("chosen/give/", choosing.give, name="give-turns"),
    path("chosen/join/", choosing.join, name="join-turns"),
    path("chosen/aside/", choosing.set_aside, name="set-turns-aside"),
    path("aside/", tray.tray, name="tray"),
    path("aside/<slug:key>/restore/", tray.restore, name="restore-kept"),
    path("speakers/", speakers.speakers, name="speakers"),
    path("speakers/rename/", speakers.rename_speaker, name="rename-speaker"),
    path("speakers/rename/now/", speakers.rename_now, name="rename-speaker-now"),
    path("replace/", replacing.replace, name="replace"),
    path("source/", source.source, name="source"),
    path("source/<int:file>/", source.source_download, name="source-download"),
    path("import-again/", reimporting.import_again, name="import-again"),
    path("import-again/take-over/", reimporting.take_over_now, name="take-over"),
    path("history/", history.history, name="history"),
    path("history/compare/", history.compare, name="compare"),
    path("history/restore/", history.restore, name="restore"),
    path("details/", publishing.details, name="details"),
    path("export/", exporting.choose, name="export"),
    path("export/<slug:format_id>/", exporting.download, name="export-format"),
    path("here/", here.here, name="here"),
    path("claim/", here.claim_interview, name="claim"),
    path("comments/", commenting.comments, name="comments"),
    path("comments/<int:comment>/resolve/", commenting.resolve_comment, name="resolve-comment"),
    path("comments/<int:comment>/reopen/", commenting.reopen_comment, name="reopen-comment"),
    path("suggestions/", suggesting.suggestions, name="suggestions"),
    path("suggestions/<int:suggestion>/take-up/", suggesting.take_up_suggestion, name="take-up-suggestion"),
    path(
        "suggestions/<int:suggestion>/dismiss/", suggesting.dismiss_suggestion_now, name="dismiss-suggestion"
    ),
    path("status/", workflow.status, name="status"),
    path("status/review/", workflow.to_review, name="to-review"),
    path("status/ready/", workflow.to_ready, name="to-ready"),
    path("status/draft/", workflow.to_draft, name="to-draft"),
    path("status/assign/", workflow.assign, name="assign"),
    path("preview/", publishing.preview, name="preview"),
    path("publish/", publishing.publish_page, name="publish"),
    path("preview-links/", preview_links.links, name="preview-links"),
    path("preview-links/<int:link>/revoke/", preview_links.revoke, name="revoke-preview-link"),
    path("erase/", erasing.erase_words, name="erase"),
    path("address/", addressing.address, name="address"),
    path("unschedule/", publishing.unschedule_page, name="unschedule"),
    path("unpublish/", withdrawing.withdraw_page, name="unpublish"),
]

rule_urls = [
    path("", rules.rules, name="rules"),
    path("new/", rules.new, name="new-rule"),
    path("<int:rule>/", rules.rule, name="rule"),
    path("<int:rule>/switch/", rules.switch, name="switch-rule"),
]

urlpatterns = [
    *public_urls,
    *standing_urls,
    path("desk/", desk.desk, name="desk"),
    path("desk/waiting/", desk.waiting, name="waiting"),
    path("desk/new/", include(new_urls)),
    path("desk/imports/<int:job>/", bulk_importing.import_job, name="import-job"),
    path("desk/rules/", include(rule_urls)),
    path("desk/keys/", keys.own_keys, name="own-keys"),
    path("desk/<int:pk>/", include(interview_urls)),
    *public_files,
]
