"""What is being sent in lies in memory, or in a file without a name: when its process ends, it is gone."""

from tempfile import TemporaryFile
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler

from gongjiang.office.registry.aside import place


class Nameless(FileUploadHandler):
    """What is too large for memory, to which Django's own would give a name that outlives a kill."""

    file: "UploadedFile[bytes]"

    def new_file(self, *told: Any, **more: Any) -> None:
        super().new_file(*told, **more)
        held = TemporaryFile(dir=place())  # noqa: SIM115
        self.file = UploadedFile(
            held, self.file_name, self.content_type, 0, self.charset, self.content_type_extra
        )

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        self.file.write(raw_data)

    def file_complete(self, file_size: int) -> "UploadedFile[bytes]":
        self.file.seek(0)
        self.file.size = file_size
        return self.file

    def upload_interrupted(self) -> None:
        if hasattr(self, "file"):
            self.file.close()
