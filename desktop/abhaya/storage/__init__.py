"""The station's encrypted database, its attachments and its audit log."""
