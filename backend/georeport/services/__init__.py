"""What the Open311 door does: it asks the forms, files through the intake, reads what was published."""
