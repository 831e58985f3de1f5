"""Owns the settings of badge printing: which printers, which layout, when, how carefully."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from checkin_app.config import DEFAULT_LAYOUT
from checkin_app.domain.delegates import Category
from checkin_app.ui import file_dialogs
from checkin_app.ui.background import Background
from checkin_app.ui.language import translate
from checkin_app.ui.queue.press_room import badges_folder
from checkin_app.ui.queue.states import FOLDER, printer_title
from checkin_app.ui.settings.kept import keep
from checkin_app.ui.settings.network_printer import NetworkPrinter
from checkin_app.ui.settings.routes import Routes
from checkin_app.ui.settings.rows import Section, SettingRow, choice, seconds, switch
from checkin_app.ui.settings.stock_rows import StockRows
from checkin_app.ui.widgets.flow_row import flow_row
from checkin_app.ui.widgets.parts import KeyButton, label
from checkin_app.ui.workplace import Workplace

if TYPE_CHECKING:
    from checkin_app.badges.layout import Layout
    from checkin_app.desk import Desk
    from checkin_app.printing import Printer


@dataclass(frozen=True, slots=True)
class _Choices:
    """What the event offers: layouts by name with both titles, and its categories."""

    layouts: list[tuple[str, str, str]]
    categories: list[Category]


class PrintSection(QObject):
    """The printers are asked for beside the window: that may take seconds."""

    def __init__(self, workplace: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._system: list[Printer] = []
        self._categories: list[Category] = []
        settings = workplace.settings
        self._beside = Background(self)
        self.printer = choice((), "")
        self.printer.activated.connect(self._on_printer)
        self.layout_choice = choice((), "")
        self.layout_choice.activated.connect(self._on_layout)
        self.policy = choice(
            (
                ("never", translate("Settings", "Never by itself")),
                ("if_not_printed", translate("Settings", "If it was never printed")),
                ("always", translate("Settings", "Always")),
            ),
            settings.print_policy,
        )
        self.policy.activated.connect(self._on_policy)
        self.verify = switch(
            translate("Settings", "Read each fresh badge first"), settings.verify_before_handover
        )
        self.verify.toggled.connect(self._on_verify)
        self.keep_code = switch(
            translate("Settings", "Keep the code"), settings.keep_code_on_reprint
        )
        self.keep_code.toggled.connect(self._on_keep_code)
        self.warning = seconds(settings.stock_warning, translate("Settings", "badges left"))
        self.warning.valueChanged.connect(self._on_warning)
        self.routes = Routes(workplace)
        self.stock = StockRows(workplace)
        self.section = Section(translate("Settings", "Badges and printing"), self._rows())
        self._offer()

    def _rows(self) -> list[SettingRow]:
        routes = SettingRow(
            translate("Settings", "Printer of a category"),
            translate("Settings", "Badges of a category can go to a printer of their own."),
            words="printer máy in route",
        )
        routes.below.addWidget(self.routes)
        stock = SettingRow(
            translate("Settings", "Blank badges"),
            translate("Settings", "Count them once; every print is taken off. Warn at:"),
            self.warning,
            words="stock phôi thẻ kho",
        )
        stock.below.addWidget(self.stock)
        return [
            self._printer_row(),
            SettingRow(
                translate("Settings", "Layout"),
                translate("Settings", "Size of the badge, where the category has none of its own."),
                self.layout_choice,
                words="A6 card",
            ),
            SettingRow(
                translate("Settings", "Print when somebody is admitted"),
                translate("Settings", "At registration, once a printer is chosen."),
                self.policy,
            ),
            SettingRow(
                translate("Settings", "Before a badge is handed over"),
                translate(
                    "Settings",
                    "Scanning the fresh badge says whether it is the right one; it is no second "
                    "entrance.",
                ),
                self.verify,
                words="verify đối chiếu",
            ),
            SettingRow(
                translate("Settings", "When a badge is printed again"),
                translate(
                    "Settings",
                    "Usually it gets a new code and the old badge is refused. Kept: both work.",
                ),
                self.keep_code,
                words="reprint code mã",
            ),
            routes,
            stock,
        ]

    def _printer_row(self) -> SettingRow:
        self.folder = KeyButton(translate("Settings", "Print into a folder …"), icon="open")
        self.folder.clicked.connect(self._on_folder)
        self.network = KeyButton(translate("Settings", "Network printer …"), icon="new")
        self.network.clicked.connect(self._on_network)
        self.refresh = KeyButton(translate("Settings", "Look for printers"), icon="search")
        self.refresh.clicked.connect(self.ask)
        self.test = KeyButton(translate("Settings", "Test print"), icon="printer")
        self.test.clicked.connect(self._on_test)
        self.forget = KeyButton(translate("Settings", "Forget this printer"), kind="plain")
        self.forget.clicked.connect(self._on_forget)
        self.typed = NetworkPrinter()
        self.typed.added.connect(self.use_address)
        self.typed.dropped.connect(self.typed.hide)
        self._note = label(role="muted", wrap=True)
        row = SettingRow(
            translate("Settings", "Printer"),
            translate("Settings", "Without one, badges are saved as PDF."),
            self.printer,
            words="printer máy in folder network mạng zebra zpl ipp test",
        )
        row.below.addWidget(
            flow_row(self.network, self.folder, self.refresh, self.test, self.forget)
        )
        row.below.addWidget(self.typed)
        row.below.addWidget(self._note)
        return row

    def ask(self) -> None:
        """Asks the event for layouts and categories, the system for its printers."""
        self._workplace.lane.run(_choices, self._on_choices)
        if not self._beside.busy:
            self._note.setText(translate("Settings", "Looking for printers …"))
            self._beside.start(lambda say, stopped: _printers(), self._on_printers, self._failed)

    def _on_choices(self, choices: _Choices) -> None:
        vietnamese = self._workplace.lang == "vi"
        self.layout_choice.clear()
        for name, english, local in choices.layouts:
            self.layout_choice.addItem((local if vietnamese else english) or name, name)
        current = self._workplace.settings.badge_layout or DEFAULT_LAYOUT
        if self.layout_choice.findData(current) < 0:
            text = translate("Settings", "{name}: not in this event, A6 instead")
            self.layout_choice.addItem(text.format(name=current), current)
        self.layout_choice.setCurrentIndex(self.layout_choice.findData(current))
        self._categories = choices.categories
        self._offer_names()

    def _on_printers(self, found: list[Printer]) -> None:
        self._note.setText(
            translate("Settings", "%n printer(s) found.", None, len(found))
            if found
            else translate("Settings", "No printer is set up on this computer.")
        )
        self._system = found
        self._offer()

    def _failed(self, error: object) -> None:
        self._note.setText("")

    def _names(self) -> list[str]:
        """Printers to choose from: typed, of the system, the one of the settings."""
        settings = self._workplace.settings
        known = [*settings.typed_printers, *(p.name for p in self._system), settings.printer]
        return [name for name in dict.fromkeys(known) if name]

    def _offer(self) -> None:
        states = {
            "stopped": translate("Settings", "stopped"),
            "refusing": translate("Settings", "takes no jobs"),
        }
        said = {p.name: states.get(p.state, "") for p in self._system}
        self.printer.clear()
        self.printer.addItem(translate("Settings", "None: save as PDF"), "")
        for name in self._names():
            words = said.get(name, "")
            title = name if not name.startswith(FOLDER) else _folder_title(name)
            self.printer.addItem(f"{title} · {words}" if words else title, name)
        current = self._workplace.settings.printer
        self.printer.setCurrentIndex(max(0, self.printer.findData(current)))
        self._offer_names()

    def _offer_names(self) -> None:
        names = self._names()
        settings = self._workplace.settings
        self.forget.setVisible(settings.printer in settings.typed_printers)
        self.routes.offer(self._categories, [*names, badges_folder()])
        self.stock.offer(names)

    def _on_printer(self) -> None:
        keep(self._workplace, "printer", self.printer.currentData() or "")
        self._offer_names()

    def _on_folder(self) -> None:
        chosen = file_dialogs.open_folder(
            self.folder, translate("Settings", "Folder that badges are printed into")
        )
        if chosen:
            self.print_into(chosen)

    def print_into(self, folder: str) -> None:
        """Chooses the printer that writes PDF files into `folder`."""
        keep(self._workplace, "printer", f"{FOLDER}{folder}")
        self._offer()

    def _on_network(self) -> None:
        self.typed.ask()

    def use_address(self, address: str) -> None:
        """Chooses a printer by its address, and remembers it."""
        self.typed.hide()
        others = [one for one in self._workplace.settings.typed_printers if one != address]
        keep(self._workplace, "typed_printers", [address, *others])
        keep(self._workplace, "printer", address)
        self._offer()
        self._note.setText(
            translate("Settings", "Print a test page now: {printer}").format(
                printer=printer_title(address)
            )
        )

    def _on_forget(self) -> None:
        """An address that was typed is not offered any more, and no category goes there."""
        settings = self._workplace.settings
        gone = settings.printer
        keep(self._workplace, "routes", {c: p for c, p in settings.routes.items() if p != gone})
        keep(self._workplace, "typed_printers", [p for p in settings.typed_printers if p != gone])
        keep(self._workplace, "printer", "")
        self._note.setText("")
        self._offer()

    def _on_test(self) -> None:
        name = str(self.layout_choice.currentData() or DEFAULT_LAYOUT)
        self._workplace.lane.run(
            lambda desk: desk.layout(name), self._on_test_layout, self._workplace.failed
        )

    def _on_test_layout(self, layout: Layout) -> None:
        from checkin_app.ui.editor.trial_page import TrialPage

        page = self.findChild(TrialPage) or TrialPage(self._workplace, self)
        page.send(layout)

    def _on_layout(self) -> None:
        keep(self._workplace, "badge_layout", self.layout_choice.currentData())

    def _on_policy(self) -> None:
        keep(self._workplace, "print_policy", self.policy.currentData())

    def _on_verify(self, on: bool) -> None:
        keep(self._workplace, "verify_before_handover", on)

    def _on_keep_code(self, on: bool) -> None:
        keep(self._workplace, "keep_code_on_reprint", on)

    def _on_warning(self, count: int) -> None:
        keep(self._workplace, "stock_warning", count)


def _folder_title(name: str) -> str:
    return translate("Settings", "Folder {path}").format(path=name.removeprefix(FOLDER))


def _choices(desk: Desk) -> _Choices:
    layouts = [(name, one.title_en, one.title_vi) for name, one in desk.layouts().items()]
    return _Choices(layouts, list(desk.categories()))


def _printers() -> list[Printer]:
    from checkin_app.printing import printers

    return printers()
