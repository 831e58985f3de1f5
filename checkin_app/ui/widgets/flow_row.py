"""Owns a row of widgets that goes on below where it is too narrow."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from checkin_app.ui.widgets.flow import Flow


def flow_row(*widgets: QWidget, gap: int = 8) -> QWidget:
    """The widgets side by side, `gap` pixels between; as high as its width makes it."""
    made = QWidget()
    flow = Flow(made, gap=gap)
    flow.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        flow.addWidget(widget)
    policy = made.sizePolicy()
    policy.setHeightForWidth(True)
    made.setSizePolicy(policy)
    return made
