"""How much of a file is taken in before anybody looks at it."""

from __future__ import annotations

from django.core.files.uploadhandler import FileUploadHandler, StopUpload

from interviews.formats.decoding import MAX_BYTES


class BoundedUpload(FileUploadHandler):
    """Lets go of a file that is larger than any reader takes, instead of filling the disk with it.

    The view sees a request without the file, marked ``too_large``.
    """

    received = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:  # noqa: ARG002 (Django's signature)
        self.received += len(raw_data)
        if self.received > MAX_BYTES:
            assert self.request is not None
            self.request.META["newsroom.too_large"] = True
            raise StopUpload(connection_reset=False)
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """Leaves the file to the next handler."""
