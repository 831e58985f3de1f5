"""Owns the editor's dealings with other layouts: open, new, delete, import, export, use."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from checkin_app.badges.layout.elements import Image, Layout
from checkin_app.domain.errors import CheckinError, NotPossible
from checkin_app.ui import file_dialogs
from checkin_app.ui.editor import pictures, shelf, words
from checkin_app.ui.editor.core import commands, page
from checkin_app.ui.editor.core.document import Document
from checkin_app.ui.editor.core.history import History
from checkin_app.ui.editor.trial_page import TrialPage
from checkin_app.ui.language import translate

if TYPE_CHECKING:
    from checkin_app.badges.layout import LayoutError
    from checkin_app.desk import Desk
    from checkin_app.ui.editor.editor import LayoutEditor
    from checkin_app.ui.editor.shelf import Shelf


class Library(QObject):
    """What the menu of the head does."""

    def __init__(self, editor: LayoutEditor) -> None:
        super().__init__(editor)
        self._editor = editor
        self._deleted: Layout | None = None
        self.trial = TrialPage(editor.workplace, self)

    @property
    def used(self) -> bool:
        """Whether this desk prints the layout in front."""
        from checkin_app.ui.editor.editor import DEFAULT

        settings = self._editor.workplace.settings
        return (settings.badge_layout or DEFAULT) == self._editor.layout_name

    def fill_menu(self) -> None:
        """What can be done now."""
        editor, menu = self._editor, self._editor.head.menu
        menu.clear()
        if editor.shelf is None:
            return
        known = editor.shelf
        own = {n: layout for n, layout in known.layouts.items() if n not in known.built_in}
        drafts = editor.drafts.histories
        for name, history in drafts.items():
            own[name] = history.present.layout
        if own:
            menu.addAction(translate("Editor", "Layouts of this event")).setEnabled(False)
            for name, layout in own.items():
                unsaved = name in drafts and drafts[name].changed
                self._add(menu, name, layout, "  *" if unsaved else "")
            menu.addSeparator()
        built_in = menu.addMenu(translate("Editor", "Layouts of the program"))
        for name, layout in known.layouts.items():
            if name in known.built_in:
                self._add(built_in, name, layout)
        menu.addSeparator()
        menu.addAction(translate("Editor", "New from this one"), self.new)
        delete = menu.addAction(translate("Editor", "Delete this one"), self.delete)
        delete.setEnabled(editor.layout_name not in known.built_in)
        menu.addSeparator()
        menu.addAction(
            translate("Editor", "Print a test page with rulers"),
            lambda: self.trial.send(editor.history.present.layout),
        )
        menu.addSeparator()
        menu.addAction(translate("Editor", "Import from a file …"), self._on_import)
        menu.addAction(translate("Editor", "Export to a file …"), self._on_export)

    def _add(self, menu: QMenu, name: str, layout: Layout, more: str = "") -> None:
        action = menu.addAction(f"{words.title(layout)}{more}".replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(name == self._editor.layout_name)
        action.triggered.connect(lambda _=False, n=name: self._editor.open_layout(n))

    def new(self) -> None:
        """A copy of the layout in front, under a name of its own."""
        editor = self._editor
        if editor.shelf is None:
            return
        taken = {*editor.shelf.layouts, *editor.drafts.histories}
        present = editor.history.present
        made = shelf.own_copy(present.layout, taken, (", copy", ", bản sao"))
        editor.show_history(History(Document(made, present.side)))

    def use(self) -> None:
        """This desk prints the layout in front from now on; can be taken back."""
        editor = self._editor
        settings = editor.workplace.settings
        before, settings.badge_layout = settings.badge_layout, editor.layout_name
        editor.workplace.keep_settings()
        editor.say_state()
        text = translate("Editor", "This desk prints badges as {title} now.")
        editor.workplace.toast(
            text.format(title=words.title(editor.history.present.layout)),
            lambda: self._use_again(before),
        )

    def _use_again(self, name: str) -> None:
        self._editor.workplace.settings.badge_layout = name
        self._editor.workplace.keep_settings()
        self._editor.say_state()

    # -- away and back -----------------------------------------------------

    def delete(self) -> None:
        """Takes the layout in front away; can be taken back."""
        editor = self._editor
        if editor.shelf is None or editor.layout_name in editor.shelf.built_in:
            return
        name, layout = editor.layout_name, editor.history.present.layout
        editor.drafts.forget(name)
        if name not in editor.shelf.layouts:
            self._on_deleted((layout, editor.shelf))
            return
        operator = editor.workplace.operator
        kept = editor.shelf.layouts[name]

        def remove(desk: Desk) -> tuple[Layout, Shelf]:
            desk.remove_layout(name, operator=operator)
            return kept, shelf.shelf(desk)

        editor.workplace.lane.run(remove, self._on_deleted, editor.workplace.failed)

    def _on_deleted(self, outcome: tuple[Layout, Shelf]) -> None:
        editor = self._editor
        self._deleted, editor.shelf = outcome
        settings = editor.workplace.settings
        if settings.badge_layout == self._deleted.name:
            settings.badge_layout = ""
            editor.workplace.keep_settings()
        editor.workplace.touched.emit("programme")
        editor.open_layout("a6")
        text = translate("Editor", "Deleted: {title}")
        editor.workplace.toast(text.format(title=words.title(self._deleted)), self._undelete)

    def _undelete(self) -> None:
        if self._deleted is not None:
            self._editor.show_history(History(Document(self._deleted)))
            self._editor.save()

    # -- files -------------------------------------------------------------

    def _on_import(self) -> None:
        chosen = file_dialogs.open_file(
            self._editor,
            translate("Editor", "Import a layout"),
            "",
            translate("Editor", "Layouts (*.json);;All files (*)"),
        )
        if chosen:
            self.import_file(Path(chosen))

    def import_file(self, file: Path) -> None:
        """Brings the layout of a file to the front, not saved yet; or says line by line why not."""
        from checkin_app.badges.layout import LayoutError

        editor = self._editor
        try:
            layout = shelf.read(file)
        except LayoutError as error:
            self._say_problems(file, error)
            return
        except CheckinError as error:
            editor.verdict.say_import(editor.workplace.say(error), [])
            return
        assert editor.shelf is not None
        taken = {*editor.shelf.layouts, *editor.drafts.histories}
        if layout.name in taken:
            layout = replace(layout, name=shelf.free_name(layout.name, taken))
        editor.show_history(History(Document(layout)))
        text = translate("Editor", "Imported: {title}. Save it to keep it.")
        editor.workplace.toast(text.format(title=words.title(layout)))

    def _say_problems(self, file: Path, error: LayoutError) -> None:
        from checkin_app.i18n import say

        rows = []
        for problem in error.problems:
            said = say(words.lang(), "errors", problem.sentence, **problem.details)
            where, _, what = said.partition(": ")
            whole = what[:1].upper() + what[1:] if what else said
            rows.append((whole, f"{where} · {problem.path}" if problem.path else where))
        text = translate("Editor", "{file} was not imported: %n fault(s).", None, len(rows))
        self._editor.verdict.say_import(text.format(file=file.name), rows)

    def _on_export(self) -> None:
        editor = self._editor
        chosen = file_dialogs.save_file(
            editor,
            translate("Editor", "Export the layout"),
            str(Path.home() / f"{editor.layout_name}.json"),
            translate("Editor", "Layouts (*.json);;All files (*)"),
        )
        if chosen:
            self.export_file(Path(chosen))

    def export_file(self, file: Path) -> None:
        """Writes the layout in front as JSON."""
        editor = self._editor
        try:
            shelf.write(page.without_unused_images(editor.history.present.layout), file)
        except CheckinError as error:
            editor.workplace.failed(error)
            return
        editor.workplace.toast(translate("Editor", "Written: {file}").format(file=file.name))

    def choose_picture(self) -> None:
        """Asks for a picture file and shows it in the chosen element."""
        chosen = file_dialogs.open_file(
            self._editor,
            translate("Editor", "Choose a picture"),
            "",
            translate("Editor", "Pictures (*.png *.jpg *.jpeg)"),
        )
        if chosen:
            self.take_picture(Path(chosen))

    def take_picture(self, file: Path) -> None:
        """Shows the picture of a file in the chosen element."""
        editor = self._editor
        try:
            data = pictures.taken(file)
        except NotPossible as error:
            editor.workplace.failed(error)
            return
        images = editor.history.present.layout.images
        name = next((n for n, d in images.items() if d == data), "")
        name = name or shelf.image_name(file, images)

        def shown(document: Document) -> Document:
            made = page.add_image(document, name, data)
            if not isinstance(made.single, Image):
                return made
            return commands.change(made, source=name)

        editor.edit(shown, "")
