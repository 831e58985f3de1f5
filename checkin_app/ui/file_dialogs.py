"""Owns the dialogs that ask for a file or folder, and that they open no file by themselves.

Qt's and GTK's own look into files of a kind they do not know, to show an icon. POSIX drops all
locks of a process on a file when it closes any descriptor of it (sqlite.org/howtocorrupt.html,
2.2): one look at the open event file, and the next process that reads the event takes the
write-ahead log away from under the desk.
"""

from __future__ import annotations

import sys
from typing import overload

from PySide6.QtCore import QFileInfo
from PySide6.QtGui import QAbstractFileIconProvider, QIcon
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QStyle, QWidget


class _ByName(QAbstractFileIconProvider):
    """Icons and kinds of files by what the folder says of them. Asked from Qt's own thread too."""

    def __init__(self) -> None:
        super().__init__()
        style = QApplication.style()
        self._file = style.standardIcon(QStyle.StandardPixmap.SP_FileIcon)
        self._folder = style.standardIcon(QStyle.StandardPixmap.SP_DirIcon)

    @overload
    def icon(self, asked: QAbstractFileIconProvider.IconType, /) -> QIcon: ...
    @overload
    def icon(self, asked: QFileInfo, /) -> QIcon: ...
    def icon(self, asked: QFileInfo | QAbstractFileIconProvider.IconType, /) -> QIcon:
        if isinstance(asked, QFileInfo):
            return self._folder if asked.isDir() else self._file
        return self._file if asked == QAbstractFileIconProvider.IconType.File else self._folder

    def type(self, asked: QFileInfo, /) -> str:
        return "" if asked.isDir() else asked.suffix().upper()


def open_file(parent: QWidget, title: str, at: str, kinds: str) -> str:
    """The path of a file that is there, or ""; `kinds` are Qt's name filters, joined by ;;"""
    return _asked(parent, title, at, kinds, QFileDialog.FileMode.ExistingFile)


def save_file(parent: QWidget, title: str, offered: str, kinds: str) -> str:
    """The path to write to, or ""; whether to overwrite was asked."""
    return _asked(parent, title, offered, kinds, QFileDialog.FileMode.AnyFile)


def open_folder(parent: QWidget, title: str, at: str = "") -> str:
    """The path of a folder, or ""."""
    return _asked(parent, title, at, "", QFileDialog.FileMode.Directory)


def _asked(parent: QWidget, title: str, at: str, kinds: str, mode: QFileDialog.FileMode) -> str:
    dialog = QFileDialog(parent, title)
    if sys.platform.startswith("linux"):
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    icons = _ByName()
    dialog.setIconProvider(icons)
    dialog.setFileMode(mode)
    if mode is QFileDialog.FileMode.AnyFile:
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    if mode is QFileDialog.FileMode.Directory:
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    if kinds:
        dialog.setNameFilters(kinds.split(";;"))
    _begin_at(dialog, at, mode)
    dialog.destroyed.connect(lambda: icons)
    chosen = dialog.selectedFiles() if dialog.exec() == QDialog.DialogCode.Accepted else []
    dialog.deleteLater()
    return chosen[0] if chosen else ""


def _begin_at(dialog: QFileDialog, at: str, mode: QFileDialog.FileMode) -> None:
    """In the folder, or in that of the file, whose name is offered where one is to be written."""
    if not at:
        return
    place = QFileInfo(at)
    if place.isDir():
        dialog.setDirectory(place.absoluteFilePath())
        return
    dialog.setDirectory(place.absolutePath())
    if mode is QFileDialog.FileMode.AnyFile:
        dialog.selectFile(place.fileName())
