"""The product's settings for tests: fixed secrets, cheap passwords, nothing from this machine's files."""

import os

os.environ["DOSJA_ENV_FILE"] = ""
os.environ["DOSJA_MODE"] = "development"
os.environ["SECRET_KEY"] = "development-tests-only-0123456789-abcdefghijklmnopqrstuvwxyz"
os.environ["DOSJA_ROOT_KEY"] = "development-tests-root-key-0123456789abcdef"
os.environ["DOSJA_RECEIPT_PEPPER"] = "development-tests-pepper-0123456789abcdef"

from backend.config.settings import *

# Argon2 takes as long as it is meant to; a suite that signs in a thousand times cannot wait for it.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
