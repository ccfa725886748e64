"""The interface in the browser: it draws, and calls `workflow.services`."""
