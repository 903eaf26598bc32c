"""``python -m reader``, and what a frozen program starts again for each session of a kiosk."""

from __future__ import annotations

import sys

if __name__ == "__main__":
    if sys.argv[1:2] == ["--session"]:
        from reader.kiosk_session import main as run_session  # before anything else is imported

        sys.exit(run_session(sys.argv[2:]))
    from reader.cli import main

    sys.exit(main())
