"""Owns the templates of the page, and the few words and functions that all of them know."""

from __future__ import annotations

from functools import cache
from typing import Any

import jinja2
from markupsafe import Markup

from checkin_app import assets
from checkin_app.hub.pages import views
from checkin_app.hub.pages.static import version
from checkin_app.hub.pages.words import Words


class Templates:
    """Renders resources/hub/pages/*.html; whatever is put in is escaped."""

    def render(self, template: str, words: Words, /, **values: Any) -> str:
        made = _environment().get_template(template)
        return made.render(words=words, t=words.t, **values)


@cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(assets.resource("hub", "pages")),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.globals.update(
        category_name=views.category_name,
        delegation_name=views.delegation_name,
        checkpoint_name=views.checkpoint_name,
        desk_state=views.desk_state,
        clock_words=views.clock_words,
        is_clock_off=views.is_clock_off,
        filled=views.filled,
        picture=Markup,
        static_version=version,
    )
    return environment
