"""What can be set of the chosen element, or of the page when nothing is chosen."""
