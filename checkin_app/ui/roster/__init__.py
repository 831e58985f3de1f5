"""The roster screen: everybody expected, one card, corrections."""
