"""The law: documents, periods and dated values."""
