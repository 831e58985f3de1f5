"""Owns typing in a printer of the network that the system does not list."""

from __future__ import annotations

import re

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QLineEdit, QSpinBox, QWidget

from checkin_app.ui.language import translate
from checkin_app.ui.settings.rows import choice
from checkin_app.ui.widgets.flow_row import flow_row
from checkin_app.ui.widgets.parts import KeyButton, label

IPP, ZPL = "ipp", "zpl"
#: Dots an inch of the heads that Zebra builds.
_DPI = ("203", "300", "600")
_HOST = re.compile(
    r"[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:\d{1,5})?|\[[0-9A-Fa-f:.]+\](:\d{1,5})?"
)


def address(kind: str, typed: str, dpi: int, width: int, height: int) -> str:
    """The address of what was typed: a name, a number, or a whole address; empty if it is none.

    `width` and `height` are the label's in millimetres.
    """
    text = typed.strip()
    if text.startswith(("ipp://", "ipps://", "zpl://")):
        return text if _HOST.match(text.partition("://")[2]) else ""
    host, slash, path = text.partition("/")
    if not _HOST.fullmatch(host):
        return ""
    if kind == IPP:
        return f"ipp://{host}/{path if slash and path else 'ipp/print'}"
    port = "" if re.search(r":\d+$", host) else ":9100"
    return f"zpl://{host}{port}?dpi={dpi}&width={width}&height={height}"


class NetworkPrinter(QFrame):
    """Emits `added` with an address, or `dropped`."""

    added = Signal(str)
    dropped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.kind = choice(
            (
                (IPP, translate("Settings", "Network printer (IPP)")),
                (ZPL, translate("Settings", "Zebra label printer (ZPL)")),
            ),
            IPP,
        )
        self.kind.setAccessibleName(translate("Settings", "Kind of printer"))
        self.kind.activated.connect(self._on_kind)
        self.host = QLineEdit()
        self.host.setAccessibleName(translate("Settings", "Address of the printer"))
        self.host.setPlaceholderText("192.168.1.50")
        self.host.setMaxLength(200)
        self.host.returnPressed.connect(self._on_add)
        self.dpi: QComboBox = choice([(dpi, f"{dpi} dpi") for dpi in _DPI], _DPI[0])
        self.dpi.setAccessibleName(translate("Settings", "Dots an inch"))
        self.width_mm = _millimetres(105, translate("Settings", "Width of a label"))
        self.height_mm = _millimetres(148, translate("Settings", "Height of a label"))
        self._label = flow_row(self.dpi, self.width_mm, label("×"), self.height_mm)
        self.add = KeyButton(translate("Settings", "Use this printer"), kind="primary")
        self.add.clicked.connect(self._on_add)
        close = KeyButton(translate("Settings", "Close"), kind="plain")
        close.clicked.connect(self.dropped)
        self.problem = label(role="problem", wrap=True)
        self.problem.hide()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        rows: tuple[tuple[str, QWidget], ...] = (
            (translate("Settings", "Kind of printer"), self.kind),
            (translate("Settings", "Address"), self.host),
            (translate("Settings", "Label"), self._label),
        )
        self._names = []
        for number, (name, part) in enumerate(rows):
            title = label(name, "small")
            self._names.append(title)
            grid.addWidget(title, number, 0)
            grid.addWidget(part, number, 1)
        grid.addWidget(self.problem, 3, 1)
        grid.addWidget(flow_row(self.add, close), 4, 1)
        self._on_kind()
        self.hide()

    def ask(self) -> None:
        """Begins anew."""
        self.problem.hide()
        self.show()
        self.host.setFocus()

    def _on_kind(self) -> None:
        label_printer = self.kind.currentData() == ZPL
        self._label.setVisible(label_printer)
        self._names[2].setVisible(label_printer)

    def _on_add(self) -> None:
        made = address(
            str(self.kind.currentData()),
            self.host.text(),
            int(self.dpi.currentData()),
            self.width_mm.value(),
            self.height_mm.value(),
        )
        if made:
            self.added.emit(made)
            return
        self.problem.setText(
            translate(
                "Settings",
                "That is no address of a printer. It looks like 192.168.1.50, printer.local, or "
                "ipp://printer.local/ipp/print.",
            )
        )
        self.problem.show()


def _millimetres(value: int, name: str) -> QSpinBox:
    made = QSpinBox()
    made.setRange(20, 400)
    made.setValue(value)
    made.setSuffix(" mm")
    made.setAccessibleName(name)
    made.setFixedWidth(104)
    made.lineEdit().setTextMargins(10, 0, 0, 0)
    return made
