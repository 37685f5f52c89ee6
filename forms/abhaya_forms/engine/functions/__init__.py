"""The XPath and ODK function library."""
