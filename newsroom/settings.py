"""All settings, read from the environment. Without any, a development server on SQLite."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from newsroom.environment import Environment
from newsroom.meanings import SQLITE
from newsroom.security import CONTENT_SECURITY_POLICY as CONTENT_SECURITY_POLICY
from newsroom.security import HTMX_CONFIG as HTMX_CONFIG

env = Environment()

# Core -------------------------------------------------------------------------------------------

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = env.folder("NEWSROOM_VAR", BASE_DIR / "var")
DEBUG = env.switch("DEBUG", default=True)
TESTING = "pytest" in sys.modules
SITE_NAME = env.text("SITE_NAME", "The Newsroom")
# What absolute addresses on public pages start with, such as https://newsroom.example.org.
SITE_URL = env.address("SITE_URL", "http://localhost:8000" if DEBUG else "")
# How public pages show whose they are, as JSON: docs/branding.md.
BRAND = env.json("NEWSROOM_BRAND")
# Font files for the pictures of links, for scripts that static/fonts lacks.
CARD_FONTS = env.files("NEWSROOM_CARD_FONTS")
ALLOWED_HOSTS = env.hosts("ALLOWED_HOSTS", ["localhost", "127.0.0.1", "[::1]"] if DEBUG else [])
ROOT_URLCONF = "newsroom.urls"
WSGI_APPLICATION = "newsroom.wsgi.application"

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "csp",
    "django_htmx",
    "interviews.apps.InterviewsConfig",
]

MIDDLEWARE = [
    "newsroom.health.HealthFirst",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "interviews.views.unspeakable.NulInAddress",
    "interviews.views.due.DuePublications",
    "interviews.views.moved.EarlierAddresses",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [*env.folders("NEWSROOM_TEMPLATES"), BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "newsroom.context.site",
            ],
        },
    },
]

FORM_RENDERER = "interviews.renderer.Renderer"

# The language of the words that stand around the interviews on public pages, where BRAND names none.
SITE_LANGUAGE = env.language("LANGUAGE_CODE", "en-gb")
# The desk and the admin speak English; LANGUAGES are those of which interviews/locale has the public words.
LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", "English"), ("de", "Deutsch"), ("fr", "Français")]
LOCALE_PATHS = [BASE_DIR / "interviews" / "locale"]  # goes before Django's own words, such as its "Search"
TIME_ZONE = env.time_zone("TIME_ZONE", "UTC")
USE_I18N = True
USE_TZ = True

# Data -------------------------------------------------------------------------------------------

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATABASES = {"default": env.database("DATABASE_URL", VAR_DIR / "newsroom.sqlite3")}
if DATABASES["default"]["ENGINE"] == SQLITE:
    # A transaction that starts as a reader cannot become a writer while another one writes, whatever the
    # timeout; IMMEDIATE queues writers instead, and a write-ahead log lets readers go on meanwhile.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
    }
    # Threads of the live server in tests share a file, which they could not share in memory.
    DATABASES["default"]["TEST"] = {"NAME": VAR_DIR / "test.sqlite3"}
else:
    DATABASES["default"]["OPTIONS"] = {"connect_timeout": 5, **DATABASES["default"].get("OPTIONS", {})}
DATABASES["default"]["CONN_HEALTH_CHECKS"] = (
    True  # else each worker fails once after the database was restarted
)
# Opening a database took three quarters of the time in which a stored page is sent.
CONN_MAX_AGE = env.seconds("CONN_MAX_AGE", 60)
DATABASES["default"]["CONN_MAX_AGE"] = 0 if TESTING else CONN_MAX_AGE

# What may be uploaded; the preview sends the file back as text once more, which takes a third more room.
DATA_UPLOAD_MAX_MEMORY_SIZE = 8_000_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 8_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500
DATA_UPLOAD_MAX_NUMBER_FILES = 1_000  # past 200, which are read in one go, a sentence says so
FILE_UPLOAD_HANDLERS = [
    "interviews.uploads.BoundedUpload",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

# Whether the desk fetches a file from a public address of the web that an editor gives.
IMPORT_FROM_URLS = env.switch("NEWSROOM_IMPORT_FROM_URLS", default=False)

# What is looked for, and how much it weighs: a kind or a plug-in is off, notice, warning or error.
# Written as "kind=off,kind=notice", or as JSON.
DETECTORS = env.weights("NEWSROOM_DETECTORS")

# Nobody marks ready or publishes what they brought in, are assigned to or sent for review.
FOUR_EYES = env.switch("NEWSROOM_FOUR_EYES", default=False)

# Seconds between two looks, at requests of the desk, for what is due to be published; 0 leaves it to
# `manage.py publish_due` alone.
PUBLISH_DUE_EVERY = env.seconds("NEWSROOM_PUBLISH_DUE_EVERY", 60)
if TESTING:
    PUBLISH_DUE_EVERY = 0

# How much readers get of what was changed since the source: "all" word by word, a "summary", or "none".
CHANGES_PUBLIC = env.choice("NEWSROOM_CHANGES_PUBLIC", "all", "summary", "none")

# Security ---------------------------------------------------------------------------------------

SECRET_KEY = env.secret("SECRET_KEY", "development-only-not-secret" if DEBUG else "")
CSRF_FAILURE_VIEW = "interviews.views.failing.not_allowed"
CSRF_TRUSTED_ORIGINS = env.origins("CSRF_TRUSTED_ORIGINS")
HTTPS = env.switch("HTTPS", default=not DEBUG)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_SAMESITE = "Lax"
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if env.switch("BEHIND_PROXY", default=False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "interviews:desk"
LOGOUT_REDIRECT_URL = "interviews:index"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]

# Static files -----------------------------------------------------------------------------------

STATIC_URL = "static/"
STATIC_ROOT = env.folder("STATIC_ROOT", VAR_DIR / "static")
STATICFILES_DIRS = [*env.folders("NEWSROOM_STATIC"), BASE_DIR / "static"]
STORAGES: dict[str, dict[str, Any]] = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    # Public pages as they are sent. Any storage does that replaces a file as a whole.
    "published": {
        "BACKEND": "interviews.site.storage.WholeFiles",
        "OPTIONS": {"location": VAR_DIR / "published"},
    },
}
if not DEBUG and not TESTING:
    STORAGES["staticfiles"] = {"BACKEND": "newsroom.static_files.NamedByContent"}
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = DEBUG or TESTING

# Logs -------------------------------------------------------------------------------------------

LOG_LEVEL = env.choice("LOG_LEVEL", "INFO", "DEBUG", "WARNING", "ERROR", "CRITICAL")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": LOG_LEVEL},
}

UNREAD_VARIABLES = env.unread("NEWSROOM_")  # which `manage.py check` tells
env.refuse()
if DATABASES["default"]["ENGINE"] == SQLITE:
    env.make("NEWSROOM_VAR", VAR_DIR)
