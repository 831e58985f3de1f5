"""The layout editor: what is on a badge, where, and how large, seen as it prints.

The two seconds it is built for. It is the evening before. The supervisor opens Badges, presses
Edit layout, and sees tomorrow's badge with the longest name of the roster on it, not a dummy. She
takes the logo with the mouse; a line appears where it meets the margin; she lets go. She presses
the name, and beside it stands “largest size 36 pt”; she turns it to 42 and the badge in front of
her is the one that will print. A sentence says whether every name still fits. Ctrl S: the event
has its own layout, the built-in one is untouched, and nothing she did cannot be undone.
"""
