"""Owns what can be done to the layout as a whole: its page, fold, names, pictures."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from checkin_app.badges.layout.elements import Box, Element, Fold, Layout, Stack
from checkin_app.ui.editor.core import boxes, elements
from checkin_app.ui.editor.core.document import Document

#: The smallest and the largest page side, in millimetres.
LEAST_PAGE, LARGEST_PAGE = 20.0, 420.0


def set_page(
    document: Document, width: float, height: float, *, media: str = "", scaled: bool = True
) -> Document:
    """Gives the page another size; `scaled` takes what is on it along."""
    width = boxes.tidy(min(max(width, LEAST_PAGE), LARGEST_PAGE))
    height = boxes.tidy(min(max(height, LEAST_PAGE), LARGEST_PAGE))
    layout = document.layout
    across, down = (width / layout.width, height / layout.height) if scaled else (1.0, 1.0)

    def fitted(side: Iterable[Element]) -> tuple[Element, ...]:
        return tuple(elements.kept(_scaled(e, across, down), width, height) for e in side)

    made = replace(
        layout,
        width=width,
        height=height,
        media=media,
        front=fitted(layout.front),
        back=fitted(layout.back),
    )
    return replace(document, layout=made)


def set_fold(document: Document, fold: Fold) -> Document:
    """Folds the paper, or leaves the back a page of its own."""
    return replace(document, layout=replace(document.layout, fold=fold))


def rename(document: Document, name: str, title_en: str, title_vi: str) -> Document:
    """Gives the layout another name."""
    made = replace(document.layout, name=name, title_en=title_en, title_vi=title_vi)
    return replace(document, layout=made)


def add_image(document: Document, name: str, data: bytes) -> Document:
    """Keeps a picture in the layout, under a name that `Image.source` can have."""
    made = replace(document.layout, images={**document.layout.images, name: data})
    return replace(document, layout=made)


def without_unused_images(layout: Layout) -> Layout:
    """The layout with only the pictures that it shows."""
    used = {getattr(e, "source", "") for e in (*layout.front, *layout.back)}
    kept = {name: data for name, data in layout.images.items() if name in used}
    return layout if len(kept) == len(layout.images) else replace(layout, images=kept)


def _scaled(element: Element, across: float, down: float) -> Element:
    box = element.box
    lesser = min(across, down)
    made = elements.with_box(
        element, Box(box.x * across, box.y * down, box.width * across, box.height * down)
    )
    if isinstance(made, Stack) and lesser != 1.0:
        lines = tuple(
            replace(
                line,
                size=round(line.size * lesser, 1),
                least=round(line.least * lesser, 1),
                gap=round(line.gap * lesser, 2),
            )
            for line in made.lines
        )
        return replace(made, lines=lines)
    return made
