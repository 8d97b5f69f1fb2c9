"""How long browsers keep the files of the frontend."""

from collections.abc import MutableMapping

from django.conf import settings

FOR_EVER = "public, max-age=31536000, immutable"


def cache_for_ever(headers: MutableMapping[str, str], path: str, url: str) -> None:
    """Vite puts a hash of the content into every name below assets/: such a file never changes.

    ServeStatic's own test knows only the names that Django's manifest storage gives, and reads no setting.
    """
    if url.startswith(f"{settings.STATIC_URL}assets/"):
        headers["Cache-Control"] = FOR_EVER
