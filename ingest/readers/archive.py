"""The parts of a Word document: read from their archive within limits, parsed without entities."""

from __future__ import annotations

import posixpath
import zlib
from io import BytesIO
from typing import Any
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser
from zipfile import BadZipFile, ZipFile

from ingest.readers.kinds import NAMES, kind_of, require
from kg.errors import InvalidInput

PART_LIMIT = 64_000_000  # bytes of one part, unpacked
MOST_ENTRIES = 20_000
DEEPEST = 200  # elements; Word's own documents stay below 60
PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
TEXT_TYPE = "wordprocessingml"
FEATURES = {"spreadsheetml": "xlsx", "presentationml": "pptx"}
STRICT = "http://purl.oclc.org/ooxml/"
USUAL = "http://schemas.openxmlformats.org/"


class Archive:
    """A Word document's archive: its parts by what they are to each other."""

    def __init__(self, data: bytes) -> None:
        """Open the archive. Raises InvalidInput where the bytes are no Word document."""
        if kind_of(data) == "office" and "EncryptedPackage".encode("utf-16-le") in data:
            raise InvalidInput("it is encrypted. Open it in Word, take the password off and save it again.")
        require(data, "docx")
        try:
            self._zip = ZipFile(BytesIO(data))
        except (BadZipFile, ValueError, OSError, NotImplementedError, OverflowError) as error:
            raise InvalidInput(f"its archive is cut off or broken ({error}). Fetch or save it again.") from error
        self._names = set(self._zip.namelist())
        if len(self._names) > MOST_ENTRIES:
            raise InvalidInput(f"its archive has {len(self._names):,} entries, the limit is {MOST_ENTRIES:,}.")
        self.main = self._main()

    def _main(self) -> str:
        """The name of the part that holds the text."""
        targets = self._targets("").values()
        main = next((name for kind, name in targets if kind == "officeDocument"), "word/document.xml")
        if main not in self._names:
            raise InvalidInput(f"it holds no {main}: it is broken or no Word document. Save it anew in Word.")
        types = self.find("[Content_Types].xml")
        said = "" if types is None else _type_of(types, main)
        other = next((kind for word, kind in FEATURES.items() if word in said), None)
        if other or (said and TEXT_TYPE not in said):
            named = NAMES[other] if other else f"of type {said}"  # type: ignore[index]
            raise InvalidInput(f"it is {named}, not a Word document (.docx). Save it as .docx, or as text.")
        return main

    def get(self, name: str) -> Element:
        """A part's root element."""
        root = self.find(name)
        if root is None:
            raise InvalidInput(f"it holds no {name}: it is broken. Save it anew in Word.")
        return root

    def find(self, name: str) -> Element | None:
        """A part's root element; None where there is no such part."""
        return _parse(name, self._read(name)) if name in self._names else None

    def find_related(self, kind: str) -> Element | None:
        """The part that is the main part's `styles`, `numbering`, `footnotes` ..."""
        name = next((name for related, name in self._targets(self.main).values() if related == kind), None)
        return self.find(name) if name else None

    def _targets(self, part: str) -> dict[str, tuple[str, str]]:
        """What a part points at inside the archive: id -> (kind, name)."""
        folder, file = posixpath.split(part)
        root = self.find(posixpath.join(folder, "_rels", f"{file}.rels"))
        if root is None:
            return {}
        return {
            link.get("Id", ""): (
                link.get("Type", "").rpartition("/")[2],
                posixpath.normpath(posixpath.join("/", folder, link.get("Target", ""))).lstrip("/"),
            )
            for link in root.iter(f"{PACKAGE}Relationship")
            if link.get("TargetMode") != "External"
        }

    def _read(self, name: str) -> bytes:
        try:
            with self._zip.open(name) as part:
                data = part.read(PART_LIMIT + 1)
        except RuntimeError as error:  # what zipfile says of a password
            raise InvalidInput("its archive is encrypted. Save it without a password.") from error
        except (BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, ValueError) as error:
            raise InvalidInput(f"its part {name} is broken ({error}). Fetch or save it again.") from error
        if len(data) > PART_LIMIT:
            raise InvalidInput(f"its part {name} unpacks to more than {PART_LIMIT:,} bytes: it is no document.")
        return data


def _type_of(types: Element, part: str) -> str:
    by_name = {each.get("PartName"): each.get("ContentType", "") for each in types.iter(f"{TYPES}Override")}
    return by_name.get(f"/{part}", "")


class _Tree(TreeBuilder):
    """A tree without a document type (so without entities) and of a sane depth."""

    def __init__(self, part: str) -> None:
        super().__init__()
        self._part = part
        self._depth = 0

    def start(self, tag: str, attrs: dict[Any, Any], /) -> Element:
        self._depth += 1
        if self._depth > DEEPEST:
            raise InvalidInput(f"its part {self._part} is nested more than {DEEPEST} deep: it is broken.")
        return super().start(tag, attrs)

    def end(self, tag: str, /) -> Element:
        self._depth -= 1
        return super().end(tag)

    def doctype(self, name: str, pubid: str | None, system: str | None) -> None:
        raise InvalidInput(
            f"its part {self._part} declares a document type or entities, which no Word document does. "
            "Don't trust it; ask for a copy that Word saved."
        )


def _parse(part: str, data: bytes) -> Element:
    if STRICT.encode() in data:  # "Strict Open XML": the same elements under other names
        data = data.replace(f"{STRICT}wordprocessingml/main".encode(), f"{USUAL}wordprocessingml/2006/main".encode())
    parser = XMLParser(target=_Tree(part))
    try:
        parser.feed(data)
        root: Element = parser.close()
    except (ParseError, ValueError, LookupError) as error:
        raise InvalidInput(f"its part {part} is no XML ({error}). Fetch or save it again.") from error
    return root
