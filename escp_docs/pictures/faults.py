"""Why a picture cannot be shown."""


class PictureError(Exception):
    """A picture that cannot be shown; `fix` says what to do about it."""

    def __init__(self, message: str, fix: str) -> None:
        super().__init__(message)
        self.message, self.fix = message, fix
