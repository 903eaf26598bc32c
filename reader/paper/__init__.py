"""Sheets: the notebook or a booklet as data for a Typst template, and the PDF of it."""

from __future__ import annotations
