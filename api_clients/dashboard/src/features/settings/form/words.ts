/** What people call the parts of a form. */
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { Difference, QuestionType } from "./model";

export const QUESTION_TYPE: Record<QuestionType, MessageDescriptor> = {
  text: msg`Short text`,
  long_text: msg`Long text`,
  choice: msg`One of several answers`,
  choices: msg`Several answers`,
  yes_no: msg`Yes or no`,
  number: msg`Number`,
  date: msg`Day`,
  category: msg`Category`,
  place: msg`Place`,
  institution: msg`Institution`,
  files: msg`Files`,
  consents: msg`Agreements`,
};

export const CORE: Record<string, MessageDescriptor> = {
  complainant_kind: msg`How the complainant wishes to be known`,
  narrative: msg`The complaint in own words`,
  kind: msg`What kind of case it is`,
  happened_on: msg`When it happened`,
  category: msg`Category`,
  place: msg`Place`,
  institution: msg`Institution`,
  wish: msg`What the complainant wishes`,
  vulnerability: msg`Whether the person is in a weak position`,
  contact_wish: msg`How the complainant wishes to be reached`,
  contact_note: msg`A remark on reaching the person`,
  "identity.name": msg`Name`,
  "identity.email": msg`E-mail address`,
  "identity.phone": msg`Telephone number`,
  "identity.address": msg`Address`,
  consents: msg`What the complainant agrees to`,
  "judiciary.court": msg`Court`,
  "judiciary.instance": msg`Instance`,
  "judiciary.matter": msg`Matter`,
  "judiciary.violation": msg`What is wrong at the court`,
  "judiciary.stage_of_proceedings": msg`Stage of the proceedings`,
  "judiciary.case_number": msg`The court's number`,
  "judiciary.months_pending": msg`Months that it has been pending`,
  "judiciary.person": msg`Judge or prosecutor`,
};

export const WHAT: Record<Difference["what"], MessageDescriptor> = {
  section: msg`Section`,
  question: msg`Question`,
  consent: msg`Agreement`,
  offer: msg`What is offered`,
};

export const HOW: Record<Difference["how"], MessageDescriptor> = {
  added: msg`added`,
  removed: msg`removed`,
  changed: msg`changed`,
  moved: msg`moved`,
};

export const OFFER: Record<string, MessageDescriptor> = {
  languages: msg`Languages`,
  kinds: msg`Kinds of cases`,
  categories: msg`Categories`,
  places: msg`Places`,
};

export const PURPOSE: Record<string, MessageDescriptor> = {
  processing: msg`Working on the complaint`,
  referral: msg`Sending it to an institution`,
  publication: msg`Telling the public, without names`,
};
