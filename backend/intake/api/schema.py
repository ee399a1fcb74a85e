"""What the public doors have in common."""

from typing import Final

from drf_spectacular.utils import OpenApiParameter

# A receipt or a status on a shared computer must not come back from any cache.
NO_STORE: Final = {"Cache-Control": "no-store"}
ACCEPT_LANGUAGE: Final = OpenApiParameter(
    "Accept-Language",
    str,
    OpenApiParameter.HEADER,
    description="Language of the sentences in the answer: sq, sr-Latn, sr-Cyrl, ka or en.",
)
