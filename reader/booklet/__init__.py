"""What a booklet is: the model, reading Markdown into it, its text and HTML."""

from __future__ import annotations
