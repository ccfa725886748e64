"""What a person chooses for this device: whether it keeps texts, and which keys do what."""

from ui.components.preferences.mounting import preferences

__all__ = ["preferences"]
