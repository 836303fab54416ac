"""How much of a file is taken in before anybody looks at it."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadhandler import FileUploadHandler, SkipFile, StopUpload

from interviews.formats.decoding import MAX_BYTES, largest

LARGEST_ARCHIVE = 50_000_000  # bytes, packed; what is in it has limits of its own
LARGEST_REQUEST = 200_000_000  # bytes of all files together


class BoundedUpload(FileUploadHandler):
    """Lets go of a file that is larger than any reader takes, instead of filling the disk with it.

    The view sees a request without the file; its name stands in ``request.META["newsroom.too_large"]``.
    """

    received = 0
    total = 0
    limit = MAX_BYTES

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Counts each file by itself."""
        super().new_file(*args, **kwargs)
        self.received, self.limit = 0, MAX_BYTES

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        if start == 0:
            self.limit = LARGEST_ARCHIVE if raw_data.startswith(b"PK\x03\x04") else largest(raw_data[:200])
        self.received += len(raw_data)
        self.total += len(raw_data)
        if self.received > self.limit or self.total > LARGEST_REQUEST:
            assert self.request is not None
            self.request.META.setdefault("newsroom.too_large", []).append(self.file_name or "")
            if self.total > LARGEST_REQUEST:
                raise StopUpload(connection_reset=False)
            raise SkipFile
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """Leaves the file to the next handler."""
