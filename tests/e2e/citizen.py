"""A citizen in front of a real browser: finds things by what is written on them, as people do."""

import itertools
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pypdfium2 as pdfium
from playwright.sync_api import Browser, FilePayload, Locator, Page

from tests.e2e.installation import Installation
from tests.e2e.watching import Watch
from tests.e2e.wording import in_language

PHONE = {"width": 360, "height": 740}
LOCALES = {"sq": "sq-AL", "sr-Latn": "sr-Latn-RS", "sr-Cyrl": "sr-Cyrl-RS", "ka": "ka-GE", "en": "en-GB"}
# Whose form a citizen fills in who speaks that language.
PARTNER = {"sq": "qytet", "sr-Latn": "aktiv", "sr-Cyrl": "aktiv", "ka": "lda", "en": "qytet"}
INSTITUTION = {
    "qytet": "al-cadastre",
    "breg": "al-cadastre",
    "vula": "al-cadastre",
    "aktiv": "xk-ombudsperson",
    "lda": "ge-public-defender",
}
SPOKEN = {
    "sq": "Prej tetë muajsh pres certifikatën e pronësisë. Më thanë: eja nesër.",
    "sr-Latn": "Osam meseci čekam uverenje o imovini. Kažu mi: dođite sutra.",
    "sr-Cyrl": "Осам месеци чекам уверење о имовини. Кажу ми: дођите сутра.",
    "ka": "რვა თვეა ველოდები საკუთრების ცნობას. მითხრეს: ხვალ მოდით.",
    "en": "For eight months I have been waiting for my title. Come tomorrow, they say.",
}
# A file's name, type and content.
File = tuple[str, str, bytes]
_numbers = itertools.count(1)


def as_chosen(files: tuple[File, ...]) -> list[FilePayload]:
    return [{"name": name, "mimeType": kind, "buffer": content} for name, kind, content in files]


@dataclass(repr=False)
class Citizen:
    """One person with one browser, an address of her own, and words that nobody else would use."""

    installation: Installation
    browser: Browser
    language: str
    scripts: bool
    seen: set[tuple[Any, ...]]
    options: dict[str, Any] = field(default_factory=dict)
    # Whom she writes to; the one of her language when nobody is named.
    partner: str = ""
    # Off for somebody who only takes pictures.
    looks: bool = True

    def __post_init__(self) -> None:
        number = next(_numbers)
        self.partner = self.partner or PARTNER[self.language]
        self.ip = f"203.0.113.{number % 250 + 1}"
        self.mark = f"Shenja{number}x{id(self) % 9973}"
        self.context = self.browser.new_context(
            **{
                "java_script_enabled": self.scripts,
                "viewport": PHONE,
                "has_touch": True,
                "locale": LOCALES[self.language],
                "extra_http_headers": {"X-Forwarded-For": self.ip},
                **self.options,
            }
        )
        self.context.set_default_timeout(40_000)
        self.watch = Watch(self.context, f"127.0.0.1:{self.installation.port}", self.scripts, self.seen)
        self.page: Page = self.context.new_page()
        self.installation.secrets |= {self.ip, self.mark}

    # What she is and says

    @property
    def name(self) -> str:
        return self.keep(f"Drita {self.mark}")

    @property
    def phone(self) -> str:
        return self.keep(f"+355 69 {hash(self.mark) % 10**7:07}")

    def words(self, *more: str) -> str:
        """Something to say in her language, with a word in it that no log may hold."""
        return self.keep(" ".join((SPOKEN[self.language], self.mark, *more)))

    def keep(self, text: str) -> str:
        self.installation.secrets.add(text)
        return text

    # What she reads

    def say(self, text: str, **facts: object) -> str:
        return in_language(self.language, text, **facts)

    @property
    def heading(self) -> str:
        return self.page.get_by_role("heading", level=1).inner_text()

    @property
    def text(self) -> str:
        return self.page.get_by_role("main").inner_text()

    @property
    def problem(self) -> Locator:
        return self.page.get_by_role("alert")

    def button(self, text: str, **facts: object) -> Locator:
        return self.page.get_by_role("button", name=self.say(text, **facts), exact=True)

    def labelled(self, text: str, **facts: object) -> Locator:
        return self.page.get_by_label(self.say(text, **facts), exact=True)

    # What she does

    def go(self, path: str) -> "Citizen":
        self.page.goto(f"{self.installation.address}{path}")
        return self.look()

    def go_to_the_form(self) -> "Citizen":
        return self.go(f"/forms/{self.partner}/{self.language}/")

    def go_to_the_receipt(self) -> "Citizen":
        return self.go(f"/receipt/?language={self.language.lower()}")

    def press(self, text: str, **facts: object) -> "Citizen":
        with self.page.expect_navigation():
            self.button(text, **facts).click()
        return self.look()

    def follow(self, text: str) -> "Citizen":
        with self.page.expect_navigation():
            self.page.get_by_role("link", name=self.say(text), exact=True).click()
        return self.look()

    def back(self) -> "Citizen":
        self.page.go_back()
        return self.look()

    def forward(self) -> "Citizen":
        self.page.go_forward()
        return self.look()

    def speak(self, language: str, own_name: str) -> "Citizen":
        """Change the language of the page."""
        with self.page.expect_navigation():
            self.page.get_by_role("button", name=own_name, exact=True).click()
        self.language = language
        return self.look()

    def write(self, label: str, text: str) -> "Citizen":
        self.labelled(label).fill(text)
        return self

    def pick(self, option: str) -> "Citizen":
        """One of the options that stand beside their buttons."""
        self.page.get_by_role("radio", name=self.say(option), exact=True).check()
        return self

    def tick(self, label: str) -> "Citizen":
        self.page.get_by_role("checkbox", name=self.say(label), exact=True).check()
        return self

    def agree(self) -> "Citizen":
        """To all that is asked for on the page."""
        for box in self.page.get_by_role("checkbox").all():
            box.check()
        return self

    def attach(self, *files: File) -> "Citizen":
        """Choose files on the page of the form, and send them."""
        self.labelled("Files that show what happened").set_input_files(as_chosen(files))
        return self.press("Add the chosen files")

    def send_files(self, *files: File) -> "Citizen":
        """On the page behind the receipt."""
        self.labelled("Send more files").set_input_files(as_chosen(files))
        return self.press("Send the chosen files")

    def open_file(self, name: str) -> bytes:
        with self.page.expect_download() as coming:
            self.button("Open %(name)s", name=name).click()
        return Path(coming.value.path()).read_bytes()

    def open_list(self, label: str) -> "Citizen":
        """Of a long list, what a click shows."""
        self.page.get_by_role("combobox", name=self.say(label), exact=True).click()
        return self.look()

    def choose(self, label: str, code: str) -> "Citizen":
        """One of a list; a long one is searched by typing where scripts run."""
        field = self.page.get_by_role("combobox", name=self.say(label), exact=True)
        if field.evaluate("field => field.tagName") == "SELECT":
            field.select_option(code)
            return self
        option = self.page.locator(f"option[value='{code}']").text_content()
        field.press_sequentially((option or "").strip())
        field.press("ArrowDown")
        field.press("Enter")
        return self

    def look(self) -> "Citizen":
        if self.looks:
            self.watch.look(self.page, self.language)
        self._remember_what_was_given()
        return self

    def _remember_what_was_given(self) -> None:
        """Tokens and cookies are nobody's business but this browser's."""
        for token in self.page.locator("input[type=hidden]").all():
            value = token.input_value()
            if len(value) > 8:
                self.keep(value)
        for cookie in self.context.cookies():
            if len(cookie["value"]) > 8:
                self.keep(cookie["value"])

    # The ways she goes

    def tell(self, way: str = "My name only for the NGO", *files: File) -> "Citizen":
        """Through all steps up to the last look before sending."""
        named = way != "Without my name"
        self.pick(way).press("Continue")
        self.write("Tell it in your own words", self.words())
        self.write("Day", "3").choose("Month", "5").write("Year", "2025").press("Continue")
        self.pick("Public service").press("Continue")
        self.choose("What describes it best?", "delay")
        self.choose("Institution", INSTITUTION[self.partner]).press("Continue")
        self.write("What should come of it?", self.words("!")).tick("Member of a minority community")
        self.press("Continue")
        if files:
            self.attach(*files)
        self.press("Continue")
        if named:
            self.pick("Telephone").press("Continue")
            self.write("Name", self.name).write("Telephone number", self.phone).press("Continue")
        return self.agree().press("Continue")

    def send(self) -> "Citizen":
        """Send what was told, and write the receipt down."""
        self.press("Send the complaint")
        self.number, self.secret = (one.inner_text() for one in self.page.get_by_role("definition").all())
        self.reference = re.search(r"[A-Z]{2,5}-\d{4}-\d{6}", self.text)[0]  # type: ignore[index]
        for digits in (self.number, self.secret):
            self.keep(digits)
            self.keep(digits.replace(" ", ""))
        return self

    def save_the_receipt(self) -> str:
        """As a PDF; gives the text that it holds."""
        with self.page.expect_download() as coming:
            self.button("Save as a PDF to print").click()
        pdf = pdfium.PdfDocument(coming.value.path())
        try:
            return "\n".join(page.get_textpage().get_text_bounded() for page in pdf)
        finally:
            pdf.close()

    def prove_the_receipt(self) -> "Citizen":
        """Give four digits back, and go."""
        self.press("I have written it down")
        asked = self.page.get_by_role("textbox")
        group = int(re.search(r"\d", self.page.locator("label").first.inner_text())[0])  # type: ignore[index]
        asked.fill(self.secret.split()[group - 1])
        return self.press("Check")

    def file(self, way: str = "My name only for the NGO") -> "Citizen":
        return self.go_to_the_form().tell(way).send().prove_the_receipt()

    def come_back(self) -> "Citizen":
        """With the paper, on another day."""
        self.context.clear_cookies()
        self.go_to_the_receipt().write("Number", self.number).write("Secret", self.secret)
        return self.press("Open it")

    def rate(self, outcome: int, process: int) -> "Citizen":
        for question, score in (
            ("How good is the outcome for you?", outcome),
            ("How well did we treat you and your complaint?", process),
        ):
            group = self.page.get_by_role("group", name=self.say(question), exact=True)
            group.get_by_role("radio", name=re.compile(f"^{score} ")).check()
        self.write("What else should we know? (not required)", self.words("?"))
        return self.press("Send my opinion")

    def again(self) -> "Citizen":
        """Look once more at the page where she is."""
        return self.go(urlsplit(self.page.url).path)

    def leave(self) -> None:
        """Close the browser. Whatever it asked for, and what it complained about, was looked at till here."""
        try:
            assert self.watch.strangers() == []
            assert self.watch.complaints == []
        finally:
            self.context.close()
