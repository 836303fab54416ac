"""The program as it is deployed, with two addresses more to compare it with."""

from newsroom.settings import *  # noqa: F403

ROOT_URLCONF = "benchmarks.serving_urls"
