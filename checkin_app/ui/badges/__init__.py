"""The badges screen: whose badges, and where they go."""
