"""Files of office software: PDF, Word, OpenDocument, RTF, Outlook."""
