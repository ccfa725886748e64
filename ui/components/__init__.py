"""Pieces that several screens draw with: people's texts, differences, lists, the bar on top."""
