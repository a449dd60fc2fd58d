"""A read document: its text, and where its pages begin."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass


@dataclass(frozen=True)
class Pages:
    """The text of a document, and the offset at which each page begins; none where the format has no pages.

    `unread` are the numbers of pages that are pictures: what they show is not in the text.
    """

    text: str
    starts: tuple[int, ...] = ()
    unread: tuple[int, ...] = ()

    def page_at(self, offset: int) -> int | None:
        """The number of the page that an offset is on, counted from 1.

        >>> pages = Pages("Ports and ships. Trade.", (0, 17))
        >>> pages.page_at(3), pages.page_at(17)
        (1, 2)
        """
        return max(bisect_right(self.starts, offset), 1) if self.starts else None
