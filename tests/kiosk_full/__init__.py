"""The kiosk shown by test on the real stack: how much of each is for ``amounts`` to say."""
