"""How days are written into forms, by language: always as a browser's day field reads them."""
