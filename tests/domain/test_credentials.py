"""Codes: what is minted is read back, and everything else is told apart."""

from hypothesis import given
from hypothesis import strategies as st

from checkin_app.domain.credentials import CODE_LENGTH, MAX_READ, Reading, clean, mint, read

SECRET = b"s" * 32
SERIALS = st.integers(0, 10**13 - 1)
TAGS = st.integers(0, 999).map("{:03d}".format)


@given(TAGS, SERIALS)
def test_a_minted_code_is_genuine(tag: str, serial: int) -> None:
    code = mint(tag, SECRET, serial)
    assert len(code) == CODE_LENGTH
    assert code.isdigit()
    assert int(code) % 97 == 1, "ISO 7064 MOD 97-10"
    assert read(code, tag, SECRET) is Reading.GENUINE


def test_a_known_code() -> None:
    """The format is printed on paper: it must never drift."""
    assert mint("123", SECRET, 42) == "112300000000000427999590336"


@given(SERIALS, st.integers(0, CODE_LENGTH - 1), st.integers(1, 9))
def test_one_wrong_digit_is_unreadable(serial: int, place: int, shift: int) -> None:
    code = mint("123", SECRET, serial)
    digit = str((int(code[place]) + shift) % 10)
    assert read(code[:place] + digit + code[place + 1 :], "123", SECRET) is Reading.UNREADABLE


@given(SERIALS, st.integers(0, CODE_LENGTH - 2))
def test_two_digits_swapped_are_unreadable(serial: int, place: int) -> None:
    code = mint("123", SECRET, serial)
    swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    if swapped != code:
        assert read(swapped, "123", SECRET) is Reading.UNREADABLE


@given(SERIALS)
def test_other_events_and_made_up_codes(serial: int) -> None:
    assert read(mint("124", SECRET, serial), "123", SECRET) is Reading.OTHER_EVENT
    assert read(mint("123", b"t" * 32, serial), "123", SECRET) in (
        Reading.UNKNOWN,
        Reading.GENUINE,  # One forgery in 10^8 has the right MAC.
    )


@given(SERIALS, st.integers(1, 9))
def test_a_code_with_eaten_digits_is_unreadable_never_unknown(serial: int, eaten: int) -> None:
    code = mint("123", SECRET, serial)
    for garbled in (code[eaten:], code[:-eaten], "ư" + code[eaten:], code + code[:eaten]):
        assert read(clean(garbled), "123", SECRET) is Reading.UNREADABLE


@given(SERIALS)
def test_a_french_keyboard_types_the_same_code(serial: int) -> None:
    code = mint("123", SECRET, serial)
    typed = code.translate(str.maketrans("1234567890", "&é\"'(-è_çà"))
    assert clean(typed) == code


@given(SERIALS, st.sampled_from(["\r\n{}\t", "  {} ", "\x02{}\x03", "{}\n"]))
def test_what_scanners_put_around_a_code_goes(serial: int, frame: str) -> None:
    code = mint("123", SECRET, serial)
    assert clean(frame.format(code)) == code


@given(st.text(max_size=2000) | st.binary(max_size=2000).map(lambda b: b.decode("latin-1")))
def test_any_text_has_an_answer(text: str) -> None:
    cleaned = clean(text)
    assert len(cleaned) <= 1028
    assert read(cleaned, "123", SECRET) in Reading


def test_a_hostile_text_is_cut_before_anything_else() -> None:
    assert len(clean("9" * 10_000_000)) == MAX_READ + 1
    assert read(clean("9" * 10_000_000), "123", SECRET) is Reading.UNREADABLE
