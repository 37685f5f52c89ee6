"""ODK XForms at run time."""
