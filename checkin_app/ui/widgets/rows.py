"""Owns short lists of two-line rows: a mark, a title with its matches lit, a line under it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPen, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from checkin_app.ui.theme import fonts, icons
from checkin_app.ui.theme.look import look
from checkin_app.ui.theme.tokens import Size

_INDENT = 25
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Row:
    """One row. `mark` names an icon, `lit` are ranges (from, to) of the title that matched."""

    id: str
    title: str
    line: str
    mark: str = "waiting"
    lit: tuple[tuple[int, int], ...] = ()


def mark_colour(mark: str) -> str:
    """The colour of a row's mark."""
    theme = look.theme
    colours = {"check": theme.admit.ink, "refused": theme.refuse.ink, "referred": theme.refer.ink}
    return colours.get(mark, theme.muted)


class RowModel(QAbstractListModel):
    """The rows of one list."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Shows other rows."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The title; both texts for screen readers; the Row itself for the painter."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{row.title}. {row.line}"
            case Qt.ItemDataRole.UserRole:
                return row
        return None


class RowPainter(QStyledItemDelegate):
    """Paints rows; a long title takes more lines, it is never cut."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as its lines need."""
        row = index.data(Qt.ItemDataRole.UserRole)
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else 300
        title, line = _layouts(row, max(80, width - _INDENT - 4), selected=False)
        return QSize(width, ceil(title.boundingRect().height() + line.boundingRect().height()) + 17)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, mark, title, line, hairline."""
        row = index.data(Qt.ItemDataRole.UserRole)
        theme = look.theme
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        if chosen or hovered:
            painter.setPen(QPen(QColor(theme.accent), 2) if chosen else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.quiet if chosen else theme.hover))
            painter.drawRoundedRect(area.adjusted(1, 2, -1, -3), 8, 8)
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(
            area.left() + 3,
            area.top() + (area.height() - 18) // 2,
            icons.pixmap(row.mark, mark_colour(row.mark), 16, ratio),
        )
        title, line = _layouts(row, max(80, area.width() - _INDENT - 4), selected=chosen)
        left, top = float(area.left() + _INDENT), float(area.top() + 7)
        painter.setPen(QColor(theme.text))
        title.draw(painter, QPointF(left, top))
        painter.setPen(QColor(theme.muted))
        line.draw(painter, QPointF(left, top + title.boundingRect().height()))
        painter.fillRect(area.left(), area.bottom(), area.width(), 1, QColor(theme.line))
        painter.restore()


def _layouts(row: Row, width: int, *, selected: bool) -> tuple[QTextLayout, QTextLayout]:
    lights = []
    for start, end in row.lit:
        light = QTextLayout.FormatRange()
        light.start, light.length = start, end - start
        form = QTextCharFormat()
        form.setForeground(QColor(look.theme.accent))
        form.setFontWeight(QFont.Weight.Bold)
        light.format = form
        lights.append(light)
    title = _layout(row.title, fonts.strong(), width, lights)
    return title, _layout(row.line, fonts.font(Size.SMALL, figures=True), width, [])


def _layout(
    text: str, font: QFont, width: int, formats: list[QTextLayout.FormatRange]
) -> QTextLayout:
    layout = QTextLayout(text, font)
    layout.setFormats(formats)
    layout.beginLayout()
    y = 0.0
    while True:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, y))
        y += line.height()
    layout.endLayout()
    return layout


class RowList(QListView):
    """A list of rows. Emits `opened` with a row's id on Enter or a click."""

    opened = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.rows = RowModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(RowPainter(self))
        self.setMouseTracking(True)
        self.setUniformItemSizes(False)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.clicked.connect(self._on_clicked)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Shows other rows, none chosen."""
        self.rows.show_rows(rows)
        self.updateGeometry()

    def height_of_all(self) -> int:
        """Pixels that all rows take."""
        return sum(self.sizeHintForRow(n) for n in range(len(self.rows.rows)))

    def chosen(self) -> Row | None:
        """The row that is chosen."""
        index = self.currentIndex()
        return self.rows.rows[index.row()] if index.isValid() else None

    def choose(self, number: int) -> None:
        """Chooses a row by number; out of range chooses none."""
        inside = 0 <= number < len(self.rows.rows)
        self.setCurrentIndex(self.rows.index(number) if inside else QModelIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        row = self.chosen()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row is not None:
            self.opened.emit(row.id)
            return
        if event.text() and event.text().isprintable():
            event.ignore()
            return
        super().keyPressEvent(event)

    def _on_clicked(self, index: QModelIndex) -> None:
        self.opened.emit(self.rows.rows[index.row()].id)
