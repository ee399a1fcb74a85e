"""Tests in a real browser, from outside, against an installation of their own."""

import pytest

# Their assertions tell what they found, as those of a test do.
for _module in ("citizen", "installation", "staff", "watching"):
    pytest.register_assert_rewrite(f"{__name__}.{_module}")
