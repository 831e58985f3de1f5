"""Whatever a file holds becomes an upright small picture without metadata, or one sentence."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms

from checkin_app import i18n
from checkin_app.photos import reading
from checkin_app.photos.framing import (
    HEIGHT,
    MOST_BYTES,
    WIDTH,
    Frame,
    centred,
    inside,
    portrait_of,
)
from checkin_app.photos.problems import SENTENCES, UnusablePicture
from checkin_app.photos.reading import read
from tests.photos.files import face, png_header, quarters, saved, turned


def opened(jpeg: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(jpeg))
    image.load()
    return image


def reason(data: bytes) -> str:
    with pytest.raises(UnusablePicture) as told:
        read(data, "x.jpg")
    assert "x.jpg" in str(told.value)
    return told.value.reason


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "BMP", "GIF", "TIFF", "AVIF"])
def test_every_format_becomes_a_small_jpeg(form: str) -> None:
    jpeg = portrait_of(saved(face(), form), "a")
    image = opened(jpeg)
    assert (image.format, image.mode, image.size) == ("JPEG", "RGB", (WIDTH, HEIGHT))
    assert len(jpeg) <= MOST_BYTES


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_stands_upright_however_the_camera_was_held(orientation: int) -> None:
    picture = read(turned(quarters(300, 400), orientation), "a.jpg")
    assert (picture.width, picture.height) == (300, 400)
    corners = [picture.image.getpixel(at) for at in ((40, 40), (260, 40), (40, 360), (260, 360))]
    expected = [(255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)]
    for corner, colour in zip(corners, expected, strict=True):
        assert isinstance(corner, tuple)
        assert max(abs(a - b) for a, b in zip(corner, colour, strict=True)) < 12


def test_nothing_is_kept_of_where_when_and_by_what_it_was_taken() -> None:
    data = turned(face(), 6)
    assert b"Secret Camera" in data and b"private remark" in data
    jpeg = portrait_of(data, "a.jpg")
    assert b"Exif" not in jpeg and b"Secret" not in jpeg and b"private" not in jpeg
    assert set(opened(jpeg).info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


def test_colours_are_those_of_the_profile() -> None:
    """A profile whose red is green and whose green is red."""
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = srgb.replace(b"rXYZ", b"????", 1).replace(b"gXYZ", b"rXYZ", 1)
    swapped = swapped.replace(b"????", b"gXYZ", 1)
    red = Image.new("RGB", (90, 120), (200, 0, 0))
    for form in ("JPEG", "PNG", "TIFF", "WEBP"):
        shown = read(saved(red, form, icc_profile=swapped), "a").image.getpixel((45, 60))
        assert isinstance(shown, tuple)
        assert shown[1] > 180 and shown[0] < 40, form


def test_lab_is_understood() -> None:
    lab, srgb = ImageCms.createProfile("LAB"), ImageCms.createProfile("sRGB")
    red = Image.new("RGB", (90, 120), (190, 60, 50))
    as_lab = ImageCms.profileToProfile(red, srgb, lab, outputMode="LAB")
    assert as_lab is not None
    shown = read(saved(as_lab, "TIFF"), "a.tif").image.getpixel((45, 60))
    assert isinstance(shown, tuple)
    assert max(abs(a - b) for a, b in zip(shown, (190, 60, 50), strict=True)) < 8


def test_a_profile_that_is_none_does_not_stop_a_picture() -> None:
    data = saved(face(), icc_profile=b"no profile at all")
    assert read(data, "a.jpg").image.size == (600, 800)


def test_print_colours_become_screen_colours() -> None:
    cmyk = Image.new("CMYK", (90, 120), (0, 255, 255, 0))
    red, green, blue = read(saved(cmyk), "a.jpg").image.getpixel((45, 60))  # type: ignore[misc]
    assert red > 180 and green < 90 and blue < 90


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16", "I", "F", "CMYK", "YCbCr"])
def test_every_kind_of_pixel_is_understood(mode: str) -> None:
    image = face(90, 120, "L" if mode in ("I;16", "I", "F", "LA") else "RGB")
    if mode in ("I;16", "I"):
        image = image.convert("I").point(lambda grey: grey * 257)
    image = image.convert(mode)
    form = "JPEG" if mode in ("CMYK", "YCbCr") else "TIFF" if mode in ("F", "I") else "PNG"
    jpeg = portrait_of(saved(image, form), "a")
    grey = opened(jpeg).convert("L")
    assert grey.getpixel((45, 40)) > grey.getpixel((45, 110)) + 40  # type: ignore[operator]


def test_what_is_transparent_is_white() -> None:
    clear = Image.new("RGBA", (60, 80), (0, 0, 0, 0))
    assert read(saved(clear, "PNG"), "a.png").image.getpixel((30, 40)) == (255, 255, 255)


def test_a_small_picture_is_not_blown_up() -> None:
    image = opened(portrait_of(saved(face(90, 120)), "a"))
    assert image.size == (90, 120)


def test_noise_is_small_too() -> None:
    noise = Image.effect_noise((900, 1200), 200).convert("RGB")
    assert len(portrait_of(saved(noise), "a")) <= MOST_BYTES


def test_what_is_no_picture_is_told_apart() -> None:
    whole = saved(face())
    frames = [Image.new("RGB", (40, 40), (n * 90, 0, 0)) for n in range(3)]
    moving = saved(frames[0], "GIF", save_all=True, append_images=frames[1:])
    pages = saved(face(60, 80), "TIFF", save_all=True, append_images=[face(60, 80)])
    assert reason(b"") == "empty"
    assert reason(b"hello") == "not_a_picture"
    assert reason(b"%PDF-1.7 ...") == "not_a_picture"
    assert reason(b'<svg xmlns="http://www.w3.org/2000/svg"/>') == "not_a_picture"
    assert reason(whole[: len(whole) // 2]) == "truncated"
    assert reason(whole[:20]) == "truncated"
    assert reason(saved(face(), "PNG")[:900]) == "truncated"
    assert reason(moving) == "animated"
    assert reason(pages) == "several"
    assert reason(saved(face(12, 16))) == "too_small"
    assert reason(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 64) == "heic"


@pytest.mark.parametrize("side", [10_000, 20_000, 60_000])
def test_a_bomb_is_told_by_its_header(side: int) -> None:
    assert reason(png_header(side, side)) == "too_many_pixels"


def test_a_file_larger_than_any_photo_is_not_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_BYTES", 1000)
    assert reason(saved(face())) == "too_large"


def test_a_large_jpeg_is_decoded_smaller() -> None:
    picture = read(saved(face(4000, 5000)), "a.jpg", enough=800)
    assert (picture.width, picture.height) == (4000, 5000)
    assert picture.image.width <= 2000


@given(
    st.binary(max_size=300),
    st.sampled_from([b"", b"\xff\xd8\xff\xe0", b"\x89PNG\r\n\x1a\n", b"GIF89a"]),
)
def test_no_bytes_do_more_than_be_refused(tail: bytes, head: bytes) -> None:
    try:
        read(head + tail, "x")
    except UnusablePicture:
        return


@given(st.data())
def test_a_damaged_picture_is_a_portrait_or_a_sentence(data: st.DataObject) -> None:
    form = data.draw(st.sampled_from(["JPEG", "PNG", "WEBP", "GIF", "TIFF", "BMP"]))
    whole = bytearray(saved(face(60, 80), form))
    for _ in range(data.draw(st.integers(1, 6))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try:
        jpeg = portrait_of(bytes(whole), "x")
    except UnusablePicture:
        return
    assert len(jpeg) <= MOST_BYTES


sizes = st.integers(24, 5000)


@given(sizes, sizes)
def test_the_middle_is_the_largest_frame_and_faces_sit_high(width: int, height: int) -> None:
    frame = centred(width, height)
    assert frame.x >= 0 and frame.x + frame.width <= width + 1e-6
    assert frame.y >= 0 and frame.y + frame.height <= height + 1e-6
    assert frame.width == pytest.approx(min(width, height * 3 / 4))
    above, below = frame.y, height - frame.y - frame.height
    assert above <= below + 1e-6
    assert frame.x == pytest.approx(width - frame.x - frame.width)


@given(sizes, sizes, st.floats(-9999, 9999), st.floats(-9999, 9999), st.floats(-100, 9999))
def test_a_frame_by_hand_never_leaves_the_picture(
    width: int, height: int, x: float, y: float, across: float
) -> None:
    frame = inside(Frame(x, y, across), width, height)
    assert frame.width > 0
    assert frame.x >= -1e-6 and frame.x + frame.width <= width + 1e-6
    assert frame.y >= -1e-6 and frame.y + frame.height <= height + 1e-6


def test_a_frame_by_hand_shows_what_is_in_it() -> None:
    data = saved(quarters(800, 800), "PNG")
    for x, y, colour in ((0, 0, (255, 0, 0)), (480, 0, (0, 255, 0)), (0, 380, (0, 0, 255))):
        shown = opened(portrait_of(data, "a", Frame(x, y, 300))).getpixel((150, 380 if y else 20))
        assert isinstance(shown, tuple)
        assert max(abs(a - b) for a, b in zip(shown, colour, strict=True)) < 12


def test_each_reason_has_its_sentence_in_both_languages() -> None:
    for template in SENTENCES.values():
        assert i18n.say("vi", "errors", template) != template


def test_what_is_decoded_whole_may_have_fewer_pixels_than_a_jpeg() -> None:
    assert reason(png_header(8000, 7000)) == "too_many_pixels"


@pytest.mark.parametrize("form", ["PNG", "TIFF", "WEBP"])
@pytest.mark.parametrize("mode", ["L", "RGB", "RGBA", "P"])
def test_a_large_picture_is_made_smaller_and_stays_upright(form: str, mode: str) -> None:
    if (form, mode) == ("WEBP", "P"):
        mode = "RGB"
    exif = Image.Exif()
    exif[274] = 6
    side_on = quarters(400, 300).convert(mode)
    picture = read(saved(side_on, form, exif=exif, lossless=True), "a", enough=100)
    assert (picture.width, picture.height) == (300, 400)
    image = picture.image
    assert image.height > image.width and (mode == "P" or image.width == 100)
    corners = [(0.2, 0.2), (0.8, 0.2), (0.2, 0.8), (0.8, 0.8)]
    seen = [image.getpixel((int(image.width * x), int(image.height * y))) for x, y in corners]
    upright = quarters(400, 300).convert(mode).convert("RGB").rotate(-90, expand=True)
    meant = [upright.getpixel((int(300 * x), int(400 * y))) for x, y in corners]
    assert all(
        abs(a - b) < 8
        for one, other in zip(seen, meant, strict=True)
        for a, b in zip(one, other, strict=True)  # type: ignore[arg-type]
    )
