"""A letter as a value: everything that is on its pages, and nothing of where it came from."""

from dataclasses import dataclass
from datetime import date

from backend.common.languages import Language


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who it goes to: the name in the letter's language, and the lines of the address."""

    name: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sender:
    """The head of the letter and who signs it."""

    name: str
    lines: tuple[str, ...] = ()
    registration_number: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    place: str = ""
    signatory: str = ""
    function: str = ""


@dataclass(frozen=True, slots=True)
class LegalBasis:
    """A verified term by law; one that is not verified makes no legal basis. `answer_term`: it is the term in
    which the institution has to answer this letter, and not some other."""

    law: str
    article: str
    number: int
    unit: str
    answer_term: bool = True


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes along. A title of ours: names of files give people away."""

    title: str
    media_type: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Part:
    """The whole letter in one language."""

    language: Language
    sender: Sender
    recipient: Recipient
    subject: str
    text: str


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of somebody's words as it leaves: its text, or the reasons why nothing of it is seen."""

    text: str = ""
    hidden: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Annex:
    """The citizen's own words, in the language in which they were written: what happened, what is asked."""

    language: Language
    narrative: tuple[Run, ...]
    wish: tuple[Run, ...] = ()


@dataclass(frozen=True, slots=True)
class Letter:
    """What goes to an institution. Two parts where it is written in two languages, one after the other."""

    reference: str
    written_on: date
    parts: tuple[Part, ...]
    legal_basis: LegalBasis | None = None
    attachments: tuple[Attachment, ...] = ()
    about_court: bool = False
    annex: Annex | None = None
