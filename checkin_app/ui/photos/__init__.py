"""Photos on screen: the stored ones where people are shown, and the page that makes one."""
