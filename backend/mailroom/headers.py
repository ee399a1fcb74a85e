"""Reading the headers and parts of mails that follow no rule: what cannot be read says nothing."""

import re
from contextlib import suppress
from email.message import Message
from typing import Final

_MESSAGE_ID: Final = re.compile(r"<[^<>\s]{1,300}>")


def header(message: Message, name: str) -> list[str]:
    """Every line of this name."""
    with suppress(Exception):
        return [str(value) for value in message.get_all(name, [])]
    return []


def ids_in(message: Message, name: str) -> tuple[str, ...]:
    """The Message-IDs in a header."""
    return tuple(found for value in header(message, name) for found in _MESSAGE_ID.findall(value))[:100]


def parts_of(message: Message) -> list[Message]:
    """What it is made of; nothing for a part that is one."""
    payload = message.get_payload()
    return [one for one in payload if isinstance(one, Message)] if isinstance(payload, list) else []


def content_of(part: Message) -> bytes:
    """What is in a part, decoded; nothing where that fails."""
    with suppress(Exception):
        content = part.get_payload(decode=True)
        return content if isinstance(content, bytes) else b""
    return b""
