"""Badges by category on the command line: a layout, a colour, no badge."""


def test_what_a_category_s_badges_are_like(cli, forum) -> None:
    listed = {one["id"]: one for one in cli("--event", forum.file, "--json", "categories").json}
    assert listed["vip"]["layout"] == ""
    [dressed] = cli(
        "--event",
        forum.file,
        "--json",
        "categories",
        "vip",
        "--layout",
        "card",
        "--colour",
        "#7a1f5c",
    ).json
    assert (dressed["layout"], dressed["colour"]) == ("card", "#7A1F5C")
    assert (
        "card" in cli("--event", forum.file, "categories").out
        and "none" not in cli("--event", forum.file, "categories").out
    )
    cli("--event", forum.file, "categories", "vip", "--layout", "none")
    assert cli("--event", forum.file, "--json", "categories", "vip").json[0]["layout"] == "none"
    cli("--event", forum.file, "categories", "vip", "--layout", "default")
    assert cli("--event", forum.file, "--json", "categories", "vip").json[0]["layout"] == ""


def test_what_cannot_be_is_one_sentence(cli, forum) -> None:
    before = cli("--event", forum.file, "--json", "categories").json
    assert (
        "no layout “nix”" in cli("--event", forum.file, "categories", "vip", "--layout", "nix").err
    )
    assert (
        "“red” is no colour"
        in cli("--event", forum.file, "categories", "vip", "--colour", "red").err
    )
    assert (
        "no category “clown”"
        in cli("--event", forum.file, "categories", "clown", "--layout", "card").err
    )
    assert cli("--event", forum.file, "categories", "--layout", "card").status == 2
    assert cli("--event", forum.file, "--json", "categories").json == before
