"""Whom most tests of the desk begin with. A test file may have others of these names."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User

from interviews.models import Interview
from tests.cast import an_editor, an_interview


@pytest.fixture
def alice(db: None) -> User:
    """Somebody who may do everything at the desk."""
    return an_editor()


@pytest.fixture
def interview(alice: User) -> Interview:
    """An interview of hers, with one flag."""
    return an_interview(by=alice)
