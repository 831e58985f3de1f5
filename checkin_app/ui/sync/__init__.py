"""Desks that meet: what the status line says, conflicts, desks, joining, the hub, sticks."""
