"""How a message that has gone out is edited. Telegram counts formatting in UTF-16."""

from programme.announcement_amending import corrected, leaves_something, reworded, size_of, withdrawn, words_of

TEXT = {"method": "sendMessage", "params": {"text": "Old", "link_preview_options": {"is_disabled": True}}}
ALBUM = {
    "method": "sendMediaGroup",
    "params": {"media": [{"type": "photo", "media": "a"}, {"type": "photo", "media": "b", "caption": "Two"}]},
}
VENUE = {"method": "sendVenue", "params": {"title": "Office"}}
PARTS = [ALBUM, VENUE, TEXT]


def test_the_mark_stands_in_italics_below_the_words_and_counts_in_utf_16():
    part = reworded(TEXT, "🎉 New", [{"type": "bold", "offset": 3, "length": 3}])
    edit = corrected([part], 0, "✏️ Corrected")
    assert edit.params["text"] == "🎉 New\n\n✏️ Corrected"
    assert edit.params["entities"] == [{"type": "bold", "offset": 3, "length": 3}, {"type": "italic", "offset": 8, "length": 12}]
    assert edit.params["link_preview_options"] == {"is_disabled": True}


def test_the_words_of_an_album_stand_below_the_picture_that_bears_them():
    assert words_of(ALBUM) == "Two"
    new = reworded(ALBUM, "Deux", [])
    assert [one.get("caption") for one in new["params"]["media"]] == [None, "Deux"]
    edit = corrected([TEXT, new], 1, "mark")
    assert (edit.at, edit.method, edit.params["caption"]) == (2, "editMessageCaption", "Deux\n\nmark")


def test_a_message_is_found_by_how_many_came_before_it():
    assert [size_of(part) for part in PARTS] == [2, 1, 1]
    assert corrected(PARTS, 2, "mark").at == 3
    assert [(edit.at, edit.method) for edit in withdrawn(PARTS, "gone")] == [
        (0, "editMessageCaption"),
        (1, "editMessageCaption"),
        (3, "editMessageText"),
    ]


def test_pictures_and_places_that_are_too_old_stay():
    assert leaves_something(PARTS)
    assert not leaves_something([TEXT])
