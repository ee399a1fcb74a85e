"""A walk past every page of the citizens' side and every state of it, by name, in one language."""

from collections.abc import Iterator

from tests.e2e.citizen import INSTITUTION, Citizen
from tests.e2e.staff import Casework, Staff

Names = Iterator[str]


def tour(citizen: Citizen, staff: Staff) -> Names:
    """Stops at each page; what is on it the caller looks at."""
    citizen.go(f"/?language={citizen.language.lower()}")
    yield "entry"
    yield from form(citizen)
    yield from receipt(citizen)
    yield from closed(citizen)
    yield from conversation(citizen, staff.case(citizen.reference))
    yield from ways_out(citizen, staff)


def form(citizen: Citizen) -> Names:
    """Each step as it comes, and as it looks when something is wrong with it."""
    citizen.go_to_the_form()
    yield "way"
    citizen.press("Continue")
    yield "way with errors"
    citizen.pick("With my name").press("Continue")
    yield "story"
    citizen.write("Day", "31").choose("Month", "2").write("Year", "2025").press("Continue")
    yield "story with errors"
    citizen.write("Tell it in your own words", citizen.words())
    citizen.write("Day", "3").choose("Month", "5").press("Continue")
    yield "kind"
    citizen.press("Continue")
    yield "kind with errors"
    citizen.pick("Courts and prosecution").press("Continue")
    yield "court"
    citizen.write("For how many months has it been going on?", "-1").press("Continue")
    yield "court with errors"
    citizen.press("Back").pick("Public service").press("Continue")
    yield "where"
    if citizen.scripts:
        citizen.open_list("Place")
        yield "where with a list that is open"
    citizen.choose("What describes it best?", "delay")
    citizen.choose("Institution", INSTITUTION[citizen.partner]).press("Continue")
    yield "wish"
    citizen.write("What should come of it?", citizen.words("!")).press("Continue")
    yield "files"
    citizen.attach(("foto.jpg", "image/jpeg", b"<html>"))
    yield "files with one that was not taken"
    citizen.attach(("deshmi.txt", "text/plain", citizen.words().encode()))
    yield "files with one that was"
    citizen.press("Continue")
    yield "reach"
    citizen.press("Continue")
    yield "reach with errors"
    citizen.pick("Telephone").press("Continue")
    yield "contact"
    citizen.press("Continue")
    yield "contact with errors"
    citizen.write("Name", citizen.name).write("Telephone number", citizen.phone).press("Continue")
    yield "consents"
    citizen.press("Continue")
    yield "consents with errors"
    citizen.agree().press("Continue")
    yield "review"


def receipt(citizen: Citizen) -> Names:
    citizen.send()
    yield "receipt"
    citizen.press("I have written it down")
    yield "digits asked"
    citizen.press("Check")
    yield "receipt after wrong digits"
    citizen.prove_the_receipt()
    yield "goodbye"


def closed(citizen: Citizen) -> Names:
    citizen.go_to_the_receipt()
    yield "receipt page"
    citizen.write("Number", "1").write("Secret", "2").press("Open it")
    yield "receipt mistyped"
    citizen.write("Number", citizen.number).write("Secret", other_than(citizen.secret)).press("Open it")
    yield "receipt refused"


def other_than(secret: str) -> str:
    """A secret that was mistyped."""
    return str((int(secret[0]) + 1) % 10) + secret[1:]


def conversation(citizen: Citizen, case: Casework) -> Names:
    """From the arrival to the outcome."""
    citizen.come_back()
    yield "received"
    citizen.press("Send")
    yield "empty message"
    case.ask(f"{citizen.mark}?")
    citizen.again()
    yield "answer awaited"
    citizen.write("Your answer", citizen.words()).press("Send")
    yield "message sent"
    case.open()
    case.write(f"{citizen.mark}: vendimi.", case.add_file(f"{citizen.mark}.txt", b"Vendimi."))
    case.files_when_ready()
    citizen.again()
    yield "open, with files"
    case.refer()
    citizen.again()
    yield "referred"
    case.answer()
    citizen.again()
    yield "answered"
    case.resolve(citizen.keep(f"{citizen.mark}."))
    citizen.again()
    yield "resolved"
    citizen.press("Send my opinion")
    yield "opinion with errors"
    citizen.rate(1, 2)
    yield "taken up again or not"
    citizen.press("Yes, please look at it again")
    yield "reopening asked for"
    citizen.press("Close")


def ways_out(citizen: Citizen, staff: Staff) -> Names:
    """A complaint that nobody can take, told without a name; one that was taken back."""
    citizen.file("Without my name")
    staff.case(citizen.reference).decline(citizen.keep(f"{citizen.mark} #"))
    citizen.come_back()
    yield "inadmissible"
    citizen.press("Close").file().come_back().press("I want to withdraw")
    yield "withdrawal asked for"
    citizen.press("Yes, I withdraw it")
    yield "withdrawn"
