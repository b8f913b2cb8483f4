"""What stands in the head and tail of a report besides text: dates, datelines, bylines, agencies, the language."""
