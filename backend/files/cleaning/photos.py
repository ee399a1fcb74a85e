"""Pictures are drawn anew: what the eye sees stays, where and with what it was taken goes."""

import io
from typing import Any, Final

from PIL import Image, ImageCms, ImageOps, ImageSequence

FORMATS: Final = ("JPEG", "PNG", "GIF", "WEBP")
MOST_PIXELS: Final = 80_000_000
MOST_FRAMES: Final = 500
_QUALITY: Final = 88

# We ask ourselves, before anything is unpacked.
Image.MAX_IMAGE_PIXELS = None


class TooLarge(Exception):
    """More picture than fits."""


def clean(content: bytes) -> bytes:
    """The picture, upright, without EXIF, XMP, comments, thumbnails, places or anything behind its end."""
    with Image.open(io.BytesIO(content), formats=FORMATS) as picture:
        kind = str(picture.format)
        _require_size(picture)
        frames = getattr(picture, "n_frames", 1)
        if frames > MOST_FRAMES or frames * picture.width * picture.height > 4 * MOST_PIXELS:
            raise TooLarge
        if frames > 1 and kind in ("GIF", "WEBP"):
            return _moving(picture, kind)
        return _still(picture, kind)


def _require_size(picture: Image.Image) -> None:
    if picture.width * picture.height <= MOST_PIXELS:
        return
    # The library draws a JPEG at half its size without ever holding the whole.
    if picture.format == "JPEG":
        picture.draft(None, (picture.width // 2, picture.height // 2))
    if picture.width * picture.height > MOST_PIXELS:
        raise TooLarge


def _still(picture: Image.Image, kind: str) -> bytes:
    options: dict[str, Any] = {"JPEG": {"quality": _QUALITY}, "WEBP": {"quality": _QUALITY}}.get(kind, {})
    return _written(_bare(picture), kind, **options)


def _moving(picture: Image.Image, kind: str) -> bytes:
    pauses, frames = [], []
    for frame in ImageSequence.Iterator(picture):
        pauses.append(int(frame.info.get("duration", 100)))
        frames.append(_bare(frame.convert("RGBA")))
    more = {"save_all": True, "append_images": frames[1:], "duration": pauses, "loop": 0}
    return _written(frames[0], kind, **more)


def _bare(picture: Image.Image) -> Image.Image:
    """The pixels alone, turned as the camera was held, in colours that need no profile."""
    upright = ImageOps.exif_transpose(picture)
    drawn = _in_common_colours(upright)
    if drawn.mode == "P" and "transparency" in drawn.info:
        drawn = drawn.convert("RGBA")
    elif drawn.mode not in ("1", "L", "LA", "P", "RGB", "RGBA", "I;16"):
        drawn = drawn.convert("RGB")
    bare = Image.new(drawn.mode, drawn.size)
    if drawn.mode == "P" and (palette := drawn.getpalette()) is not None:
        bare.putpalette(palette)
    bare.paste(drawn)
    return bare


def _in_common_colours(picture: Image.Image) -> Image.Image:
    """A colour profile may name its device: its colours are kept, the profile is not."""
    profile = picture.info.get("icc_profile")
    if not profile or picture.mode not in ("RGB", "RGBA", "CMYK", "L"):
        return picture
    mode = picture.mode if picture.mode in ("RGB", "RGBA") else "RGB"
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        turned = ImageCms.profileToProfile(picture, source, ImageCms.createProfile("sRGB"), outputMode=mode)
    except (ImageCms.PyCMSError, OSError, ValueError):
        return picture
    return turned or picture


def _written(picture: Image.Image, kind: str, **options: Any) -> bytes:
    if kind == "JPEG" and picture.mode not in ("L", "RGB"):
        picture = picture.convert("RGB")
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()
