"""What is said about a notebook that was lost: what happened, what is left, what may be missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from reader.notebook.opening import Loss
from reader.ui.language import Counts, one_or_many, translate
from reader.ui.moment_words import moment_words

if TYPE_CHECKING:
    from datetime import datetime

    from reader.notebook.backup_files import BackupFile
    from reader.notebook.contents import Contents
    from reader.notebook.opening import Lost


def heading(loss: Loss) -> str:
    """The one line over everything."""
    match loss:
        case Loss.MISSING:
            return translate("Recovery", "Your notebook is not where it was")
        case Loss.EMPTY:
            return translate("Recovery", "Your notebook is empty, and it was not before")
        case Loss.SHRUNKEN:
            return translate("Recovery", "Your notebook has much less in it than before")
        case Loss.DAMAGED:
            return translate("Recovery", "Your notebook cannot be read")
        case _:
            assert_never(loss)


def what_happened(lost: Lost) -> str:
    """What was found, and that it is nobody's fault."""
    match lost.loss:
        case Loss.MISSING:
            told = translate(
                "Recovery",
                "The file that your notes are kept in is gone from this computer. It may have been "
                "moved or tidied away by another program.",
            )
        case Loss.EMPTY:
            told = translate(
                "Recovery", "The file that your notes are kept in is there, but nothing is in it."
            )
        case Loss.SHRUNKEN:
            told = translate(
                "Recovery", "There is less than half of what was in it when the last copy was made."
            )
        case Loss.DAMAGED:
            told = translate(
                "Recovery",
                "The file that your notes are kept in is damaged. That can happen when the power "
                "goes off, or when a disk grows old.",
            )
        case _:
            assert_never(lost.loss)
    return translate(
        "Recovery", "{told} You did nothing wrong, and nothing has been changed."
    ).format(told=told)


def what_is_left(backup: BackupFile, contents: Contents) -> str:
    """What the newest good copy holds, and from when it is."""
    told = translate(
        "Recovery",
        "This program makes copies by itself. A good one is from {when}. It has {count}.",
    )
    text = told.format(when=moment_words(backup.made), count=counted(contents.items))
    if contents.damaged:
        text += " " + translate("Recovery", "Some of it may be damaged; you will see where.")
    return text


def nothing_left() -> str:
    """No copy can be read."""
    return translate(
        "Recovery",
        "No copy of it could be read either. You can close this now, and ask somebody who knows "
        "computers to look at the folder below before you go on.",
    )


def what_may_be_missing(backup: BackupFile, written: datetime | None) -> str:
    """What was written between the copy and the end."""
    made = moment_words(backup.made)
    if written is None:
        return translate("Recovery", "What you wrote after {made} may be missing.").format(
            made=made
        )
    if written <= backup.made:
        return translate(
            "Recovery", "As far as this computer knows, nothing was written after that."
        )
    told = translate(
        "Recovery",
        "What you wrote after that may be missing. The notebook was last written to on {when}.",
    )
    return told.format(when=moment_words(written))


def where_it_is_kept(lost: Lost) -> str:
    """That nothing is thrown away, and where it is."""
    folder = lost.path.parent
    if lost.loss is Loss.MISSING:
        told = translate("Recovery", "Whatever you choose, the copies stay in the folder {folder}.")
    else:
        told = translate(
            "Recovery",
            "Whatever you choose, nothing is thrown away: the file as it is now and the copies "
            "stay in the folder {folder}.",
        )
    return told.format(folder=folder)


def counted(items: int) -> str:
    """``"24 notes, marks and questions"``."""
    return one_or_many(
        items,
        one=translate("Recovery", "1 note, mark or question"),
        many=Counts.tr("%Ln notes, marks and questions", "", items),
    )
