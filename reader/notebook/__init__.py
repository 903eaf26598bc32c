"""What the reader wrote: places, marks, appointments and questions."""

from __future__ import annotations
