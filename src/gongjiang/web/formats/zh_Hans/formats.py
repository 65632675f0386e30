"""A day field takes ISO days and shows them; other ways of writing a day are read as well."""

DATE_INPUT_FORMATS = ["%Y-%m-%d", "%Y/%m/%d"]
