"""The way of badges as the window shows it: its threads, the queue, what printers say."""
