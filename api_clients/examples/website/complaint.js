// A complaint form on a partner's own site: asks, tells what was wrong, and shows the receipt once.
import { address, form, proof, Sending, Unsure } from "./dosja.js";
import { NAMES, WORDS } from "./words.js";

const $ = (selector) => document.querySelector(selector);
const all = (selector) => [...document.querySelectorAll(selector)];
const page = $("#complaint");
const sending = new Sending();
// What this page has a place for. Post and visits are arranged later, in the conversation.
const REACHED_BY = ["receipt_only", "email", "phone"];
const spoken = [];
let asks;
let worked;
let language = new URLSearchParams(location.search).get("language") ?? document.documentElement.lang;

const made = (tag, facts = {}, ...inside) => {
  const element = Object.assign(document.createElement(tag), facts);
  element.append(...inside);
  return element;
};

// Languages

/** Shows these labels in the language of the moment, and in another one when it is chosen. */
function saying(element, labels) {
  const say = () => {
    element.textContent = labels[language].replaceAll("{partner}", asks.partner);
  };
  spoken.push(say);
  say();
  return element;
}

function speak(chosen) {
  language = chosen;
  const words = WORDS[language];
  document.documentElement.lang = language;
  document.title = words.title;
  for (const place of all("[data-word]")) place.textContent = words[place.dataset.word];
  for (const button of all("[data-languages] button")) button.ariaCurrent = String(button.lang === language);
  $("[data-languages]").ariaLabel = words.languages;
  $("[data-own]").textContent = words.own;
  $("[data-own]").href = address(`/forms/${document.body.dataset.partner}/${language}/`);
  for (const say of spoken) say();
}

function offerLanguages(languages) {
  const buttons = languages.map((code) =>
    made("button", { type: "button", lang: code, className: "plain", onclick: () => speak(code) }, NAMES[code]),
  );
  $("[data-languages]").append(...buttons);
}

// Questions

/** The partner's questions by the field of a complaint that each of them feeds. */
function questions() {
  const found = asks.schema.sections.flatMap((section) => section.questions);
  return Object.fromEntries(found.map((one) => [one.core ?? one.name, one]));
}

function build() {
  const known = questions();
  for (const place of all("[data-question]")) {
    const field = place.dataset.question;
    if (!known[field]) place.remove();
    else if (field === "consents") place.append(legend(known[field]), agreement());
    else if (known[field].options) place.append(legend(known[field]), ...options(field, known[field]));
    else place.append(...blank(field, known[field]));
  }
  page.addEventListener("change", follow);
  follow();
}

const legend = (question) => saying(made("legend"), question.label);

function blank(field, question) {
  const long = question.type === "long_text";
  const control = made(long ? "textarea" : "input", { id: field, name: field });
  if (question.longest) control.maxLength = question.longest;
  if (question.type === "files") Object.assign(control, { type: "file", multiple: true });
  if (long) control.rows = field === "narrative" ? 8 : 3;
  const label = saying(made("label", { htmlFor: field }), question.label);
  if (!question.help) return [label, control];
  control.setAttribute("aria-describedby", `${field}-help`);
  return [label, saying(made("p", { className: "hint", id: `${field}-help` }), question.help), control];
}

function options(field, question) {
  const offered = question.options.filter((one) => field !== "contact_wish" || REACHED_BY.includes(one.value));
  return offered.map((one) => option("radio", field, one));
}

/** That the complaint is worked on. What else needs consent, the caseworker asks for when it is needed. */
function agreement() {
  const { version, text } = asks.schema.consents.find((one) => one.purpose === "processing");
  return option("checkbox", "consents", { value: version, label: text });
}

function option(type, name, { value, label, hint }) {
  const id = `${name}-${value}`;
  const control = made("input", { type, name, value, id });
  const inside = [control, saying(made("label", { htmlFor: id }), label)];
  if (hint) {
    inside.push(saying(made("p", { className: "hint", id: `${id}-hint` }), hint));
    control.setAttribute("aria-describedby", `${id}-hint`);
  }
  return made("div", { className: "option" }, ...inside);
}

/** Who stays anonymous is asked for nothing that would tell who it is. */
function follow() {
  const named = ["identified", "confidential"].includes(page.elements.complainant_kind.value);
  $("[data-named]").hidden = !named;
}

// Sending

function complaint() {
  const typed = new FormData(page);
  const said = (field) => typed.get(field) ?? "";
  const told = {
    // What is not chosen is not sent: then the server says that it is missing.
    kind: typed.get("kind") ?? undefined,
    complainant_kind: typed.get("complainant_kind") ?? undefined,
    language,
    narrative: said("narrative"),
    wish: said("wish"),
    consents: typed.getAll("consents").map((version) => ({ purpose: "processing", text_version: version })),
  };
  if ($("[data-named]").hidden) return told;
  const identity = Object.fromEntries(["name", "email", "phone"].map((one) => [one, said(`identity.${one}`)]));
  return { ...told, identity, contact_wish: said("contact_wish") || "receipt_only" };
}

async function send(event) {
  event.preventDefault();
  clear();
  busy(true);
  try {
    const files = [...(page.elements.files?.files ?? [])];
    show(await sending.file(complaint(), files, language, await worked));
  } catch (error) {
    busy(false);
    refused(error);
  }
}

function busy(now) {
  $("#busy").textContent = now ? WORDS[language].busy : "";
  // Not `disabled`: what is disabled is not read.
  page.inert = now;
}

// What was wrong

function refused(error) {
  const problem = $("#problem");
  if (error instanceof Unsure || !error.errors) problem.append(made("p", {}, WORDS[language].broken));
  else if (!error.errors.length) problem.append(made("p", {}, error.message));
  else problem.append(made("p", {}, WORDS[language].correct), made("ul", {}, ...inOrder(error.errors).map(mark)));
  problem.hidden = false;
  problem.focus();
}

/** As the page asks; what it does not ask comes last. */
function inOrder(errors) {
  const places = all("[data-question]");
  const rank = ({ field }) => (places.indexOf(placeOf(field)) + 1 || places.length + 1);
  return [...errors].sort((one, other) => rank(one) - rank(other));
}

/** The sentence at its field, and a way there. A field that this page does not have is only told of. */
function mark({ field, message }) {
  const place = placeOf(field);
  if (!place) return made("li", {}, message);
  const control = place.querySelector("input, textarea");
  const id = `${place.dataset.question}-problem`;
  const name = place.querySelector("legend, label").textContent;
  place.querySelector("legend, label").after(made("p", { className: "wrong", id }, message));
  for (const one of place.querySelectorAll("input, textarea")) {
    one.setAttribute("aria-invalid", "true");
    one.setAttribute("aria-describedby", [id, one.getAttribute("aria-describedby")].filter(Boolean).join(" "));
  }
  const go = (event) => {
    event.preventDefault();
    control.focus();
  };
  return made("li", {}, made("a", { href: `#${control.id}`, onclick: go }, `${name} – ${message}`));
}

/** `consents.0.text_version` is wrong at `consents`, `identity` at the first of what it is made of. */
function placeOf(field) {
  const within = (whole, part) => `${part}.`.startsWith(`${whole}.`);
  return all("[data-question]").find((place) => {
    const { question } = place.dataset;
    return (within(question, field) || within(field, question)) && !place.closest("[hidden]");
  });
}

function clear() {
  $("#problem").replaceChildren();
  $("#problem").hidden = true;
  for (const told of all(".wrong")) {
    for (const one of all(`[aria-describedby~="${told.id}"]`)) {
      one.removeAttribute("aria-invalid");
      const left = one.getAttribute("aria-describedby").replace(told.id, "").trim();
      if (left) one.setAttribute("aria-describedby", left);
      else one.removeAttribute("aria-describedby");
    }
    told.remove();
  }
}

// The receipt

function show({ receipt, reference, what_happens_next, earlier }) {
  const [number, secret] = receipt.formatted.split("\n");
  const shown = { number, secret, reference: reference ?? "", next: what_happens_next, back: address("/receipt/") };
  for (const [id, text] of Object.entries(shown)) document.getElementById(id).textContent = text;
  $("#referred").hidden = !reference;
  $("#earlier").hidden = !earlier;
  for (const gone of [page, $("#problem"), ...all("main > :not(section)")]) gone.remove();
  $("#receipt").hidden = false;
  $("#receipt h1").focus();
  addEventListener("beforeunload", stay);
}

const stay = (event) => event.preventDefault();

function written() {
  removeEventListener("beforeunload", stay);
  $("#receipt").replaceChildren(made("h1", { tabIndex: -1 }, WORDS[language].done));
  $("#receipt h1").focus();
}

// What was typed and what was shown must not come back with the browser's "back".
addEventListener("pageshow", (event) => event.persisted && location.reload());
page.addEventListener("submit", send);
page.addEventListener("input", () => (worked ??= proof().catch(() => "")), { once: true });
$("#print").addEventListener("click", () => print());
$("#written").addEventListener("click", written);

try {
  asks = await form();
  const languages = asks.schema.languages.filter((code) => WORDS[code]);
  if (!languages.includes(language)) language = languages[0];
  offerLanguages(languages);
  speak(language);
  const { intro } = asks.schema.sections[0];
  if (intro) saying($("[data-intro]"), intro);
  build();
  page.hidden = false;
} catch {
  if (!WORDS[language]) language = "en";
  speak(language);
  $("#problem").append(made("p", {}, WORDS[language].closed));
  $("#problem").hidden = false;
}
