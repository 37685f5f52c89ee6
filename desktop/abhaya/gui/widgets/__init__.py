"""Controls used on more than one screen, and those that take or show one answer (see ``answer_widgets``)."""
