"""The desk window: the only place that knows Qt."""
