"""The front desk: one room per kind of work, one function per verb; all effects meet here.

A room that is a package keeps its verbs in `verbs.py` and gives them under its own name:
`documents.add`, `translation.save`. `desk` is what every verb begins with.
"""
