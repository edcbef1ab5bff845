"""The text of a rich text document (RTF)."""

from striprtf.striprtf import rtf_to_text

from corpus.errors import Refused


def rich_text(data: bytes) -> str:
    """The text of an RTF document, a line for each paragraph. Raises `Refused` where it holds none."""
    try:
        text: str = rtf_to_text(  # type: ignore[no-untyped-call]
            data.decode("latin-1"), errors="replace"
        )
    except (ValueError, IndexError, LookupError, RecursionError) as fault:
        raise Refused(f"is a damaged rich text document ({fault}); save it again, or as .docx") from fault
    if not text.strip():
        raise Refused("is a rich text document without text; leave it out")
    return text.replace("\n", "\n\n")
