"""The app, named for Django."""

from django.apps import AppConfig


class InterviewsConfig(AppConfig):
    """Interviews, their flags and their publications."""

    name = "interviews"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from interviews import checks as checks  # registers them
