"""How high the rows of a long list are, though most of them were never measured."""

from __future__ import annotations

from array import array


class RowHeights:
    """Pixels of ``count`` rows: those of the rows that were measured, for the others a guess.

    A Fenwick tree (P. M. Fenwick, 1994, doi 10.1002/spe.4380240306) of what measuring added to the
    guess, so that every question about a hundred thousand rows takes some 17 steps.
    """

    def __init__(self, count: int, guess: int) -> None:
        self.count = count
        self._guess = max(guess, 1)
        self._added = array("q", bytes(8 * (count + 1)))
        self._known: dict[int, int] = {}

    @property
    def total(self) -> int:
        """The height of all rows together."""
        return self.offset(self.count)

    def is_known(self, row: int) -> bool:
        """Whether ``row`` was measured."""
        return row in self._known

    def of(self, row: int) -> int:
        """The height of ``row``, measured or guessed."""
        return self._known.get(row, self._guess)

    def put(self, row: int, height: int) -> None:
        """``row`` was measured."""
        more = height - self.of(row)
        self._known[row] = height
        place = row + 1
        while more and place <= self.count:
            self._added[place] += more
            place += place & -place

    def offset(self, row: int) -> int:
        """How far below the top of the first row ``row`` begins; of ``count``, where all end."""
        place = row
        added = 0
        while place > 0:
            added += self._added[place]
            place -= place & -place
        return row * self._guess + added

    def row_at(self, offset: int) -> int:
        """The row that has the pixel ``offset``; the first or the last for what is outside."""
        row, left = 0, offset
        step = 1 << self.count.bit_length()
        while step:
            beyond = row + step
            if beyond <= self.count and self._added[beyond] + step * self._guess <= left:
                left -= self._added[beyond] + step * self._guess
                row = beyond
            step >>= 1
        return max(min(row, self.count - 1), 0)

    def known_in(self, top: int, bottom: int) -> int:
        """The first row between two offsets that was measured, or else the first of them all."""
        first = row = self.row_at(top)
        while row < self.count and self.offset(row) < bottom:
            if self.is_known(row):
                return row
            row += 1
        return first

    def mean(self) -> int:
        """The mean height of what was measured: the next guess."""
        return sum(self._known.values()) // len(self._known) if self._known else self._guess
