/**
 * What people call the codes of the interface. Made from openapi.yaml by `make schema`; never edited by hand.
 *
 * A code without a word here has none in the description either: see `own-words.ts`.
 */
import type { Schemas } from "@dosja/client";
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

export const ANSWER_ASSESSMENT: Record<Schemas["AnswerAssessment"], MessageDescriptor> = {
  full: msg`Answers in full`,
  partial: msg`Answers in part`,
  refused: msg`Refuses`,
  non_answer: msg`Is no answer`,
  deemed_refused: msg`No answer, which counts as a refusal`,
  deemed_granted: msg`No answer, which counts as an approval`,
};

export const ANSWER_DECISION: Record<Schemas["AnswerDecision"], MessageDescriptor> = {
  interim: msg`An answer for the time being`,
  final: msg`The answer`,
  no_answer: msg`No answer: an acknowledgement, an automatic reply`,
};

export const ANSWER_STANDING: Record<Schemas["AnswerStanding"], MessageDescriptor> = {
  arrived: msg`Arrived; somebody has to say what it is`,
  interim: msg`An answer for the time being`,
  final: msg`The answer`,
  no_answer: msg`No answer: an acknowledgement, an automatic reply`,
};

export const ANSWER_WAY: Record<Schemas["AnswerWay"], MessageDescriptor> = {
  link: msg`Through the answer link`,
  email: msg`By e-mail`,
  typed: msg`Typed in by the organisation`,
};

export const CASE_ACT: Record<Schemas["CaseAct"], MessageDescriptor> = {
  change: msg`Correct the facts`,
  write: msg`Write to the complainant`,
  ask: msg`Ask the complainant, and wait for the answer`,
  note: msg`Write a note`,
  add_file: msg`Add a file`,
  open_original: msg`Open the original of a file`,
  hide: msg`Hide words and pages from others`,
  case_file: msg`Take the case file along`,
  tag: msg`Change the tags`,
  judiciary: msg`Say which court and matter it is about`,
  link: msg`Link another case`,
  refer: msg`Prepare a letter to an institution`,
  share: msg`Share it with another partner`,
  assign: msg`Say who works the case`,
  take: msg`Take the case`,
  declare_conflict: msg`Declare a conflict of interest`,
  record_conflict: msg`Record a colleague's conflict of interest`,
  lift_conflict: msg`Lift a colleague's conflict of interest`,
  restrict: msg`Restrict it to named persons`,
  unrestrict: msg`Open it to the whole organisation again`,
  new_receipt: msg`Give the complainant a new receipt`,
};

export const CASE_COLUMN: Record<Schemas["CaseColumn"], MessageDescriptor> = {
  reference: msg`Reference`,
  summary: msg`Summary`,
  kind: msg`Kind`,
  stage: msg`Stage`,
  state: msg`State`,
  severity: msg`Severity`,
  category: msg`Category`,
  institution: msg`Institution`,
  place: msg`Place`,
  owner: msg`Partner`,
  assignee: msg`Worked by`,
  opened_at: msg`Received`,
  due_at: msg`Answer due`,
  waits_for: msg`Whose term runs`,
  next_task: msg`Next task`,
  unread: msg`Unread messages`,
  tags: msg`Tags`,
  outcome: msg`Outcome`,
  resolved_at: msg`Resolved`,
  closed_at: msg`Closed`,
  changed_at: msg`Last change`,
};

export const CASE_ENDING: Record<Schemas["CaseEnding"], MessageDescriptor> = {
  remedied: msg`Remedied`,
  partly_remedied: msg`Partly remedied`,
  explanation: msg`Explanation or apology`,
  disciplinary_action: msg`Disciplinary action`,
  prosecution_referred: msg`Handed to the prosecution`,
  refund: msg`Money returned`,
  policy_change: msg`Rule or practice changed`,
  refused: msg`Refused`,
  unfounded: msg`Unfounded`,
  no_answer: msg`No answer`,
  withdrawn: msg`Withdrawn`,
  inadmissible: msg`Inadmissible`,
  duplicate: msg`Duplicate`,
  transferred: msg`Handed to another partner`,
};

export const CASE_FILE_PURPOSE: Record<Schemas["CaseFilePurpose"], MessageDescriptor> = {
  own: msg`For our own work`,
  to_leave: msg`To be given to somebody else: what is hidden stays hidden`,
};

export const CASE_OUTCOME: Record<Schemas["CaseOutcome"], MessageDescriptor> = {
  remedied: msg`Remedied`,
  partly_remedied: msg`Partly remedied`,
  explanation: msg`Explanation or apology`,
  disciplinary_action: msg`Disciplinary action`,
  prosecution_referred: msg`Handed to the prosecution`,
  refund: msg`Money returned`,
  policy_change: msg`Rule or practice changed`,
  refused: msg`Refused`,
  unfounded: msg`Unfounded`,
  no_answer: msg`No answer`,
  withdrawn: msg`Withdrawn`,
};

export const CASE_PART: Record<Schemas["CasePart"], MessageDescriptor> = {
  complaint: msg`The complaint`,
  messages: msg`The conversation`,
  files: msg`Files`,
  notes: msg`Notes`,
  judiciary: msg`Court and proceedings`,
  outcome: msg`How it ended`,
  letters: msg`Letters and answers`,
  timeline: msg`What happened when`,
};

export const CASE_STAGE: Record<Schemas["CaseStage"], MessageDescriptor> = {
  intake: msg`Intake`,
  referral: msg`Referral`,
  follow_up: msg`Follow-up`,
  resolution: msg`Resolution`,
  ended: msg`Ended otherwise`,
};

export const CASE_STEP: Record<Schemas["CaseStep"], MessageDescriptor> = {
  start_triage: msg`Start triage`,
  ask_complainant: msg`Ask the complainant`,
  take_up_answer: msg`Go on with triage`,
  open: msg`Open the case`,
  await_answers: msg`Wait for the other answers`,
  resolve: msg`Resolve`,
  close: msg`Close`,
  reopen: msg`Reopen`,
  resume: msg`Resume work`,
  declare_inadmissible: msg`Declare inadmissible`,
  mark_duplicate: msg`Mark as a duplicate`,
  withdraw: msg`Record the withdrawal`,
};

export const CASE_VERB: Record<Schemas["CaseVerb"], MessageDescriptor> = {
  start_triage: msg`Start triage`,
  ask_complainant: msg`Ask the complainant`,
  take_up_answer: msg`Go on with triage`,
  open: msg`Open the case`,
  refer: msg`Refer to an institution`,
  escalate: msg`Escalate to a higher institution`,
  review_answer: msg`Review the answer`,
  await_answers: msg`Wait for the other answers`,
  resolve: msg`Resolve`,
  close: msg`Close`,
  reopen: msg`Reopen`,
  resume: msg`Resume work`,
  declare_inadmissible: msg`Declare inadmissible`,
  mark_duplicate: msg`Mark as a duplicate`,
  undo_merge: msg`Undo the merging`,
  withdraw: msg`Record the withdrawal`,
  take_back: msg`Withdraw the complaint`,
  confirm_outcome: msg`Confirm the outcome`,
  transfer: msg`Hand over to another partner`,
};

export const COMPLAINANT_KIND: Record<Schemas["ComplainantKind"], MessageDescriptor> = {
  identified: msg`With my name`,
  confidential: msg`My name only for the NGO`,
  anonymous: msg`Without my name`,
};

export const CONSENT_MANNER: Record<Schemas["ConsentManner"], MessageDescriptor> = {
  written: msg`In writing`,
  oral: msg`By word of mouth`,
};

export const CONSENT_PURPOSE: Record<Schemas["ConsentPurpose"], MessageDescriptor> = {
  processing: msg`Working on the complaint`,
  referral: msg`Sending it to an institution`,
  sharing: msg`Sharing it with a partner NGO`,
  publication: msg`Telling the public, without names`,
};

export const CONTACT_WISH: Record<Schemas["ContactWish"], MessageDescriptor> = {
  receipt_only: msg`Only through the receipt`,
  email: msg`E-mail`,
  phone: msg`Telephone`,
  post: msg`Post`,
  in_person: msg`In person`,
};

export const COURT_INSTANCE: Record<Schemas["CourtInstance"], MessageDescriptor> = {
  first: msg`First instance`,
  appeal: msg`Appeal`,
  supreme: msg`Supreme court`,
  constitutional: msg`Constitutional court`,
  prosecution: msg`Prosecution`,
  enforcement: msg`Enforcement`,
};

export const COURT_MATTER: Record<Schemas["CourtMatter"], MessageDescriptor> = {
  civil: msg`Civil`,
  criminal: msg`Criminal`,
  administrative: msg`Administrative`,
  family: msg`Family`,
  commercial: msg`Commercial`,
  labour: msg`Labour`,
};

export const COURT_VIOLATION: Record<Schemas["CourtViolation"], MessageDescriptor> = {
  delay: msg`Delay`,
  conduct: msg`Conduct`,
  impartiality: msg`Impartiality`,
  access_to_file: msg`Access to the file`,
  non_execution: msg`Judgment not executed`,
  solicitation: msg`Money or favour asked for`,
};

export const DECLINE_REASON: Record<Schemas["DeclineReason"], MessageDescriptor> = {
  no_capacity: msg`No capacity at present`,
  not_our_service: msg`Not something we do`,
  outside_area: msg`Outside of our area`,
  language: msg`We do not have this language`,
  not_eligible: msg`The person is not among those whom we may serve`,
  conflict_of_interest: msg`We have a conflict of interest`,
  too_little_known: msg`Too little is known to decide`,
  other: msg`Another reason, in words`,
};

export const DELETION_REASON: Record<Schemas["DeletionReason"], MessageDescriptor> = {
  spam: msg`It is no complaint`,
};

export const DELIVERY_FAILURE: Record<Schemas["DeliveryFailure"], MessageDescriptor> = {
  returned: msg`The post brought it back`,
  not_accepted: msg`The institution did not take it`,
  wrong_address: msg`The address was wrong`,
  portal_refused: msg`The portal did not take it`,
  not_done: msg`It was not done after all`,
  other: msg`Another reason, in words`,
};

export const DELIVERY_STATE: Record<Schemas["DeliveryState"], MessageDescriptor> = {
  prepared: msg`To be done by a person`,
  under_way: msg`On its way`,
  sent: msg`Sent`,
  unclear: msg`Nobody knows whether it left`,
  failed: msg`Failed`,
  cancelled: msg`Cancelled`,
};

export const DELIVERY_VERB: Record<Schemas["DeliveryVerb"], MessageDescriptor> = {
  sent: msg`Record that it left`,
  failed: msg`Record that it did not arrive`,
  cancel: msg`Cancel the delivery`,
  left: msg`Say that it left`,
  send_again: msg`Send it again`,
  taken: msg`The mail server took it`,
  lost_sight: msg`The worker was lost while it handed it over`,
  came_back: msg`It was refused or came back`,
  stopped: msg`It may not leave any more`,
};

export const DESTINATION_REASON: Record<Schemas["DestinationReason"], MessageDescriptor> = {
  named: msg`The complaint is about it`,
  competent: msg`It answers for this category`,
  place: msg`It works for this place`,
  superior: msg`It stands above the institution that the complaint is about`,
  oversight: msg`It oversees such cases in the whole country`,
  ombudsman: msg`The ombudsperson of the country`,
};

export const DISPATCH_STATE: Record<Schemas["DispatchState"], MessageDescriptor> = {
  waiting: msg`Waits to be handed over`,
  handing_over: msg`Being handed over`,
  sent: msg`Taken by the mail server`,
  unclear: msg`Handed over; nobody knows whether it was taken`,
  refused: msg`Refused by the mail server`,
  failed: msg`Given up after many tries`,
  bounced: msg`Came back`,
  cancelled: msg`Cancelled before it left`,
};

export const ERASURE_BECAUSE: Record<Schemas["ErasureBecause"], MessageDescriptor> = {
  rule: msg`Its time of keeping is over`,
  request: msg`Its author asked for it`,
};

export const ERASURE_BLOCKER: Record<Schemas["ErasureBlocker"], MessageDescriptor> = {
  running: msg`Work on it has not ended.`,
  referral: msg`A letter to an institution is on its way, or its term runs.`,
  partner_referral: msg`Another partner helps the person, or is asked to.`,
  task: msg`A task is open.`,
  hold: msg`A legal hold stands.`,
  mail: msg`A mail that names it waits to be sorted.`,
  duplicate: msg`It is a duplicate of a case on which work goes on.`,
  request: msg`A request of the complainant waits for a decision.`,
  import: msg`The import that made it is at work.`,
};

export const ERASURE_REFUSAL: Record<Schemas["ErasureRefusal"], MessageDescriptor> = {
  hold: msg`We have to keep your file for now`,
  legal_duty: msg`The law obliges us to keep it`,
  legal_claim: msg`It is needed to pursue or defend a legal claim`,
  protection: msg`It protects you or somebody else from reprisal`,
  running: msg`Work on it has not ended; withdraw the complaint first`,
  not_author: msg`We are not sure that it was you who asked`,
};

export const ERASURE_REQUEST_STATE: Record<Schemas["ErasureRequestState"], MessageDescriptor> = {
  open: msg`Waits for a decision`,
  granted: msg`Granted`,
  refused: msg`Refused`,
};

export const FATE_AT_INSTITUTION: Record<Schemas["FateAtInstitution"], MessageDescriptor> = {
  waiting: msg`An answer is awaited`,
  not_delivered: msg`The letter did not arrive`,
  answered: msg`It answered`,
  silent: msg`It did not answer in time`,
  passed_on: msg`It passed the complaint on`,
};

export const FILE_SCAN: Record<Schemas["FileScan"], MessageDescriptor> = {
  pending: msg`Not scanned yet`,
  passed: msg`Scanned, nothing found`,
  infected: msg`Infected`,
  not_scanned: msg`Not scanned for viruses`,
};

export const FILE_SENDER: Record<Schemas["FileSender"], MessageDescriptor> = {
  complainant: msg`Complainant`,
  partner: msg`Partner`,
  institution: msg`Institution`,
};

export const FILE_STATE: Record<Schemas["FileState"], MessageDescriptor> = {
  pending: msg`Being checked`,
  ready: msg`Clean copy ready`,
  infected: msg`Infected`,
  failed: msg`No clean copy could be made`,
  kept: msg`Kept as it came`,
};

export const FINDING_KIND: Record<Schemas["FindingKind"], MessageDescriptor> = {
  email: msg`E-mail address`,
  phone: msg`Telephone number`,
  personal_number: msg`Personal number`,
  document_number: msg`Number of a document`,
  iban: msg`Bank account`,
  card: msg`Payment card`,
  plate: msg`Number plate`,
  long_number: msg`A long number`,
  restricted_person: msg`The judge, prosecutor or official whose name is restricted`,
};

export const GIVEN_ASSESSMENT: Record<Schemas["GivenAssessment"], MessageDescriptor> = {
  full: msg`Answers in full`,
  partial: msg`Answers in part`,
  refused: msg`Refuses`,
  non_answer: msg`Is no answer`,
};

export const HIDING_REASON: Record<Schemas["HidingReason"], MessageDescriptor> = {
  name: msg`A name`,
  contact: msg`Telephone, e-mail or address`,
  number: msg`A personal, account or plate number`,
  place: msg`A place or time that gives somebody away`,
  health: msg`Health, family or belief`,
  third_person: msg`Somebody else`,
  other: msg`Something else that has to be protected`,
};

export const HOLD_REASON: Record<Schemas["HoldReason"], MessageDescriptor> = {
  court: msg`Court proceedings need the file`,
  authority: msg`An authority asked us to keep it`,
  against_us: msg`A complaint about our own work`,
  reprisal: msg`The complainant may need it against reprisal`,
  audit: msg`An audit of the funding needs it`,
  other: msg`Another reason`,
};

export const IDENTITY_FIELD: Record<Schemas["IdentityField"], MessageDescriptor> = {
  name: msg`Name`,
  email: msg`E-mail`,
  phone: msg`Telephone`,
  address: msg`Address`,
};

export const IDENTITY_LOOK_KIND: Record<Schemas["IdentityLookKind"], MessageDescriptor> = {
  compared: msg`Compared with what a caller said, without being shown`,
  revealed: msg`Shown`,
  unsealed: msg`Unsealed by a custodian for somebody who asked, without being shown`,
};

export const IDENTITY_LOOK_REASON: Record<Schemas["IdentityLookReason"], MessageDescriptor> = {
  new_receipt: msg`Somebody asked for a new receipt`,
  contact: msg`To reach the complainant`,
  referral: msg`To send the complaint with its author's name`,
  service: msg`To arrange help for the complainant`,
  danger: msg`Danger to life or liberty`,
  court_order: msg`A court or an authority demands it by law`,
  own_data: msg`The complainant asked for what is kept about them`,
};

export const IDENTITY_REQUEST_REASON: Record<Schemas["IdentityRequestReason"], MessageDescriptor> = {
  contact: msg`To reach the complainant`,
  referral: msg`To send the complaint with its author's name`,
  service: msg`To arrange help for the complainant`,
  danger: msg`Danger to life or liberty`,
  court_order: msg`A court or an authority demands it by law`,
  own_data: msg`The complainant asked for what is kept about them`,
};

export const IDENTITY_REQUEST_STATE: Record<Schemas["IdentityRequestState"], MessageDescriptor> = {
  requested: msg`Waits for a custodian`,
  approved: msg`Approved`,
  declined: msg`Declined`,
  withdrawn: msg`Taken back`,
  expired: msg`Time is over`,
  ended: msg`Ended early`,
};

export const IMPORT_FIELD: Record<Schemas["ImportField"], MessageDescriptor> = {
  external_id: msg`Number in the old file, by which a row is known again`,
  former_reference: msg`Former reference`,
  received_on: msg`Day on which the complaint came`,
  narrative: msg`What the complainant says`,
  kind: msg`Kind`,
  category: msg`Category`,
  institution: msg`Institution`,
  place: msg`Place`,
  state: msg`State`,
  outcome: msg`Outcome`,
  resolved_on: msg`Day on which it was resolved`,
  closed_on: msg`Day on which it was closed`,
  assignee: msg`Who works it`,
  summary: msg`Summary`,
  note: msg`Note of the partner`,
  tags: msg`Tags`,
  severity: msg`Severity`,
  channel: msg`How the complaint came`,
  language: msg`Language`,
  happened_on: msg`Day on which it happened`,
  wish: msg`What the complainant wishes`,
  complainant_kind: msg`How the complainant wishes to be known`,
  name: msg`Name of the complainant`,
  phone: msg`Telephone of the complainant`,
  email: msg`E-mail of the complainant`,
  address: msg`Address of the complainant`,
  consent: msg`The complainant agreed that the complaint is worked on`,
  outcome_text: msg`Outcome in words`,
  impact: msg`What changed`,
  value_recovered: msg`Amount recovered`,
  value_currency: msg`Currency of the amount`,
  admissibility_note: msg`Why it was admissible`,
  inadmissible_reason: msg`Why it was inadmissible`,
  advice: msg`Advice that was given`,
};

export const IMPORT_PROBLEM_CODE: Record<Schemas["ImportProblemCode"], MessageDescriptor> = {
  required: msg`Something has to stand here.`,
  too_long: msg`This text is too long.`,
  invalid_characters: msg`This text has characters that cannot be shown.`,
  date_unreadable: msg`This is not a date in the chosen order of day, month and year.`,
  date_in_the_future: msg`This day has not come yet.`,
  date_too_long_ago: msg`This day is too long ago.`,
  date_before_arrival: msg`This day is before the complaint came.`,
  number_unreadable: msg`This is not an amount of money.`,
  unknown_value: msg`Nobody has said yet what this value means.`,
  ambiguous_value: msg`Several things have this name: say which one is meant.`,
  category_of_other_kind: msg`This category does not belong to this kind of complaint.`,
  not_classified: msg`An open case needs a category and an institution.`,
  outcome_missing: msg`A case that was resolved or closed needs its outcome.`,
  end_missing: msg`A case that was resolved or closed needs the day on which it ended.`,
  reason_missing: msg`An inadmissible case needs the reason.`,
  currency_missing: msg`Give the amount together with its currency.`,
  external_id_twice: msg`The same number stands in an earlier row of this file.`,
  identity_not_wanted: msg`This complaint is anonymous, but a name or contact stands here.`,
  identity_required: msg`This complainant has a name, but none stands here.`,
  contact_missing: msg`The contact for the chosen way of contact is missing.`,
  not_a_member: msg`This person does not work cases at your organisation.`,
  refused: msg`This row could not be taken in.`,
};

export const IMPORT_STATE: Record<Schemas["ImportState"], MessageDescriptor> = {
  reading: msg`The file is being read`,
  unreadable: msg`The file could not be read`,
  mapping: msg`The columns have to be matched`,
  checking: msg`A dry run is going on`,
  checked: msg`The dry run is done`,
  running: msg`Cases are being imported`,
  done: msg`Imported`,
  undoing: msg`The import is being undone`,
  undone: msg`Undone`,
  stopped: msg`Stopped`,
};

export const IMPORT_STEP: Record<Schemas["ImportStep"], MessageDescriptor> = {
  read: msg`Read the file another way`,
  map: msg`Match the columns`,
  check: msg`Make a dry run`,
  start: msg`Import`,
  stop: msg`Stop`,
  undo: msg`Undo the import`,
  forget: msg`Destroy the file`,
};

export const IMPORT_STOP_REASON: Record<Schemas["ImportStopReason"], MessageDescriptor> = {
  not_allowed: msg`Whoever started it may not import any more.`,
  by_hand: msg`Somebody stopped it.`,
};

export const IMPORT_UNREADABLE: Record<Schemas["ImportUnreadable"], MessageDescriptor> = {
  broken: msg`The file is damaged, or is not what its name says.`,
  too_large: msg`The sheet is too large: at most 100 000 rows and 150 columns.`,
  password: msg`The file is protected by a password. Save it without one.`,
  empty: msg`There is nothing in this sheet below a line with the names of the columns.`,
};

export const INADMISSIBLE_REASON: Record<Schemas["InadmissibleReason"], MessageDescriptor> = {
  not_our_competence: msg`Not our competence`,
  private_dispute: msg`A dispute between private persons`,
  against_a_judgment: msg`Aims at a court's judgment, which a complaint cannot change`,
  too_late: msg`Too late by law`,
  too_little_known: msg`Too little is known to go on`,
  abuse: msg`Abuse or spam`,
};

export const INSTITUTION_CHANNEL_KIND: Record<Schemas["InstitutionChannelKind"], MessageDescriptor> = {
  email: msg`E-mail`,
  post: msg`Post`,
  phone: msg`Telephone`,
  web_form: msg`Web form`,
  in_person: msg`In person`,
};

export const INSTITUTION_KIND: Record<Schemas["InstitutionKind"], MessageDescriptor> = {
  ombudsman: msg`Ombudsperson`,
  anti_corruption: msg`Anti-corruption body`,
  information_commissioner: msg`Information commissioner`,
  judicial_council: msg`Judicial council`,
  judicial_inspection: msg`Judicial inspection`,
  court: msg`Court`,
  prosecution: msg`Prosecution`,
  ministry: msg`Ministry`,
  agency: msg`Agency`,
  inspectorate: msg`Inspectorate`,
  police: msg`Police`,
  municipality: msg`Municipality`,
  health: msg`Health service`,
  social_services: msg`Social services`,
  education: msg`Education`,
  utility: msg`Public utility`,
  other: msg`Other`,
};

export const INSTITUTION_LEVEL: Record<Schemas["InstitutionLevel"], MessageDescriptor> = {
  local: msg`Local`,
  regional: msg`Regional`,
  central: msg`Central`,
};

export const INTAKE_CHANNEL: Record<Schemas["IntakeChannel"], MessageDescriptor> = {
  web_form: msg`Web form`,
  api: msg`Partner's own program`,
  phone: msg`Telephone`,
  letter: msg`Letter`,
  in_person: msg`In person`,
  field: msg`Field visit`,
};

export const INVITATION_MAIL: Record<Schemas["InvitationMail"], MessageDescriptor> = {
  by_hand: msg`The link is handed over by whoever invites`,
  waiting: msg`The mail waits to leave`,
  sent: msg`The mail left`,
  refused: msg`The mail was refused`,
};

export const INVITATION_STATE: Record<Schemas["InvitationState"], MessageDescriptor> = {
  open: msg`Waits to be taken up`,
  expired: msg`Has run out`,
  accepted: msg`Taken up`,
  withdrawn: msg`Withdrawn`,
};

export const LIKENESS: Record<Schemas["Likeness"], MessageDescriptor> = {
  same_contact: msg`The complainants gave the same telephone number or e-mail address`,
  same_text: msg`Large parts of the complaints are alike, word for word`,
  same_words: msg`The summaries have words in common`,
  same_institution: msg`The same institution`,
  same_category: msg`The same category`,
  same_place: msg`The same place`,
  near_in_time: msg`They arrived within two weeks`,
};

export const LIKENESS_STRENGTH: Record<Schemas["LikenessStrength"], MessageDescriptor> = {
  strong: msg`Very likely the same`,
  likely: msg`Likely the same`,
  possible: msg`Possibly the same`,
};

export const MAIL_DISMISSAL_REASON: Record<Schemas["MailDismissalReason"], MessageDescriptor> = {
  spam: msg`Unwanted mail`,
  not_ours: msg`Nothing to do with a case`,
  handled: msg`Dealt with elsewhere`,
  duplicate: msg`Came before`,
  other: msg`Another reason`,
};

export const MAIL_PROTECTION: Record<Schemas["MailProtection"], MessageDescriptor> = {
  tls: msg`Encrypted from the first byte (TLS)`,
  starttls: msg`Encrypted before anything is said (STARTTLS)`,
  none: msg`Not encrypted; only on this machine`,
};

export const MAIL_REMARK: Record<Schemas["MailRemark"], MessageDescriptor> = {
  automatic: msg`A machine wrote it`,
  bounce: msg`It tells that some mail did not arrive, and of which mail is not known`,
  too_large: msg`Too large to be taken; it lies in the mailbox`,
  unreadable: msg`It could not be taken apart; the original is kept`,
  files_refused: msg`Some files could not be taken; they are in the original`,
  case_full: msg`Its case takes no more files`,
};

export const MAIL_STATE: Record<Schemas["MailState"], MessageDescriptor> = {
  triage: msg`Somebody has to say where it belongs`,
  matched: msg`Went to its case by itself`,
  assigned: msg`Assigned by a person`,
  dismissed: msg`Set aside by a person`,
};

export const MAIL_TRAIL: Record<Schemas["MailTrail"], MessageDescriptor> = {
  token: msg`By the mark in its address or text`,
  reply: msg`As a reply to our mail`,
  person: msg`By a person`,
};

export const MEASURE: Record<Schemas["Measure"], MessageDescriptor> = {
  count: msg`A number of things`,
  days: msg`Days`,
  percent: msg`Per cent`,
  score: msg`A score from 1 to 5`,
  amount: msg`Money`,
};

export const MESSAGE_SENDER: Record<Schemas["MessageSender"], MessageDescriptor> = {
  complainant: msg`Complainant`,
  partner: msg`Partner`,
};

export const NEXT_REASON: Record<Schemas["NextReason"], MessageDescriptor> = {
  appeal: msg`It hears appeals under the law of this term`,
  superior: msg`It stands above the institution`,
  ombudsman: msg`The ombudsperson of the country`,
  oversight: msg`It oversees such cases in the whole country`,
};

export const NOTICE_CHANNEL: Record<Schemas["NoticeChannel"], MessageDescriptor> = {
  email: msg`E-mail`,
  sms: msg`Text message (SMS)`,
};

export const NOTICE_ENDING: Record<Schemas["NoticeEnding"], MessageDescriptor> = {
  off: msg`Turned off`,
  refused: msg`The address was refused`,
  over: msg`The case is over`,
};

export const ORIGINAL_REASON: Record<Schemas["OriginalReason"], MessageDescriptor> = {
  evidence: msg`When, where or with what it was made matters for the case`,
  copy_unusable: msg`There is no clean copy, or it cannot be read`,
  for_institution: msg`An institution or court needs the original`,
  complainant_asked: msg`The complainant asked for it`,
};

export const PARCEL_STATE: Record<Schemas["ParcelState"], MessageDescriptor> = {
  waiting: msg`Waiting`,
  making: msg`Being put together`,
  ready: msg`Ready to be taken`,
  taken: msg`Taken`,
  failed: msg`Could not be put together`,
  expired: msg`Not taken in time`,
};

export const PARTNER_COUNTRY: Record<Schemas["PartnerCountry"], MessageDescriptor> = {
  AL: msg`Albania`,
  XK: msg`Kosovo`,
  GE: msg`Georgia`,
  RS: msg`Serbia`,
};

export const PARTNER_REFERRAL_STATE: Record<Schemas["PartnerReferralState"], MessageDescriptor> = {
  offered: msg`Offered`,
  accepted: msg`Accepted`,
  declined: msg`Declined`,
  expired: msg`Expired`,
  recalled: msg`Recalled`,
  in_service: msg`In service`,
  completed: msg`Completed`,
  not_completed: msg`Not completed`,
};

export const PAUSE_REASON: Record<Schemas["PauseReason"], MessageDescriptor> = {
  clarification: msg`The institution waits for a clarification`,
  complainant: msg`The complainant has to bring something first`,
  other_proceedings: msg`Another proceeding has to end first`,
  expert: msg`An expert's opinion is awaited`,
  emergency: msg`A state of emergency or force majeure`,
  agreed: msg`Agreed with the institution`,
  other: msg`Another reason, in words`,
};

export const PLACE_LEVEL: Record<Schemas["PlaceLevel"], MessageDescriptor> = {
  country: msg`Country`,
  region: msg`Region`,
  municipality: msg`Municipality`,
  administrative_unit: msg`Administrative unit`,
};

export const PUBLIC_SUMMARY_STATE: Record<Schemas["PublicSummaryState"], MessageDescriptor> = {
  draft: msg`Draft`,
  published: msg`Published`,
  withdrawn: msg`Withdrawn`,
};

export const PUBLICATION_HINDRANCE: Record<Schemas["PublicationHindrance"], MessageDescriptor> = {
  sensitive: msg`Of corruption, courts and other sensitive matters the public is told nothing`,
  no_category: msg`The case has no category`,
  restricted: msg`The case is restricted to named persons`,
  not_admitted: msg`The case is not open yet, or it ended before anything was done`,
  no_consent: msg`The complainant did not agree that the public is told`,
  at_risk: msg`It concerns a child, a victim of violence or trafficking, or a detainee`,
  findings: msg`The text has what looks like personal data`,
  own_words: msg`The text repeats the complainant's own words`,
};

export const RECEIPT_ACTION: Record<Schemas["ReceiptAction"], MessageDescriptor> = {
  write: msg`Write to the organisation`,
  confirm: msg`Confirm the outcome`,
  rate: msg`Rate outcome and process`,
  withdraw: msg`Withdraw the complaint`,
};

export const REFERRAL_CHANNEL: Record<Schemas["ReferralChannel"], MessageDescriptor> = {
  email: msg`E-mail`,
  post: msg`Registered post`,
  portal: msg`The institution's portal`,
  in_person: msg`Handed over in person`,
};

export const REFERRAL_STATE: Record<Schemas["ReferralState"], MessageDescriptor> = {
  draft: msg`Draft`,
  approval: msg`Waiting for approval`,
  queued: msg`Ready to be sent`,
  sent: msg`Sent`,
  delivery_failed: msg`Delivery failed`,
  registered: msg`Registered by the institution`,
  clarification: msg`Clarification asked`,
  redirected: msg`Redirected to another body`,
  answered: msg`Answered`,
  assessed: msg`Answer assessed`,
  closed: msg`Closed`,
  cancelled: msg`Cancelled before sending`,
};

export const RESOLUTION_OUTCOME: Record<Schemas["ResolutionOutcome"], MessageDescriptor> = {
  remedied: msg`Remedied`,
  partly_remedied: msg`Partly remedied`,
  explanation: msg`Explanation or apology`,
  disciplinary_action: msg`Disciplinary action`,
  prosecution_referred: msg`Handed to the prosecution`,
  refund: msg`Money returned`,
  policy_change: msg`Rule or practice changed`,
  refused: msg`Refused`,
  unfounded: msg`Unfounded`,
  no_answer: msg`No answer`,
};

export const ROLE: Record<Schemas["Role"], MessageDescriptor> = {
  intake_officer: msg`Intake officer`,
  caseworker: msg`Caseworker`,
  legal_adviser: msg`Legal adviser`,
  coordinator: msg`Coordinator`,
  custodian: msg`Custodian of identities`,
  observer: msg`Observer`,
  field_researcher: msg`Field researcher`,
};

export const SERVICE_GIVEN_OUTCOME: Record<Schemas["ServiceGivenOutcome"], MessageDescriptor> = {
  given: msg`The service was given`,
  partly_given: msg`The service was given in part`,
  referred_on: msg`The person was taken to another service`,
};

export const SERVICE_NOT_GIVEN_OUTCOME: Record<Schemas["ServiceNotGivenOutcome"], MessageDescriptor> = {
  not_reached: msg`The person could not be reached`,
  did_not_come: msg`The person did not come`,
  not_wanted: msg`The person did not want it any more`,
  not_possible: msg`The service could not be given after all`,
  other: msg`Another reason, in words`,
};

export const SERVICE_OUTCOME: Record<Schemas["ServiceOutcome"], MessageDescriptor> = {
  given: msg`The service was given`,
  partly_given: msg`The service was given in part`,
  referred_on: msg`The person was taken to another service`,
  not_reached: msg`The person could not be reached`,
  did_not_come: msg`The person did not come`,
  not_wanted: msg`The person did not want it any more`,
  not_possible: msg`The service could not be given after all`,
  other: msg`Another reason, in words`,
};

export const SERVICE_STATUS: Record<Schemas["ServiceStatus"], MessageDescriptor> = {
  active: msg`Active`,
  inactive: msg`Inactive`,
  defunct: msg`Defunct`,
  "temporarily closed": msg`Temporarily Closed`,
};

export const SHARED_FIELD: Record<Schemas["SharedField"], MessageDescriptor> = {
  summary: msg`Our summary and tags; the case is found by them`,
  complaint: msg`The complaint in the citizen's words`,
  contact_wish: msg`How the complainant wants to be reached`,
  vulnerability: msg`What makes the complainant vulnerable`,
  messages: msg`The conversation with the complainant`,
  files: msg`The files, as clean copies`,
  notes: msg`Our notes`,
  judiciary: msg`Court, instance and matter, without names of persons`,
  outcome: msg`The words of the outcome, and what changed`,
};

export const SILENCE: Record<Schemas["Silence"], MessageDescriptor> = {
  refusal: msg`Silence counts as a refusal`,
  approval: msg`Silence counts as an approval`,
  nothing: msg`Silence changes nothing`,
  unknown: msg`Not verified`,
};

export const STATISTIC: Record<Schemas["Statistic"], MessageDescriptor> = {
  "cases-by-stage": msg`Cases by stage`,
  "cases-by-kind": msg`Cases by kind`,
  "cases-by-category": msg`Cases by category`,
  "cases-by-place": msg`Cases by place`,
  "cases-by-institution": msg`Cases by institution`,
  overdue: msg`Overdue cases`,
  outcomes: msg`Outcomes`,
  "value-recovered": msg`Value recovered`,
  satisfaction: msg`Satisfaction`,
  safety: msg`Safety and trust`,
  "response-times": msg`Response times of institutions`,
};

export const SUGGESTION_REASON: Record<Schemas["SuggestionReason"], MessageDescriptor> = {
  reference: msg`It names the number of the case`,
  protocol: msg`It names the institution's protocol number`,
  sender: msg`It comes from an address of the institution`,
};

export const TASK_MAKER: Record<Schemas["TaskMaker"], MessageDescriptor> = {
  rule: msg`A rule`,
  person: msg`A person`,
};

export const TASK_STATE: Record<Schemas["TaskState"], MessageDescriptor> = {
  open: msg`To be done`,
  done: msg`Done`,
  dropped: msg`Not needed any more`,
};

export const TASK_WHOSE: Record<Schemas["TaskWhose"], MessageDescriptor> = {
  mine: msg`Given to you`,
  team: msg`All of your organisation's`,
};

export const TERM_UNIT: Record<Schemas["TermUnit"], MessageDescriptor> = {
  hour: msg`hours`,
  calendar_day: msg`calendar days`,
  working_day: msg`working days`,
  month: msg`months`,
};

export const TRANSFER_STATE: Record<Schemas["TransferState"], MessageDescriptor> = {
  offered: msg`Offered`,
  accepted: msg`Accepted`,
  declined: msg`Declined`,
  recalled: msg`Recalled`,
  expired: msg`Expired`,
};

export const URGENCY: Record<Schemas["Urgency"], MessageDescriptor> = {
  routine: msg`Within weeks`,
  soon: msg`Within days`,
  urgent: msg`Today or tomorrow`,
};

export const VULNERABILITY: Record<Schemas["Vulnerability"], MessageDescriptor> = {
  child: msg`Child`,
  older_person: msg`Older person`,
  disability: msg`Person with a disability`,
  violence: msg`Victim of violence`,
  trafficking: msg`Victim of trafficking`,
  minority: msg`Member of a minority community`,
  poverty: msg`In poverty`,
  detention: msg`In detention`,
  other: msg`Other`,
};

export const WEBHOOK_DELIVERY_PROBLEM: Record<Schemas["WebhookDeliveryProblem"], MessageDescriptor> = {
  status: msg`The address answered with an error.`,
  redirected: msg`The address leads elsewhere; webhooks do not follow.`,
  host_not_allowed: msg`The address lies in a network that may not be reached from here.`,
  unreachable: msg`Nobody answers at the address.`,
  timeout: msg`No answer came within ten seconds.`,
  tls_failed: msg`The encrypted connection failed: the certificate may be wrong.`,
  protocol: msg`What answered there is no web server.`,
};

export const WEBHOOK_DELIVERY_STATE: Record<Schemas["WebhookDeliveryState"], MessageDescriptor> = {
  waiting: msg`On its way`,
  delivered: msg`Delivered`,
  failed: msg`Given up`,
  withheld: msg`Withheld`,
};

export const WEBHOOK_EVENT_TYPE: Record<Schemas["WebhookEventType"], MessageDescriptor> = {
  "case.received": msg`A case was opened`,
  "case.state_changed": msg`A case came to another state`,
  "referral.state_changed": msg`A referral to an institution came to another state`,
  "referral.answer_arrived": msg`An institution's answer arrived`,
  "partner_referral.state_changed": msg`A referral to another partner came to another state`,
  "message.received": msg`A complainant wrote`,
  "task.opened": msg`Somebody wrote down a task`,
  "task.ended": msg`A task was done or dropped by somebody`,
};

export const WEBHOOK_OFF_REASON: Record<Schemas["WebhookOffReason"], MessageDescriptor> = {
  by_hand: msg`Somebody switched it off.`,
  failing: msg`Nothing arrived for five days.`,
  gone: msg`The address said that it is gone for good.`,
};

export const WEBHOOK_SENT_TYPE: Record<Schemas["WebhookSentType"], MessageDescriptor> = {
  "case.received": msg`A case was opened`,
  "case.state_changed": msg`A case came to another state`,
  "referral.state_changed": msg`A referral to an institution came to another state`,
  "referral.answer_arrived": msg`An institution's answer arrived`,
  "partner_referral.state_changed": msg`A referral to another partner came to another state`,
  "message.received": msg`A complainant wrote`,
  "task.opened": msg`Somebody wrote down a task`,
  "task.ended": msg`A task was done or dropped by somebody`,
  ping: msg`A trial`,
};
