"""The front desk: one module per kind of work, one function per verb; all effects meet here."""
