"""The WSGI entry: ``gunicorn newsroom.wsgi``."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")

application = get_wsgi_application()

# What is loaded by now stays. Looking through it for garbage, while the 1,500 turns of a long interview are
# read, took a third of the time of an answer.
gc.collect()
gc.freeze()
