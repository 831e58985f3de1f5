"""Deterministic simulation of the exchange: see checkin_app/sync/README.md for the fault model."""
