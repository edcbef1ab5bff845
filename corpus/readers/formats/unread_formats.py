"""Say what a file is that is not read, and what to do with it: by its first bytes, or by the ending of its name."""

import re

_PICTURE = "a picture; leave it out, or recognise its text and save that as .txt"
_SOUND = "a recording; leave it out, or save its transcript as .txt or .srt"
_SIGNATURES = (
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive; unpack it"),
    (b"Rar!\x1a\x07", "a RAR archive; unpack it"),
    (b"\x04\x22\x4d\x18", "packed with LZ4; unpack it"),
    (b"\x1f\x9d", "packed with compress; unpack it"),
    (b"\x89PNG", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"II*\0", _PICTURE),
    (b"MM\0*", _PICTURE),
    (b"AT&TFORM", "a DjVu file; save it as .pdf with its text, or as .txt"),
    (b"ID3", _SOUND),
    (b"OggS", _SOUND),
    (b"fLaC", _SOUND),
    (
        b"PAR1",
        "a Parquet file; save it as .jsonl or .csv, for example with pandas: read_parquet(…).to_json(lines=True)",
    ),
    (b"ARROW1", "a Feather or Arrow file; save it as .jsonl or .csv, for example with pandas"),
    (b"Obj\x01", "an Avro file; save it as .jsonl, for example with avro-tools tojson"),
    (b"ORC", "an ORC file; save it as .jsonl or .csv"),
    (b"SQLite format 3", "a SQLite database; save the table as .csv: sqlite3 -header -csv FILE 'select * from TABLE'"),
    (b"\x93NUMPY", "an array of NumPy; save its texts as .jsonl or .csv"),
    (b"\x89HDF", "an HDF5 file; save its texts as .jsonl or .csv"),
    (b"!BDN", "a mail store of Outlook; export its mails as .eml or .mbox, for example with readpst"),
    (b"ZIM\x04", "a ZIM archive; dump its pages as .html, for example with zimdump"),
    (b"RDX", "data of R; save it as .csv: write.csv(…)"),
    (b"<stata_dta>", "data of Stata; save it as .csv"),
    (b"$FL2", "data of SPSS; save it as .csv"),
)
_CONTROLS = re.compile(rb"[\0-\x08\x0e-\x1a]")
_SAMPLE = 512
_MOBI = re.compile(rb".{31}\0.{28}(?:BOOKMOBI|TEXtREAd)", re.DOTALL)
_DATA = "save it as .jsonl or .csv"
_ENDINGS = {
    **dict.fromkeys((".sql", ".dump"), "a dump of a database; export the table of the articles as .csv"),
    **dict.fromkeys((".db", ".sqlite", ".sqlite3", ".mdb", ".accdb"), "a database; export the table as .csv"),
    **dict.fromkeys((".pkl", ".pickle", ".joblib"), f"a pickle, which is code rather than data; {_DATA}"),
    **dict.fromkeys((".parquet", ".feather", ".arrow", ".avro", ".orc", ".npy", ".h5"), f"binary data; {_DATA}"),
    **dict.fromkeys(
        (".rds", ".rdata", ".rda", ".dta", ".sav", ".sas7bdat"), "data of a statistics program; save it as .csv"
    ),
    ".bson": "a dump of MongoDB; export it with mongoexport, or read it with bsondump, and save it as .jsonl",
    **dict.fromkeys((".doc", ".wpd", ".wps", ".pages"), "a document of a program of its own; save it as .docx or .pdf"),
    **dict.fromkeys((".xls", ".numbers", ".xlsb"), "a spreadsheet of a program of its own; save it as .xlsx or .csv"),
    **dict.fromkeys((".ppt", ".pptx", ".odp", ".key"), "a presentation; save it as .pdf"),
    **dict.fromkeys((".mobi", ".azw", ".azw3"), "an electronic book of a reader; save it as .epub"),
    **dict.fromkeys((".pst", ".ost"), "a mail store of Outlook; export its mails as .eml or .mbox"),
    **dict.fromkeys((".yaml", ".yml"), "YAML; save it as .json"),
    ".tex": "a source of TeX; save it as .pdf or .txt",
    ".webarchive": "a page that Safari saved; save it as a page source (.html), or as .pdf",
    **dict.fromkeys((".jpg", ".jpeg", ".png", ".gif", ".tif", ".tiff", ".webp", ".bmp", ".svg"), _PICTURE),
    **dict.fromkeys((".mp3", ".m4a", ".wav", ".ogg", ".flac", ".mp4", ".mkv", ".avi", ".mov", ".webm"), _SOUND),
}


def told_by_bytes(start: bytes) -> str | None:
    """What a file is that begins so, and what to do with it; None where its bytes do not tell."""
    if _MOBI.match(start):
        return "an electronic book of a reader; save it as .epub"
    found = next((each for each in _SIGNATURES if start.startswith(each[0])), None)
    if found is None or (found[0].isascii() and not _CONTROLS.search(start, 0, _SAMPLE)):
        return None  # a text may begin with the letters ORC
    return found[1]


def told_by_ending(ending: str) -> str | None:
    """What a file is whose name ends so, and what to do with it; None where that is not known."""
    return _ENDINGS.get(ending)
