"""The shapes of requests and answers. Each is loaded when it is first asked for: all at once take seconds."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .actor_kind import ActorKind
    from .admission_request import AdmissionRequest
    from .after_acceptance import AfterAcceptance
    from .all_facets import Facets
    from .allowed_action import AllowedAction
    from .annex_choice_request import AnnexChoiceRequest
    from .answer import Answer
    from .answer_assessment import AnswerAssessment
    from .answer_assessment_request import AnswerAssessmentRequest
    from .answer_decision import AnswerDecision
    from .answer_decision_request import AnswerDecisionRequest
    from .answer_file import AnswerFile
    from .answer_link import AnswerLink
    from .answer_request import AnswerRequest
    from .answer_standing import AnswerStanding
    from .answer_way import AnswerWay
    from .api_client import ApiClient
    from .api_client_secret import ApiClientSecret
    from .area import Area
    from .asked_for import AskedFor
    from .assignment_request import AssignmentRequest
    from .assignment_to_referral_request import AssignmentToReferralRequest
    from .blank_enum import BlankEnum
    from .blocker import Blocker
    from .calendar import Calendar
    from .calendar_address import CalendarAddress
    from .calendar_effect import CalendarEffect
    from .calendar_override import CalendarOverride
    from .calendar_override_names import CalendarOverrideNames
    from .calendar_overrides_list_country import CalendarOverridesListCountry
    from .caller_kind import CallerKind
    from .caller_request import CallerRequest
    from .capped_count import CappedCount
    from .case import Case
    from .case_act import CaseAct
    from .case_action import CaseAction
    from .case_colleague import CaseColleague
    from .case_colleague_page import CaseColleaguePage
    from .case_column import CaseColumn
    from .case_count import CaseCount
    from .case_done import CaseDone
    from .case_ending import CaseEnding
    from .case_export_request import CaseExportRequest
    from .case_facet import CaseFacet
    from .case_file import CaseFile
    from .case_file_purpose import CaseFilePurpose
    from .case_keeping import CaseKeeping
    from .case_kind import CaseKind
    from .case_of_task import CaseOfTask
    from .case_of_today import CaseOfToday
    from .case_order import CaseOrder
    from .case_outcome import CaseOutcome
    from .case_page import CasePage
    from .case_part import CasePart
    from .case_publication import CasePublication
    from .case_query import CaseQuery
    from .case_query_request import CaseQueryRequest
    from .case_row import CaseRow
    from .case_stage import CaseStage
    from .case_state import CaseState
    from .case_step import CaseStep
    from .case_verb import CaseVerb
    from .cases_done import CasesDone
    from .cases_events_list_ordering import CasesEventsListOrdering
    from .cases_list_extra_item import CasesListExtraItem
    from .categories_list_kind import CategoriesListKind
    from .category import Category
    from .category_labels import CategoryLabels
    from .certainty import Certainty
    from .challenge import Challenge
    from .challenge_parameters import ChallengeParameters
    from .challenge_parameters_data import ChallengeParametersData
    from .channel import Channel
    from .channel_confirmation_request import ChannelConfirmationRequest
    from .check import Check
    from .chosen_case_request import ChosenCaseRequest
    from .chosen_request import ChosenRequest
    from .chosen_spam_request import ChosenSpamRequest
    from .clarification import Clarification
    from .clarification_asked_request import ClarificationAskedRequest
    from .clarification_given_request import ClarificationGivenRequest
    from .clock_extension import ClockExtension
    from .clock_extension_request import ClockExtensionRequest
    from .clock_pause import ClockPause
    from .clock_start_request import ClockStartRequest
    from .clock_stop_request import ClockStopRequest
    from .colleague import Colleague
    from .colleague_request import ColleagueRequest
    from .collected import Collected
    from .complainant_kind import ComplainantKind
    from .complaint_facts import ComplaintFacts
    from .consent import Consent
    from .consent_manner import ConsentManner
    from .consent_purpose import ConsentPurpose
    from .constant_asked_request import ConstantAskedRequest
    from .contact_wish import ContactWish
    from .conversation_message import ConversationMessage
    from .copy_field import CopyField
    from .copy_for_custodian_request import CopyForCustodianRequest
    from .copy_of_key_request import CopyOfKeyRequest
    from .correction import Correction
    from .counts import Counts
    from .court_instance import CourtInstance
    from .court_matter import CourtMatter
    from .court_violation import CourtViolation
    from .currency import Currency
    from .day_of_decree_request import DayOfDecreeRequest
    from .dead_job import DeadJob
    from .deadline_rule import DeadlineRule
    from .deadline_rule_titles import DeadlineRuleTitles
    from .deadline_rules_list_country import DeadlineRulesListCountry
    from .decline_reason import DeclineReason
    from .deidentified_case import DeidentifiedCase
    from .deletion_reason import DeletionReason
    from .delivery import Delivery
    from .delivery_failed_request import DeliveryFailedRequest
    from .delivery_failure import DeliveryFailure
    from .delivery_row import DeliveryRow
    from .delivery_sent_request import DeliverySentRequest
    from .delivery_state import DeliveryState
    from .delivery_verb import DeliveryVerb
    from .destination_reason import DestinationReason
    from .digest import Digest
    from .dispatch import Dispatch
    from .dispatch_state import DispatchState
    from .document import Document
    from .document_organizations import DocumentOrganizations
    from .document_services import DocumentServices
    from .done import Done
    from .done_list import DoneList
    from .dossier import Dossier
    from .draft_key import DraftKey
    from .due import Due
    from .enclosed import Enclosed
    from .enclosure import Enclosure
    from .enclosure_request import EnclosureRequest
    from .ended_sessions import EndedSessions
    from .entry import Entry
    from .erasure_because import ErasureBecause
    from .erasure_blocker import ErasureBlocker
    from .erasure_decision import ErasureDecision
    from .erasure_refusal import ErasureRefusal
    from .erasure_request import ErasureRequest
    from .erasure_request_state import ErasureRequestState
    from .erasure_told import ErasureTold
    from .event import Event
    from .event_action import EventAction
    from .event_facts import EventFacts
    from .event_kind import EventKind
    from .export import Export
    from .export_format import ExportFormat
    from .facet_value import FacetValue
    from .fate_at_institution import FateAtInstitution
    from .field_access import FieldAccess
    from .field_access_secret import FieldAccessSecret
    from .field_error_schema import FieldErrorSchema
    from .file import File
    from .file_scan import FileScan
    from .file_sender import FileSender
    from .file_state import FileState
    from .filed import Filed
    from .files_files import FilesFiles
    from .finding import Finding
    from .finding_kind import FindingKind
    from .form_state import FormState
    from .form_version import FormVersion
    from .form_version_detail import FormVersionDetail
    from .form_version_detail_schema import FormVersionDetailSchema
    from .form_version_detail_schema_consents_item import FormVersionDetailSchemaConsentsItem
    from .form_version_detail_schema_consents_item_hint import FormVersionDetailSchemaConsentsItemHint
    from .form_version_detail_schema_consents_item_hints import FormVersionDetailSchemaConsentsItemHints
    from .form_version_detail_schema_consents_item_hints_additional_property import (
        FormVersionDetailSchemaConsentsItemHintsAdditionalProperty,
    )
    from .form_version_detail_schema_consents_item_text import FormVersionDetailSchemaConsentsItemText
    from .form_version_detail_schema_sections_item import FormVersionDetailSchemaSectionsItem
    from .form_version_detail_schema_sections_item_intro import FormVersionDetailSchemaSectionsItemIntro
    from .form_version_detail_schema_sections_item_notes_item import (
        FormVersionDetailSchemaSectionsItemNotesItem,
    )
    from .form_version_detail_schema_sections_item_notes_item_text import (
        FormVersionDetailSchemaSectionsItemNotesItemText,
    )
    from .form_version_detail_schema_sections_item_notes_item_when import (
        FormVersionDetailSchemaSectionsItemNotesItemWhen,
    )
    from .form_version_detail_schema_sections_item_questions_item import (
        FormVersionDetailSchemaSectionsItemQuestionsItem,
    )
    from .form_version_detail_schema_sections_item_questions_item_help import (
        FormVersionDetailSchemaSectionsItemQuestionsItemHelp,
    )
    from .form_version_detail_schema_sections_item_questions_item_label import (
        FormVersionDetailSchemaSectionsItemQuestionsItemLabel,
    )
    from .form_version_detail_schema_sections_item_questions_item_missing import (
        FormVersionDetailSchemaSectionsItemQuestionsItemMissing,
    )
    from .form_version_detail_schema_sections_item_questions_item_options_item import (
        FormVersionDetailSchemaSectionsItemQuestionsItemOptionsItem,
    )
    from .form_version_detail_schema_sections_item_questions_item_options_item_hint import (
        FormVersionDetailSchemaSectionsItemQuestionsItemOptionsItemHint,
    )
    from .form_version_detail_schema_sections_item_questions_item_options_item_label import (
        FormVersionDetailSchemaSectionsItemQuestionsItemOptionsItemLabel,
    )
    from .form_version_detail_schema_sections_item_questions_item_required_type_1 import (
        FormVersionDetailSchemaSectionsItemQuestionsItemRequiredType1,
    )
    from .form_version_detail_schema_sections_item_questions_item_when import (
        FormVersionDetailSchemaSectionsItemQuestionsItemWhen,
    )
    from .form_version_detail_schema_sections_item_title import FormVersionDetailSchemaSectionsItemTitle
    from .form_version_detail_schema_sections_item_when import FormVersionDetailSchemaSectionsItemWhen
    from .form_version_state import FormVersionState
    from .given_assessment import GivenAssessment
    from .given_consent_request import GivenConsentRequest
    from .given_files import Files
    from .given_refusal_request import GivenRefusalRequest
    from .given_rule_request import GivenRuleRequest
    from .given_rules_request import GivenRulesRequest
    from .gone import Gone
    from .guidance import Guidance
    from .handed_out import HandedOut
    from .here import Here
    from .hidden_pages_request import HiddenPagesRequest
    from .hidden_place import HiddenPlace
    from .hidden_place_request import HiddenPlaceRequest
    from .hiding_reason import HidingReason
    from .hold_extension_request import HoldExtensionRequest
    from .hold_reason import HoldReason
    from .hold_verb import HoldVerb
    from .identities_of_today import IdentitiesOfToday
    from .identity_approval_request import IdentityApprovalRequest
    from .identity_decision_request import IdentityDecisionRequest
    from .identity_field import IdentityField
    from .identity_look import IdentityLook
    from .identity_look_kind import IdentityLookKind
    from .identity_look_reason import IdentityLookReason
    from .identity_request import IdentityRequest
    from .identity_request_reason import IdentityRequestReason
    from .identity_request_state import IdentityRequestState
    from .identity_requests_list_which import IdentityRequestsListWhich
    from .identity_standing import IdentityStanding
    from .import_column import ImportColumn
    from .import_columns import ImportColumns
    from .import_constant import ImportConstant
    from .import_day_order import ImportDayOrder
    from .import_delimiter import ImportDelimiter
    from .import_encoding import ImportEncoding
    from .import_field import ImportField
    from .import_field_holds import ImportFieldHolds
    from .import_left_case import ImportLeftCase
    from .import_mapped_column import ImportMappedColumn
    from .import_mapping import ImportMapping
    from .import_meaning import ImportMeaning
    from .import_problem import ImportProblem
    from .import_problem_code import ImportProblemCode
    from .import_problem_count import ImportProblemCount
    from .import_progress import ImportProgress
    from .import_reading_request import ImportReadingRequest
    from .import_report import ImportReport
    from .import_report_counts import ImportReportCounts
    from .import_request import ImportRequest
    from .import_request_document_type_0 import ImportRequestDocumentType0
    from .import_request_document_type_1_item import ImportRequestDocumentType1Item
    from .import_request_files import ImportRequestFiles
    from .import_run import ImportRun
    from .import_start_request import ImportStartRequest
    from .import_state import ImportState
    from .import_step import ImportStep
    from .import_stop_reason import ImportStopReason
    from .import_target import ImportTarget
    from .import_target_choice import ImportTargetChoice
    from .import_unreadable import ImportUnreadable
    from .import_value import ImportValue
    from .import_values import ImportValues
    from .in_common import InCommon
    from .inadmissibility_request import InadmissibilityRequest
    from .inadmissible_reason import InadmissibleReason
    from .incoming_file import IncomingFile
    from .incoming_mail import IncomingMail
    from .incoming_mail_words import IncomingMailWords
    from .institution import Institution
    from .institution_answer import InstitutionAnswer
    from .institution_channel_kind import InstitutionChannelKind
    from .institution_detail import InstitutionDetail
    from .institution_detail_names import InstitutionDetailNames
    from .institution_kind import InstitutionKind
    from .institution_level import InstitutionLevel
    from .institution_names import InstitutionNames
    from .institution_suggestion import InstitutionSuggestion
    from .institutions_list_accepts_anonymous import InstitutionsListAcceptsAnonymous
    from .institutions_list_country import InstitutionsListCountry
    from .institutions_list_kind import InstitutionsListKind
    from .institutions_list_level import InstitutionsListLevel
    from .intake_channel import IntakeChannel
    from .invitation import Invitation
    from .invitation_link import InvitationLink
    from .invitation_mail import InvitationMail
    from .invitation_state import InvitationState
    from .judiciary import Judiciary
    from .judiciary_with_person import JudiciaryWithPerson
    from .key_custodian import KeyCustodian
    from .language import Language
    from .leaving_annex import LeavingAnnex
    from .leaving_attachment import LeavingAttachment
    from .leaving_request import LeavingRequest
    from .legal_basis import LegalBasis
    from .legal_hold import LegalHold
    from .letter_draft import LetterDraft
    from .letter_part import LetterPart
    from .letter_template import LetterTemplate
    from .letterhead import Letterhead
    from .letterhead_functions import LetterheadFunctions
    from .letterhead_names import LetterheadNames
    from .letterhead_places import LetterheadPlaces
    from .likeness import Likeness
    from .likeness_strength import LikenessStrength
    from .link import Link
    from .list_query_of_today import ListQueryOfToday
    from .look_in_request import LookInRequest
    from .made_answer_link import MadeAnswerLink
    from .mail_account import MailAccount
    from .mail_account_problem import MailAccountProblem
    from .mail_dismissal_reason import MailDismissalReason
    from .mail_dismissal_request import MailDismissalRequest
    from .mail_protection import MailProtection
    from .mail_remark import MailRemark
    from .mail_state import MailState
    from .mail_trail import MailTrail
    from .mails_of_today import MailsOfToday
    from .many_assigned_request import ManyAssignedRequest
    from .many_tagged_request import ManyTaggedRequest
    from .mapped_column_asked_request import MappedColumnAskedRequest
    from .mapping_asked_request import MappingAskedRequest
    from .mark import Mark
    from .marked import Marked
    from .masked_part import MaskedPart
    from .masked_place import MaskedPlace
    from .masks import Masks
    from .me import Me
    from .meaning_asked_request import MeaningAskedRequest
    from .measure import Measure
    from .member import Member
    from .merge import Merge
    from .merge_request import MergeRequest
    from .merged_case import MergedCase
    from .message import Message
    from .message_file import MessageFile
    from .message_sender import MessageSender
    from .month_count import MonthCount
    from .move import Move
    from .my_partner import MyPartner
    from .named_upload_request import NamedUploadRequest
    from .need import Need
    from .need_names import NeedNames
    from .new_answer_link_request import NewAnswerLinkRequest
    from .new_api_client_request import NewApiClientRequest
    from .new_appeal_request import NewAppealRequest
    from .new_case import NewCase
    from .new_case_file_request import NewCaseFileRequest
    from .new_cases_of_today import NewCasesOfToday
    from .new_category_request import NewCategoryRequest
    from .new_category_request_labels import NewCategoryRequestLabels
    from .new_channel_request import NewChannelRequest
    from .new_complaint_request import NewComplaintRequest
    from .new_complaint_request_answers import NewComplaintRequestAnswers
    from .new_consent_request import NewConsentRequest
    from .new_delivery_request import NewDeliveryRequest
    from .new_export_request import NewExportRequest
    from .new_field_access_request import NewFieldAccessRequest
    from .new_file_request import NewFileRequest
    from .new_hold_request import NewHoldRequest
    from .new_identity_request_request import NewIdentityRequestRequest
    from .new_import_request import NewImportRequest
    from .new_institution_request import NewInstitutionRequest
    from .new_institution_request_names import NewInstitutionRequestNames
    from .new_invitation_request import NewInvitationRequest
    from .new_letter_template_request import NewLetterTemplateRequest
    from .new_link_request import NewLinkRequest
    from .new_location_request import NewLocationRequest
    from .new_mail_account_request import NewMailAccountRequest
    from .new_masked_place_request import NewMaskedPlaceRequest
    from .new_masks_request import NewMasksRequest
    from .new_member_request import NewMemberRequest
    from .new_merge_request import NewMergeRequest
    from .new_message_request import NewMessageRequest
    from .new_note_request import NewNoteRequest
    from .new_override_request import NewOverrideRequest
    from .new_override_request_names import NewOverrideRequestNames
    from .new_partner_referral_request import NewPartnerReferralRequest
    from .new_partner_request import NewPartnerRequest
    from .new_password_request import NewPasswordRequest
    from .new_phone_request import NewPhoneRequest
    from .new_provider_request import NewProviderRequest
    from .new_public_summary_request import NewPublicSummaryRequest
    from .new_receipt import NewReceipt
    from .new_referral_request import NewReferralRequest
    from .new_schedule_request import NewScheduleRequest
    from .new_sealing_key_request import NewSealingKeyRequest
    from .new_service_request import NewServiceRequest
    from .new_share_request import NewShareRequest
    from .new_task_of_news import NewTaskOfNews
    from .new_task_request import NewTaskRequest
    from .new_template_request import NewTemplateRequest
    from .new_template_request_names import NewTemplateRequestNames
    from .new_template_request_texts import NewTemplateRequestTexts
    from .new_tie_request import NewTieRequest
    from .new_transfer_request import NewTransferRequest
    from .new_upload_request import NewUploadRequest
    from .new_view_request import NewViewRequest
    from .new_webhook_request import NewWebhookRequest
    from .newest_event import NewestEvent
    from .news import News
    from .next_body import NextBody
    from .next_reason import NextReason
    from .next_task import NextTask
    from .note import Note
    from .notice_channel import NoticeChannel
    from .notice_ending import NoticeEnding
    from .notice_state import NoticeState
    from .notice_wish_request import NoticeWishRequest
    from .one_facet import Facet
    from .open_session import OpenSession
    from .open_sessions import OpenSessions
    from .opened_case import OpenedCase
    from .opened_contact import OpenedContact
    from .opened_facts import OpenedFacts
    from .opened_outcome import OpenedOutcome
    from .opened_words import OpenedWords
    from .opening_request import OpeningRequest
    from .optional_reason_request import OptionalReasonRequest
    from .original_reason import OriginalReason
    from .original_request import OriginalRequest
    from .other_case import OtherCase
    from .other_partner import OtherPartner
    from .outlook import Outlook
    from .own_copies import OwnCopies
    from .own_copy import OwnCopy
    from .own_erasure_request import OwnErasureRequest
    from .own_key_given_request import OwnKeyGivenRequest
    from .own_request_of_today import OwnRequestOfToday
    from .page_drawn import PageDrawn
    from .page_wanted_request import PageWantedRequest
    from .page_wanted_request_schema import PageWantedRequestSchema
    from .page_wanted_request_schema_consents_item import PageWantedRequestSchemaConsentsItem
    from .page_wanted_request_schema_consents_item_hint import PageWantedRequestSchemaConsentsItemHint
    from .page_wanted_request_schema_consents_item_hints import PageWantedRequestSchemaConsentsItemHints
    from .page_wanted_request_schema_consents_item_hints_additional_property import (
        PageWantedRequestSchemaConsentsItemHintsAdditionalProperty,
    )
    from .page_wanted_request_schema_consents_item_text import PageWantedRequestSchemaConsentsItemText
    from .page_wanted_request_schema_sections_item import PageWantedRequestSchemaSectionsItem
    from .page_wanted_request_schema_sections_item_intro import PageWantedRequestSchemaSectionsItemIntro
    from .page_wanted_request_schema_sections_item_notes_item import (
        PageWantedRequestSchemaSectionsItemNotesItem,
    )
    from .page_wanted_request_schema_sections_item_notes_item_text import (
        PageWantedRequestSchemaSectionsItemNotesItemText,
    )
    from .page_wanted_request_schema_sections_item_notes_item_when import (
        PageWantedRequestSchemaSectionsItemNotesItemWhen,
    )
    from .page_wanted_request_schema_sections_item_questions_item import (
        PageWantedRequestSchemaSectionsItemQuestionsItem,
    )
    from .page_wanted_request_schema_sections_item_questions_item_help import (
        PageWantedRequestSchemaSectionsItemQuestionsItemHelp,
    )
    from .page_wanted_request_schema_sections_item_questions_item_label import (
        PageWantedRequestSchemaSectionsItemQuestionsItemLabel,
    )
    from .page_wanted_request_schema_sections_item_questions_item_missing import (
        PageWantedRequestSchemaSectionsItemQuestionsItemMissing,
    )
    from .page_wanted_request_schema_sections_item_questions_item_options_item import (
        PageWantedRequestSchemaSectionsItemQuestionsItemOptionsItem,
    )
    from .page_wanted_request_schema_sections_item_questions_item_options_item_hint import (
        PageWantedRequestSchemaSectionsItemQuestionsItemOptionsItemHint,
    )
    from .page_wanted_request_schema_sections_item_questions_item_options_item_label import (
        PageWantedRequestSchemaSectionsItemQuestionsItemOptionsItemLabel,
    )
    from .page_wanted_request_schema_sections_item_questions_item_required_type_1 import (
        PageWantedRequestSchemaSectionsItemQuestionsItemRequiredType1,
    )
    from .page_wanted_request_schema_sections_item_questions_item_when import (
        PageWantedRequestSchemaSectionsItemQuestionsItemWhen,
    )
    from .page_wanted_request_schema_sections_item_title import PageWantedRequestSchemaSectionsItemTitle
    from .page_wanted_request_schema_sections_item_when import PageWantedRequestSchemaSectionsItemWhen
    from .paginated_answer_link_list import PaginatedAnswerLinkList
    from .paginated_api_client_list import PaginatedApiClientList
    from .paginated_calendar_override_list import PaginatedCalendarOverrideList
    from .paginated_case_file_list import PaginatedCaseFileList
    from .paginated_category_list import PaginatedCategoryList
    from .paginated_colleague_list import PaginatedColleagueList
    from .paginated_collected_list import PaginatedCollectedList
    from .paginated_consent_list import PaginatedConsentList
    from .paginated_correction_list import PaginatedCorrectionList
    from .paginated_dead_job_list import PaginatedDeadJobList
    from .paginated_deadline_rule_list import PaginatedDeadlineRuleList
    from .paginated_delivery_row_list import PaginatedDeliveryRowList
    from .paginated_erasure_request_list import PaginatedErasureRequestList
    from .paginated_event_list import PaginatedEventList
    from .paginated_export_list import PaginatedExportList
    from .paginated_field_access_list import PaginatedFieldAccessList
    from .paginated_file_list import PaginatedFileList
    from .paginated_form_version_list import PaginatedFormVersionList
    from .paginated_import_left_case_list import PaginatedImportLeftCaseList
    from .paginated_import_problem_list import PaginatedImportProblemList
    from .paginated_import_run_list import PaginatedImportRunList
    from .paginated_incoming_mail_list import PaginatedIncomingMailList
    from .paginated_institution_answer_list import PaginatedInstitutionAnswerList
    from .paginated_institution_list import PaginatedInstitutionList
    from .paginated_invitation_list import PaginatedInvitationList
    from .paginated_legal_hold_list import PaginatedLegalHoldList
    from .paginated_link_list import PaginatedLinkList
    from .paginated_member_list import PaginatedMemberList
    from .paginated_merge_list import PaginatedMergeList
    from .paginated_message_list import PaginatedMessageList
    from .paginated_need_list import PaginatedNeedList
    from .paginated_note_list import PaginatedNoteList
    from .paginated_partner_list import PaginatedPartnerList
    from .paginated_partner_referral_row_list import PaginatedPartnerReferralRowList
    from .paginated_place_list import PaginatedPlaceList
    from .paginated_planned_erasure_list import PaginatedPlannedErasureList
    from .paginated_quarantined_list import PaginatedQuarantinedList
    from .paginated_referral_list import PaginatedReferralList
    from .paginated_referral_row_list import PaginatedReferralRowList
    from .paginated_request_for_identity_at_desk_list import PaginatedRequestForIdentityAtDeskList
    from .paginated_request_for_identity_list import PaginatedRequestForIdentityList
    from .paginated_service_list import PaginatedServiceList
    from .paginated_service_provider_list import PaginatedServiceProviderList
    from .paginated_share_list import PaginatedShareList
    from .paginated_target_group_list import PaginatedTargetGroupList
    from .paginated_task_list import PaginatedTaskList
    from .paginated_transfer_list import PaginatedTransferList
    from .paginated_webhook_delivery_list import PaginatedWebhookDeliveryList
    from .paginated_webhook_list import PaginatedWebhookList
    from .parallel_letter import ParallelLetter
    from .parallel_letter_request import ParallelLetterRequest
    from .parcel_state import ParcelState
    from .partner import Partner
    from .partner_country import PartnerCountry
    from .partner_referral import PartnerReferral
    from .partner_referral_preview import PartnerReferralPreview
    from .partner_referral_row import PartnerReferralRow
    from .partner_referral_state import PartnerReferralState
    from .partner_settings import PartnerSettings
    from .partners_clients_list_role import PartnersClientsListRole
    from .partners_clients_list_running import PartnersClientsListRunning
    from .partners_list_country import PartnersListCountry
    from .partners_members_list_role import PartnersMembersListRole
    from .partners_members_list_running import PartnersMembersListRunning
    from .passed_on_request import PassedOnRequest
    from .password_link import PasswordLink
    from .patched_api_client_change_request import PatchedApiClientChangeRequest
    from .patched_case_changes_request import PatchedCaseChangesRequest
    from .patched_category_changes_request import PatchedCategoryChangesRequest
    from .patched_category_changes_request_labels import PatchedCategoryChangesRequestLabels
    from .patched_digest_choice_request import PatchedDigestChoiceRequest
    from .patched_institution_changes_request import PatchedInstitutionChangesRequest
    from .patched_institution_changes_request_names import PatchedInstitutionChangesRequestNames
    from .patched_judiciary_changes_request import PatchedJudiciaryChangesRequest
    from .patched_letterhead_changes_request import PatchedLetterheadChangesRequest
    from .patched_letterhead_changes_request_functions import PatchedLetterheadChangesRequestFunctions
    from .patched_letterhead_changes_request_names import PatchedLetterheadChangesRequestNames
    from .patched_letterhead_changes_request_places import PatchedLetterheadChangesRequestPlaces
    from .patched_override_changes_request import PatchedOverrideChangesRequest
    from .patched_override_changes_request_names import PatchedOverrideChangesRequestNames
    from .patched_own_language_request import PatchedOwnLanguageRequest
    from .patched_partner_changes_request import PatchedPartnerChangesRequest
    from .patched_provider_changes_request import PatchedProviderChangesRequest
    from .patched_referral_changes_request import PatchedReferralChangesRequest
    from .patched_roles_change_request import PatchedRolesChangeRequest
    from .patched_service_changes_request import PatchedServiceChangesRequest
    from .patched_task_changes_request import PatchedTaskChangesRequest
    from .patched_template_changes_request import PatchedTemplateChangesRequest
    from .patched_template_changes_request_names import PatchedTemplateChangesRequestNames
    from .patched_template_changes_request_texts import PatchedTemplateChangesRequestTexts
    from .patched_view_changes_request import PatchedViewChangesRequest
    from .patched_webhook_changes_request import PatchedWebhookChangesRequest
    from .pause_reason import PauseReason
    from .permission import Permission
    from .person import Person
    from .phone import Phone
    from .place import Place
    from .place_level import PlaceLevel
    from .place_names import PlaceNames
    from .places_list_country import PlacesListCountry
    from .places_list_level import PlacesListLevel
    from .planned_erasure import PlannedErasure
    from .possible_duplicate import PossibleDuplicate
    from .possible_duplicates import PossibleDuplicates
    from .problem_schema import ProblemSchema
    from .problem_sheet_asked_request import ProblemSheetAskedRequest
    from .provider_in_service import ProviderInService
    from .public_form import PublicForm
    from .public_form_schema import PublicFormSchema
    from .public_form_schema_consents_item import PublicFormSchemaConsentsItem
    from .public_form_schema_consents_item_hint import PublicFormSchemaConsentsItemHint
    from .public_form_schema_consents_item_hints import PublicFormSchemaConsentsItemHints
    from .public_form_schema_consents_item_hints_additional_property import (
        PublicFormSchemaConsentsItemHintsAdditionalProperty,
    )
    from .public_form_schema_consents_item_text import PublicFormSchemaConsentsItemText
    from .public_form_schema_sections_item import PublicFormSchemaSectionsItem
    from .public_form_schema_sections_item_intro import PublicFormSchemaSectionsItemIntro
    from .public_form_schema_sections_item_notes_item import PublicFormSchemaSectionsItemNotesItem
    from .public_form_schema_sections_item_notes_item_text import PublicFormSchemaSectionsItemNotesItemText
    from .public_form_schema_sections_item_notes_item_when import PublicFormSchemaSectionsItemNotesItemWhen
    from .public_form_schema_sections_item_questions_item import PublicFormSchemaSectionsItemQuestionsItem
    from .public_form_schema_sections_item_questions_item_help import (
        PublicFormSchemaSectionsItemQuestionsItemHelp,
    )
    from .public_form_schema_sections_item_questions_item_label import (
        PublicFormSchemaSectionsItemQuestionsItemLabel,
    )
    from .public_form_schema_sections_item_questions_item_missing import (
        PublicFormSchemaSectionsItemQuestionsItemMissing,
    )
    from .public_form_schema_sections_item_questions_item_options_item import (
        PublicFormSchemaSectionsItemQuestionsItemOptionsItem,
    )
    from .public_form_schema_sections_item_questions_item_options_item_hint import (
        PublicFormSchemaSectionsItemQuestionsItemOptionsItemHint,
    )
    from .public_form_schema_sections_item_questions_item_options_item_label import (
        PublicFormSchemaSectionsItemQuestionsItemOptionsItemLabel,
    )
    from .public_form_schema_sections_item_questions_item_required_type_1 import (
        PublicFormSchemaSectionsItemQuestionsItemRequiredType1,
    )
    from .public_form_schema_sections_item_questions_item_when import (
        PublicFormSchemaSectionsItemQuestionsItemWhen,
    )
    from .public_form_schema_sections_item_title import PublicFormSchemaSectionsItemTitle
    from .public_form_schema_sections_item_when import PublicFormSchemaSectionsItemWhen
    from .public_summary import PublicSummary
    from .public_summary_action import PublicSummaryAction
    from .public_summary_part import PublicSummaryPart
    from .public_summary_state import PublicSummaryState
    from .publication_hindrance import PublicationHindrance
    from .quarantine_count import QuarantineCount
    from .quarantine_reason import QuarantineReason
    from .quarantined import Quarantined
    from .quarantined_words import QuarantinedWords
    from .question_request import QuestionRequest
    from .read_until_request import ReadUntilRequest
    from .reason_count import ReasonCount
    from .reason_request import ReasonRequest
    from .receipt_action import ReceiptAction
    from .receipt_correction_request import ReceiptCorrectionRequest
    from .receipt_file import ReceiptFile
    from .receipt_file_open_request import ReceiptFileOpenRequest
    from .receipt_message_request import ReceiptMessageRequest
    from .receipt_rating_request import ReceiptRatingRequest
    from .receipt_request import ReceiptRequest
    from .receipt_sheet_request import ReceiptSheetRequest
    from .receipt_status import ReceiptStatus
    from .receipt_upload_request import ReceiptUploadRequest
    from .redacted_part import RedactedPart
    from .redaction import Redaction
    from .redirection_request import RedirectionRequest
    from .referral import Referral
    from .referral_channel import ReferralChannel
    from .referral_direction import ReferralDirection
    from .referral_row import ReferralRow
    from .referral_state import ReferralState
    from .referral_status import ReferralStatus
    from .refusal import Refusal
    from .refusal_request import RefusalRequest
    from .registration_request import RegistrationRequest
    from .released import Released
    from .rendered_page import RenderedPage
    from .rendered_template import RenderedTemplate
    from .replacement import Replacement
    from .replacement_notice import ReplacementNotice
    from .request_for_identity import RequestForIdentity
    from .request_for_identity_at_desk import RequestForIdentityAtDesk
    from .resolution_outcome import ResolutionOutcome
    from .resolution_request import ResolutionRequest
    from .restriction_request import RestrictionRequest
    from .retention_outlook import RetentionOutlook
    from .retention_policy import RetentionPolicy
    from .retention_policy_erased_item import RetentionPolicyErasedItem
    from .retention_rule import RetentionRule
    from .retried import Retried
    from .revealed_identity import RevealedIdentity
    from .role import Role
    from .role_rights import RoleRights
    from .roles import Roles
    from .rule_version import RuleVersion
    from .run import Run
    from .satisfaction import Satisfaction
    from .saved_view import SavedView
    from .saved_view_page import SavedViewPage
    from .schedule import Schedule
    from .schedule_frequency import ScheduleFrequency
    from .schema_request import SchemaRequest
    from .schema_request_schema import SchemaRequestSchema
    from .schema_request_schema_consents_item import SchemaRequestSchemaConsentsItem
    from .schema_request_schema_consents_item_hint import SchemaRequestSchemaConsentsItemHint
    from .schema_request_schema_consents_item_hints import SchemaRequestSchemaConsentsItemHints
    from .schema_request_schema_consents_item_hints_additional_property import (
        SchemaRequestSchemaConsentsItemHintsAdditionalProperty,
    )
    from .schema_request_schema_consents_item_text import SchemaRequestSchemaConsentsItemText
    from .schema_request_schema_sections_item import SchemaRequestSchemaSectionsItem
    from .schema_request_schema_sections_item_intro import SchemaRequestSchemaSectionsItemIntro
    from .schema_request_schema_sections_item_notes_item import SchemaRequestSchemaSectionsItemNotesItem
    from .schema_request_schema_sections_item_notes_item_text import (
        SchemaRequestSchemaSectionsItemNotesItemText,
    )
    from .schema_request_schema_sections_item_notes_item_when import (
        SchemaRequestSchemaSectionsItemNotesItemWhen,
    )
    from .schema_request_schema_sections_item_questions_item import (
        SchemaRequestSchemaSectionsItemQuestionsItem,
    )
    from .schema_request_schema_sections_item_questions_item_help import (
        SchemaRequestSchemaSectionsItemQuestionsItemHelp,
    )
    from .schema_request_schema_sections_item_questions_item_label import (
        SchemaRequestSchemaSectionsItemQuestionsItemLabel,
    )
    from .schema_request_schema_sections_item_questions_item_missing import (
        SchemaRequestSchemaSectionsItemQuestionsItemMissing,
    )
    from .schema_request_schema_sections_item_questions_item_options_item import (
        SchemaRequestSchemaSectionsItemQuestionsItemOptionsItem,
    )
    from .schema_request_schema_sections_item_questions_item_options_item_hint import (
        SchemaRequestSchemaSectionsItemQuestionsItemOptionsItemHint,
    )
    from .schema_request_schema_sections_item_questions_item_options_item_label import (
        SchemaRequestSchemaSectionsItemQuestionsItemOptionsItemLabel,
    )
    from .schema_request_schema_sections_item_questions_item_required_type_1 import (
        SchemaRequestSchemaSectionsItemQuestionsItemRequiredType1,
    )
    from .schema_request_schema_sections_item_questions_item_when import (
        SchemaRequestSchemaSectionsItemQuestionsItemWhen,
    )
    from .schema_request_schema_sections_item_title import SchemaRequestSchemaSectionsItemTitle
    from .schema_request_schema_sections_item_when import SchemaRequestSchemaSectionsItemWhen
    from .scope import Scope
    from .sealed_identities import SealedIdentities
    from .sealing_key import SealingKey
    from .sealing_switch_request import SealingSwitchRequest
    from .secret_rotation_request import SecretRotationRequest
    from .seen_request import SeenRequest
    from .sending_back_request import SendingBackRequest
    from .sending_request import SendingRequest
    from .service import Service
    from .service_given_outcome import ServiceGivenOutcome
    from .service_given_request import ServiceGivenRequest
    from .service_not_given_outcome import ServiceNotGivenOutcome
    from .service_not_given_request import ServiceNotGivenRequest
    from .service_outcome import ServiceOutcome
    from .service_provider import ServiceProvider
    from .service_status import ServiceStatus
    from .severity import Severity
    from .share import Share
    from .shared_field import SharedField
    from .sheet_format import SheetFormat
    from .side import Side
    from .silence import Silence
    from .spam_request import SpamRequest
    from .stage_reached import StageReached
    from .statistic import Statistic
    from .statistic_catalogue import StatisticCatalogue
    from .statistic_cell import StatisticCell
    from .statistic_column import StatisticColumn
    from .statistic_definition import StatisticDefinition
    from .statistic_line import StatisticLine
    from .statistic_table import StatisticTable
    from .statistics_retrieve_interval import StatisticsRetrieveInterval
    from .step import Step
    from .suggestion import Suggestion
    from .suggestion_reason import SuggestionReason
    from .summary_finding import SummaryFinding
    from .tag_names_request import TagNamesRequest
    from .target_group import TargetGroup
    from .target_group_names import TargetGroupNames
    from .task import Task
    from .task_action import TaskAction
    from .task_assignment_request import TaskAssignmentRequest
    from .task_counts import TaskCounts
    from .task_kind import TaskKind
    from .task_maker import TaskMaker
    from .task_of_today import TaskOfToday
    from .task_page import TaskPage
    from .task_state import TaskState
    from .task_whose import TaskWhose
    from .tasks_of_today import TasksOfToday
    from .template import Template
    from .template_names import TemplateNames
    from .template_page import TemplatePage
    from .template_texts import TemplateTexts
    from .term import Term
    from .term_outlook import TermOutlook
    from .term_unit import TermUnit
    from .tie import Tie
    from .ties import Ties
    from .today import Today
    from .told_answer import ToldAnswer
    from .transfer import Transfer
    from .transfer_detail import TransferDetail
    from .transfer_facts import TransferFacts
    from .transfer_preview import TransferPreview
    from .transfer_state import TransferState
    from .unsealed_identity import UnsealedIdentity
    from .upload import Upload
    from .urgency import Urgency
    from .used_channel import UsedChannel
    from .vulnerability import Vulnerability
    from .waits_for import WaitsFor
    from .webhook import Webhook
    from .webhook_delivery import WebhookDelivery
    from .webhook_delivery_detail import WebhookDeliveryDetail
    from .webhook_delivery_problem import WebhookDeliveryProblem
    from .webhook_delivery_state import WebhookDeliveryState
    from .webhook_event_type import WebhookEventType
    from .webhook_off_reason import WebhookOffReason
    from .webhook_sent_type import WebhookSentType
    from .webhook_try import WebhookTry
    from .webhook_with_secret import WebhookWithSecret
    from .what_opens import WhatOpens
    from .where import Where
    from .why_next import WhyNext
    from .why_suggested import WhySuggested
    from .words import Words
    from .words_part import WordsPart
    from .work_of_person import WorkOfPerson

    pass

_WHERE = {
    "ActorKind": ".actor_kind",
    "AdmissionRequest": ".admission_request",
    "AfterAcceptance": ".after_acceptance",
    "Facets": ".all_facets",
    "AllowedAction": ".allowed_action",
    "AnnexChoiceRequest": ".annex_choice_request",
    "Answer": ".answer",
    "AnswerAssessment": ".answer_assessment",
    "AnswerAssessmentRequest": ".answer_assessment_request",
    "AnswerDecision": ".answer_decision",
    "AnswerDecisionRequest": ".answer_decision_request",
    "AnswerFile": ".answer_file",
    "AnswerLink": ".answer_link",
    "AnswerRequest": ".answer_request",
    "AnswerStanding": ".answer_standing",
    "AnswerWay": ".answer_way",
    "ApiClient": ".api_client",
    "ApiClientSecret": ".api_client_secret",
    "Area": ".area",
    "AskedFor": ".asked_for",
    "AssignmentRequest": ".assignment_request",
    "AssignmentToReferralRequest": ".assignment_to_referral_request",
    "BlankEnum": ".blank_enum",
    "Blocker": ".blocker",
    "Calendar": ".calendar",
    "CalendarAddress": ".calendar_address",
    "CalendarEffect": ".calendar_effect",
    "CalendarOverride": ".calendar_override",
    "CalendarOverrideNames": ".calendar_override_names",
    "CalendarOverridesListCountry": ".calendar_overrides_list_country",
    "CallerKind": ".caller_kind",
    "CallerRequest": ".caller_request",
    "CappedCount": ".capped_count",
    "Case": ".case",
    "CaseAct": ".case_act",
    "CaseAction": ".case_action",
    "CaseColleague": ".case_colleague",
    "CaseColleaguePage": ".case_colleague_page",
    "CaseColumn": ".case_column",
    "CaseCount": ".case_count",
    "CaseDone": ".case_done",
    "CaseEnding": ".case_ending",
    "CaseExportRequest": ".case_export_request",
    "CaseFacet": ".case_facet",
    "CaseFile": ".case_file",
    "CaseFilePurpose": ".case_file_purpose",
    "CaseKeeping": ".case_keeping",
    "CaseKind": ".case_kind",
    "CaseOfTask": ".case_of_task",
    "CaseOfToday": ".case_of_today",
    "CaseOrder": ".case_order",
    "CaseOutcome": ".case_outcome",
    "CasePage": ".case_page",
    "CasePart": ".case_part",
    "CasePublication": ".case_publication",
    "CaseQuery": ".case_query",
    "CaseQueryRequest": ".case_query_request",
    "CaseRow": ".case_row",
    "CaseStage": ".case_stage",
    "CaseState": ".case_state",
    "CaseStep": ".case_step",
    "CaseVerb": ".case_verb",
    "CasesDone": ".cases_done",
    "CasesEventsListOrdering": ".cases_events_list_ordering",
    "CasesListExtraItem": ".cases_list_extra_item",
    "CategoriesListKind": ".categories_list_kind",
    "Category": ".category",
    "CategoryLabels": ".category_labels",
    "Certainty": ".certainty",
    "Challenge": ".challenge",
    "ChallengeParameters": ".challenge_parameters",
    "ChallengeParametersData": ".challenge_parameters_data",
    "Channel": ".channel",
    "ChannelConfirmationRequest": ".channel_confirmation_request",
    "Check": ".check",
    "ChosenCaseRequest": ".chosen_case_request",
    "ChosenRequest": ".chosen_request",
    "ChosenSpamRequest": ".chosen_spam_request",
    "Clarification": ".clarification",
    "ClarificationAskedRequest": ".clarification_asked_request",
    "ClarificationGivenRequest": ".clarification_given_request",
    "ClockExtension": ".clock_extension",
    "ClockExtensionRequest": ".clock_extension_request",
    "ClockPause": ".clock_pause",
    "ClockStartRequest": ".clock_start_request",
    "ClockStopRequest": ".clock_stop_request",
    "Colleague": ".colleague",
    "ColleagueRequest": ".colleague_request",
    "Collected": ".collected",
    "ComplainantKind": ".complainant_kind",
    "ComplaintFacts": ".complaint_facts",
    "Consent": ".consent",
    "ConsentManner": ".consent_manner",
    "ConsentPurpose": ".consent_purpose",
    "ConstantAskedRequest": ".constant_asked_request",
    "ContactWish": ".contact_wish",
    "ConversationMessage": ".conversation_message",
    "CopyField": ".copy_field",
    "CopyForCustodianRequest": ".copy_for_custodian_request",
    "CopyOfKeyRequest": ".copy_of_key_request",
    "Correction": ".correction",
    "Counts": ".counts",
    "CourtInstance": ".court_instance",
    "CourtMatter": ".court_matter",
    "CourtViolation": ".court_violation",
    "Currency": ".currency",
    "DayOfDecreeRequest": ".day_of_decree_request",
    "DeadJob": ".dead_job",
    "DeadlineRule": ".deadline_rule",
    "DeadlineRuleTitles": ".deadline_rule_titles",
    "DeadlineRulesListCountry": ".deadline_rules_list_country",
    "DeclineReason": ".decline_reason",
    "DeidentifiedCase": ".deidentified_case",
    "DeletionReason": ".deletion_reason",
    "Delivery": ".delivery",
    "DeliveryFailedRequest": ".delivery_failed_request",
    "DeliveryFailure": ".delivery_failure",
    "DeliveryRow": ".delivery_row",
    "DeliverySentRequest": ".delivery_sent_request",
    "DeliveryState": ".delivery_state",
    "DeliveryVerb": ".delivery_verb",
    "DestinationReason": ".destination_reason",
    "Digest": ".digest",
    "Dispatch": ".dispatch",
    "DispatchState": ".dispatch_state",
    "Document": ".document",
    "DocumentOrganizations": ".document_organizations",
    "DocumentServices": ".document_services",
    "Done": ".done",
    "DoneList": ".done_list",
    "Dossier": ".dossier",
    "DraftKey": ".draft_key",
    "Due": ".due",
    "Enclosed": ".enclosed",
    "Enclosure": ".enclosure",
    "EnclosureRequest": ".enclosure_request",
    "EndedSessions": ".ended_sessions",
    "Entry": ".entry",
    "ErasureBecause": ".erasure_because",
    "ErasureBlocker": ".erasure_blocker",
    "ErasureDecision": ".erasure_decision",
    "ErasureRefusal": ".erasure_refusal",
    "ErasureRequest": ".erasure_request",
    "ErasureRequestState": ".erasure_request_state",
    "ErasureTold": ".erasure_told",
    "Event": ".event",
    "EventAction": ".event_action",
    "EventFacts": ".event_facts",
    "EventKind": ".event_kind",
    "Export": ".export",
    "ExportFormat": ".export_format",
    "FacetValue": ".facet_value",
    "FateAtInstitution": ".fate_at_institution",
    "FieldAccess": ".field_access",
    "FieldAccessSecret": ".field_access_secret",
    "FieldErrorSchema": ".field_error_schema",
    "File": ".file",
    "FileScan": ".file_scan",
    "FileSender": ".file_sender",
    "FileState": ".file_state",
    "Filed": ".filed",
    "FilesFiles": ".files_files",
    "Finding": ".finding",
    "FindingKind": ".finding_kind",
    "FormState": ".form_state",
    "FormVersion": ".form_version",
    "FormVersionDetail": ".form_version_detail",
    "FormVersionDetailSchema": ".form_version_detail_schema",
    "FormVersionDetailSchemaConsentsItem": ".form_version_detail_schema_consents_item",
    "FormVersionDetailSchemaConsentsItemHint": ".form_version_detail_schema_consents_item_hint",
    "FormVersionDetailSchemaConsentsItemHints": ".form_version_detail_schema_consents_item_hints",
    "FormVersionDetailSchemaConsentsItemHintsAdditionalProperty": ".form_version_detail_schema_consents_item_hints_additional_property",
    "FormVersionDetailSchemaConsentsItemText": ".form_version_detail_schema_consents_item_text",
    "FormVersionDetailSchemaSectionsItem": ".form_version_detail_schema_sections_item",
    "FormVersionDetailSchemaSectionsItemIntro": ".form_version_detail_schema_sections_item_intro",
    "FormVersionDetailSchemaSectionsItemNotesItem": ".form_version_detail_schema_sections_item_notes_item",
    "FormVersionDetailSchemaSectionsItemNotesItemText": ".form_version_detail_schema_sections_item_notes_item_text",
    "FormVersionDetailSchemaSectionsItemNotesItemWhen": ".form_version_detail_schema_sections_item_notes_item_when",
    "FormVersionDetailSchemaSectionsItemQuestionsItem": ".form_version_detail_schema_sections_item_questions_item",
    "FormVersionDetailSchemaSectionsItemQuestionsItemHelp": ".form_version_detail_schema_sections_item_questions_item_help",
    "FormVersionDetailSchemaSectionsItemQuestionsItemLabel": ".form_version_detail_schema_sections_item_questions_item_label",
    "FormVersionDetailSchemaSectionsItemQuestionsItemMissing": ".form_version_detail_schema_sections_item_questions_item_missing",
    "FormVersionDetailSchemaSectionsItemQuestionsItemOptionsItem": ".form_version_detail_schema_sections_item_questions_item_options_item",
    "FormVersionDetailSchemaSectionsItemQuestionsItemOptionsItemHint": ".form_version_detail_schema_sections_item_questions_item_options_item_hint",
    "FormVersionDetailSchemaSectionsItemQuestionsItemOptionsItemLabel": ".form_version_detail_schema_sections_item_questions_item_options_item_label",
    "FormVersionDetailSchemaSectionsItemQuestionsItemRequiredType1": ".form_version_detail_schema_sections_item_questions_item_required_type_1",
    "FormVersionDetailSchemaSectionsItemQuestionsItemWhen": ".form_version_detail_schema_sections_item_questions_item_when",
    "FormVersionDetailSchemaSectionsItemTitle": ".form_version_detail_schema_sections_item_title",
    "FormVersionDetailSchemaSectionsItemWhen": ".form_version_detail_schema_sections_item_when",
    "FormVersionState": ".form_version_state",
    "GivenAssessment": ".given_assessment",
    "GivenConsentRequest": ".given_consent_request",
    "Files": ".given_files",
    "GivenRefusalRequest": ".given_refusal_request",
    "GivenRuleRequest": ".given_rule_request",
    "GivenRulesRequest": ".given_rules_request",
    "Gone": ".gone",
    "Guidance": ".guidance",
    "HandedOut": ".handed_out",
    "Here": ".here",
    "HiddenPagesRequest": ".hidden_pages_request",
    "HiddenPlace": ".hidden_place",
    "HiddenPlaceRequest": ".hidden_place_request",
    "HidingReason": ".hiding_reason",
    "HoldExtensionRequest": ".hold_extension_request",
    "HoldReason": ".hold_reason",
    "HoldVerb": ".hold_verb",
    "IdentitiesOfToday": ".identities_of_today",
    "IdentityApprovalRequest": ".identity_approval_request",
    "IdentityDecisionRequest": ".identity_decision_request",
    "IdentityField": ".identity_field",
    "IdentityLook": ".identity_look",
    "IdentityLookKind": ".identity_look_kind",
    "IdentityLookReason": ".identity_look_reason",
    "IdentityRequest": ".identity_request",
    "IdentityRequestReason": ".identity_request_reason",
    "IdentityRequestState": ".identity_request_state",
    "IdentityRequestsListWhich": ".identity_requests_list_which",
    "IdentityStanding": ".identity_standing",
    "ImportColumn": ".import_column",
    "ImportColumns": ".import_columns",
    "ImportConstant": ".import_constant",
    "ImportDayOrder": ".import_day_order",
    "ImportDelimiter": ".import_delimiter",
    "ImportEncoding": ".import_encoding",
    "ImportField": ".import_field",
    "ImportFieldHolds": ".import_field_holds",
    "ImportLeftCase": ".import_left_case",
    "ImportMappedColumn": ".import_mapped_column",
    "ImportMapping": ".import_mapping",
    "ImportMeaning": ".import_meaning",
    "ImportProblem": ".import_problem",
    "ImportProblemCode": ".import_problem_code",
    "ImportProblemCount": ".import_problem_count",
    "ImportProgress": ".import_progress",
    "ImportReadingRequest": ".import_reading_request",
    "ImportReport": ".import_report",
    "ImportReportCounts": ".import_report_counts",
    "ImportRequest": ".import_request",
    "ImportRequestDocumentType0": ".import_request_document_type_0",
    "ImportRequestDocumentType1Item": ".import_request_document_type_1_item",
    "ImportRequestFiles": ".import_request_files",
    "ImportRun": ".import_run",
    "ImportStartRequest": ".import_start_request",
    "ImportState": ".import_state",
    "ImportStep": ".import_step",
    "ImportStopReason": ".import_stop_reason",
    "ImportTarget": ".import_target",
    "ImportTargetChoice": ".import_target_choice",
    "ImportUnreadable": ".import_unreadable",
    "ImportValue": ".import_value",
    "ImportValues": ".import_values",
    "InCommon": ".in_common",
    "InadmissibilityRequest": ".inadmissibility_request",
    "InadmissibleReason": ".inadmissible_reason",
    "IncomingFile": ".incoming_file",
    "IncomingMail": ".incoming_mail",
    "IncomingMailWords": ".incoming_mail_words",
    "Institution": ".institution",
    "InstitutionAnswer": ".institution_answer",
    "InstitutionChannelKind": ".institution_channel_kind",
    "InstitutionDetail": ".institution_detail",
    "InstitutionDetailNames": ".institution_detail_names",
    "InstitutionKind": ".institution_kind",
    "InstitutionLevel": ".institution_level",
    "InstitutionNames": ".institution_names",
    "InstitutionSuggestion": ".institution_suggestion",
    "InstitutionsListAcceptsAnonymous": ".institutions_list_accepts_anonymous",
    "InstitutionsListCountry": ".institutions_list_country",
    "InstitutionsListKind": ".institutions_list_kind",
    "InstitutionsListLevel": ".institutions_list_level",
    "IntakeChannel": ".intake_channel",
    "Invitation": ".invitation",
    "InvitationLink": ".invitation_link",
    "InvitationMail": ".invitation_mail",
    "InvitationState": ".invitation_state",
    "Judiciary": ".judiciary",
    "JudiciaryWithPerson": ".judiciary_with_person",
    "KeyCustodian": ".key_custodian",
    "Language": ".language",
    "LeavingAnnex": ".leaving_annex",
    "LeavingAttachment": ".leaving_attachment",
    "LeavingRequest": ".leaving_request",
    "LegalBasis": ".legal_basis",
    "LegalHold": ".legal_hold",
    "LetterDraft": ".letter_draft",
    "LetterPart": ".letter_part",
    "LetterTemplate": ".letter_template",
    "Letterhead": ".letterhead",
    "LetterheadFunctions": ".letterhead_functions",
    "LetterheadNames": ".letterhead_names",
    "LetterheadPlaces": ".letterhead_places",
    "Likeness": ".likeness",
    "LikenessStrength": ".likeness_strength",
    "Link": ".link",
    "ListQueryOfToday": ".list_query_of_today",
    "LookInRequest": ".look_in_request",
    "MadeAnswerLink": ".made_answer_link",
    "MailAccount": ".mail_account",
    "MailAccountProblem": ".mail_account_problem",
    "MailDismissalReason": ".mail_dismissal_reason",
    "MailDismissalRequest": ".mail_dismissal_request",
    "MailProtection": ".mail_protection",
    "MailRemark": ".mail_remark",
    "MailState": ".mail_state",
    "MailTrail": ".mail_trail",
    "MailsOfToday": ".mails_of_today",
    "ManyAssignedRequest": ".many_assigned_request",
    "ManyTaggedRequest": ".many_tagged_request",
    "MappedColumnAskedRequest": ".mapped_column_asked_request",
    "MappingAskedRequest": ".mapping_asked_request",
    "Mark": ".mark",
    "Marked": ".marked",
    "MaskedPart": ".masked_part",
    "MaskedPlace": ".masked_place",
    "Masks": ".masks",
    "Me": ".me",
    "MeaningAskedRequest": ".meaning_asked_request",
    "Measure": ".measure",
    "Member": ".member",
    "Merge": ".merge",
    "MergeRequest": ".merge_request",
    "MergedCase": ".merged_case",
    "Message": ".message",
    "MessageFile": ".message_file",
    "MessageSender": ".message_sender",
    "MonthCount": ".month_count",
    "Move": ".move",
    "MyPartner": ".my_partner",
    "NamedUploadRequest": ".named_upload_request",
    "Need": ".need",
    "NeedNames": ".need_names",
    "NewAnswerLinkRequest": ".new_answer_link_request",
    "NewApiClientRequest": ".new_api_client_request",
    "NewAppealRequest": ".new_appeal_request",
    "NewCase": ".new_case",
    "NewCaseFileRequest": ".new_case_file_request",
    "NewCasesOfToday": ".new_cases_of_today",
    "NewCategoryRequest": ".new_category_request",
    "NewCategoryRequestLabels": ".new_category_request_labels",
    "NewChannelRequest": ".new_channel_request",
    "NewComplaintRequest": ".new_complaint_request",
    "NewComplaintRequestAnswers": ".new_complaint_request_answers",
    "NewConsentRequest": ".new_consent_request",
    "NewDeliveryRequest": ".new_delivery_request",
    "NewExportRequest": ".new_export_request",
    "NewFieldAccessRequest": ".new_field_access_request",
    "NewFileRequest": ".new_file_request",
    "NewHoldRequest": ".new_hold_request",
    "NewIdentityRequestRequest": ".new_identity_request_request",
    "NewImportRequest": ".new_import_request",
    "NewInstitutionRequest": ".new_institution_request",
    "NewInstitutionRequestNames": ".new_institution_request_names",
    "NewInvitationRequest": ".new_invitation_request",
    "NewLetterTemplateRequest": ".new_letter_template_request",
    "NewLinkRequest": ".new_link_request",
    "NewLocationRequest": ".new_location_request",
    "NewMailAccountRequest": ".new_mail_account_request",
    "NewMaskedPlaceRequest": ".new_masked_place_request",
    "NewMasksRequest": ".new_masks_request",
    "NewMemberRequest": ".new_member_request",
    "NewMergeRequest": ".new_merge_request",
    "NewMessageRequest": ".new_message_request",
    "NewNoteRequest": ".new_note_request",
    "NewOverrideRequest": ".new_override_request",
    "NewOverrideRequestNames": ".new_override_request_names",
    "NewPartnerReferralRequest": ".new_partner_referral_request",
    "NewPartnerRequest": ".new_partner_request",
    "NewPasswordRequest": ".new_password_request",
    "NewPhoneRequest": ".new_phone_request",
    "NewProviderRequest": ".new_provider_request",
    "NewPublicSummaryRequest": ".new_public_summary_request",
    "NewReceipt": ".new_receipt",
    "NewReferralRequest": ".new_referral_request",
    "NewScheduleRequest": ".new_schedule_request",
    "NewSealingKeyRequest": ".new_sealing_key_request",
    "NewServiceRequest": ".new_service_request",
    "NewShareRequest": ".new_share_request",
    "NewTaskOfNews": ".new_task_of_news",
    "NewTaskRequest": ".new_task_request",
    "NewTemplateRequest": ".new_template_request",
    "NewTemplateRequestNames": ".new_template_request_names",
    "NewTemplateRequestTexts": ".new_template_request_texts",
    "NewTieRequest": ".new_tie_request",
    "NewTransferRequest": ".new_transfer_request",
    "NewUploadRequest": ".new_upload_request",
    "NewViewRequest": ".new_view_request",
    "NewWebhookRequest": ".new_webhook_request",
    "NewestEvent": ".newest_event",
    "News": ".news",
    "NextBody": ".next_body",
    "NextReason": ".next_reason",
    "NextTask": ".next_task",
    "Note": ".note",
    "NoticeChannel": ".notice_channel",
    "NoticeEnding": ".notice_ending",
    "NoticeState": ".notice_state",
    "NoticeWishRequest": ".notice_wish_request",
    "Facet": ".one_facet",
    "OpenSession": ".open_session",
    "OpenSessions": ".open_sessions",
    "OpenedCase": ".opened_case",
    "OpenedContact": ".opened_contact",
    "OpenedFacts": ".opened_facts",
    "OpenedOutcome": ".opened_outcome",
    "OpenedWords": ".opened_words",
    "OpeningRequest": ".opening_request",
    "OptionalReasonRequest": ".optional_reason_request",
    "OriginalReason": ".original_reason",
    "OriginalRequest": ".original_request",
    "OtherCase": ".other_case",
    "OtherPartner": ".other_partner",
    "Outlook": ".outlook",
    "OwnCopies": ".own_copies",
    "OwnCopy": ".own_copy",
    "OwnErasureRequest": ".own_erasure_request",
    "OwnKeyGivenRequest": ".own_key_given_request",
    "OwnRequestOfToday": ".own_request_of_today",
    "PageDrawn": ".page_drawn",
    "PageWantedRequest": ".page_wanted_request",
    "PageWantedRequestSchema": ".page_wanted_request_schema",
    "PageWantedRequestSchemaConsentsItem": ".page_wanted_request_schema_consents_item",
    "PageWantedRequestSchemaConsentsItemHint": ".page_wanted_request_schema_consents_item_hint",
    "PageWantedRequestSchemaConsentsItemHints": ".page_wanted_request_schema_consents_item_hints",
    "PageWantedRequestSchemaConsentsItemHintsAdditionalProperty": ".page_wanted_request_schema_consents_item_hints_additional_property",
    "PageWantedRequestSchemaConsentsItemText": ".page_wanted_request_schema_consents_item_text",
    "PageWantedRequestSchemaSectionsItem": ".page_wanted_request_schema_sections_item",
    "PageWantedRequestSchemaSectionsItemIntro": ".page_wanted_request_schema_sections_item_intro",
    "PageWantedRequestSchemaSectionsItemNotesItem": ".page_wanted_request_schema_sections_item_notes_item",
    "PageWantedRequestSchemaSectionsItemNotesItemText": ".page_wanted_request_schema_sections_item_notes_item_text",
    "PageWantedRequestSchemaSectionsItemNotesItemWhen": ".page_wanted_request_schema_sections_item_notes_item_when",
    "PageWantedRequestSchemaSectionsItemQuestionsItem": ".page_wanted_request_schema_sections_item_questions_item",
    "PageWantedRequestSchemaSectionsItemQuestionsItemHelp": ".page_wanted_request_schema_sections_item_questions_item_help",
    "PageWantedRequestSchemaSectionsItemQuestionsItemLabel": ".page_wanted_request_schema_sections_item_questions_item_label",
    "PageWantedRequestSchemaSectionsItemQuestionsItemMissing": ".page_wanted_request_schema_sections_item_questions_item_missing",
    "PageWantedRequestSchemaSectionsItemQuestionsItemOptionsItem": ".page_wanted_request_schema_sections_item_questions_item_options_item",
    "PageWantedRequestSchemaSectionsItemQuestionsItemOptionsItemHint": ".page_wanted_request_schema_sections_item_questions_item_options_item_hint",
    "PageWantedRequestSchemaSectionsItemQuestionsItemOptionsItemLabel": ".page_wanted_request_schema_sections_item_questions_item_options_item_label",
    "PageWantedRequestSchemaSectionsItemQuestionsItemRequiredType1": ".page_wanted_request_schema_sections_item_questions_item_required_type_1",
    "PageWantedRequestSchemaSectionsItemQuestionsItemWhen": ".page_wanted_request_schema_sections_item_questions_item_when",
    "PageWantedRequestSchemaSectionsItemTitle": ".page_wanted_request_schema_sections_item_title",
    "PageWantedRequestSchemaSectionsItemWhen": ".page_wanted_request_schema_sections_item_when",
    "PaginatedAnswerLinkList": ".paginated_answer_link_list",
    "PaginatedApiClientList": ".paginated_api_client_list",
    "PaginatedCalendarOverrideList": ".paginated_calendar_override_list",
    "PaginatedCaseFileList": ".paginated_case_file_list",
    "PaginatedCategoryList": ".paginated_category_list",
    "PaginatedColleagueList": ".paginated_colleague_list",
    "PaginatedCollectedList": ".paginated_collected_list",
    "PaginatedConsentList": ".paginated_consent_list",
    "PaginatedCorrectionList": ".paginated_correction_list",
    "PaginatedDeadJobList": ".paginated_dead_job_list",
    "PaginatedDeadlineRuleList": ".paginated_deadline_rule_list",
    "PaginatedDeliveryRowList": ".paginated_delivery_row_list",
    "PaginatedErasureRequestList": ".paginated_erasure_request_list",
    "PaginatedEventList": ".paginated_event_list",
    "PaginatedExportList": ".paginated_export_list",
    "PaginatedFieldAccessList": ".paginated_field_access_list",
    "PaginatedFileList": ".paginated_file_list",
    "PaginatedFormVersionList": ".paginated_form_version_list",
    "PaginatedImportLeftCaseList": ".paginated_import_left_case_list",
    "PaginatedImportProblemList": ".paginated_import_problem_list",
    "PaginatedImportRunList": ".paginated_import_run_list",
    "PaginatedIncomingMailList": ".paginated_incoming_mail_list",
    "PaginatedInstitutionAnswerList": ".paginated_institution_answer_list",
    "PaginatedInstitutionList": ".paginated_institution_list",
    "PaginatedInvitationList": ".paginated_invitation_list",
    "PaginatedLegalHoldList": ".paginated_legal_hold_list",
    "PaginatedLinkList": ".paginated_link_list",
    "PaginatedMemberList": ".paginated_member_list",
    "PaginatedMergeList": ".paginated_merge_list",
    "PaginatedMessageList": ".paginated_message_list",
    "PaginatedNeedList": ".paginated_need_list",
    "PaginatedNoteList": ".paginated_note_list",
    "PaginatedPartnerList": ".paginated_partner_list",
    "PaginatedPartnerReferralRowList": ".paginated_partner_referral_row_list",
    "PaginatedPlaceList": ".paginated_place_list",
    "PaginatedPlannedErasureList": ".paginated_planned_erasure_list",
    "PaginatedQuarantinedList": ".paginated_quarantined_list",
    "PaginatedReferralList": ".paginated_referral_list",
    "PaginatedReferralRowList": ".paginated_referral_row_list",
    "PaginatedRequestForIdentityAtDeskList": ".paginated_request_for_identity_at_desk_list",
    "PaginatedRequestForIdentityList": ".paginated_request_for_identity_list",
    "PaginatedServiceList": ".paginated_service_list",
    "PaginatedServiceProviderList": ".paginated_service_provider_list",
    "PaginatedShareList": ".paginated_share_list",
    "PaginatedTargetGroupList": ".paginated_target_group_list",
    "PaginatedTaskList": ".paginated_task_list",
    "PaginatedTransferList": ".paginated_transfer_list",
    "PaginatedWebhookDeliveryList": ".paginated_webhook_delivery_list",
    "PaginatedWebhookList": ".paginated_webhook_list",
    "ParallelLetter": ".parallel_letter",
    "ParallelLetterRequest": ".parallel_letter_request",
    "ParcelState": ".parcel_state",
    "Partner": ".partner",
    "PartnerCountry": ".partner_country",
    "PartnerReferral": ".partner_referral",
    "PartnerReferralPreview": ".partner_referral_preview",
    "PartnerReferralRow": ".partner_referral_row",
    "PartnerReferralState": ".partner_referral_state",
    "PartnerSettings": ".partner_settings",
    "PartnersClientsListRole": ".partners_clients_list_role",
    "PartnersClientsListRunning": ".partners_clients_list_running",
    "PartnersListCountry": ".partners_list_country",
    "PartnersMembersListRole": ".partners_members_list_role",
    "PartnersMembersListRunning": ".partners_members_list_running",
    "PassedOnRequest": ".passed_on_request",
    "PasswordLink": ".password_link",
    "PatchedApiClientChangeRequest": ".patched_api_client_change_request",
    "PatchedCaseChangesRequest": ".patched_case_changes_request",
    "PatchedCategoryChangesRequest": ".patched_category_changes_request",
    "PatchedCategoryChangesRequestLabels": ".patched_category_changes_request_labels",
    "PatchedDigestChoiceRequest": ".patched_digest_choice_request",
    "PatchedInstitutionChangesRequest": ".patched_institution_changes_request",
    "PatchedInstitutionChangesRequestNames": ".patched_institution_changes_request_names",
    "PatchedJudiciaryChangesRequest": ".patched_judiciary_changes_request",
    "PatchedLetterheadChangesRequest": ".patched_letterhead_changes_request",
    "PatchedLetterheadChangesRequestFunctions": ".patched_letterhead_changes_request_functions",
    "PatchedLetterheadChangesRequestNames": ".patched_letterhead_changes_request_names",
    "PatchedLetterheadChangesRequestPlaces": ".patched_letterhead_changes_request_places",
    "PatchedOverrideChangesRequest": ".patched_override_changes_request",
    "PatchedOverrideChangesRequestNames": ".patched_override_changes_request_names",
    "PatchedOwnLanguageRequest": ".patched_own_language_request",
    "PatchedPartnerChangesRequest": ".patched_partner_changes_request",
    "PatchedProviderChangesRequest": ".patched_provider_changes_request",
    "PatchedReferralChangesRequest": ".patched_referral_changes_request",
    "PatchedRolesChangeRequest": ".patched_roles_change_request",
    "PatchedServiceChangesRequest": ".patched_service_changes_request",
    "PatchedTaskChangesRequest": ".patched_task_changes_request",
    "PatchedTemplateChangesRequest": ".patched_template_changes_request",
    "PatchedTemplateChangesRequestNames": ".patched_template_changes_request_names",
    "PatchedTemplateChangesRequestTexts": ".patched_template_changes_request_texts",
    "PatchedViewChangesRequest": ".patched_view_changes_request",
    "PatchedWebhookChangesRequest": ".patched_webhook_changes_request",
    "PauseReason": ".pause_reason",
    "Permission": ".permission",
    "Person": ".person",
    "Phone": ".phone",
    "Place": ".place",
    "PlaceLevel": ".place_level",
    "PlaceNames": ".place_names",
    "PlacesListCountry": ".places_list_country",
    "PlacesListLevel": ".places_list_level",
    "PlannedErasure": ".planned_erasure",
    "PossibleDuplicate": ".possible_duplicate",
    "PossibleDuplicates": ".possible_duplicates",
    "ProblemSchema": ".problem_schema",
    "ProblemSheetAskedRequest": ".problem_sheet_asked_request",
    "ProviderInService": ".provider_in_service",
    "PublicForm": ".public_form",
    "PublicFormSchema": ".public_form_schema",
    "PublicFormSchemaConsentsItem": ".public_form_schema_consents_item",
    "PublicFormSchemaConsentsItemHint": ".public_form_schema_consents_item_hint",
    "PublicFormSchemaConsentsItemHints": ".public_form_schema_consents_item_hints",
    "PublicFormSchemaConsentsItemHintsAdditionalProperty": ".public_form_schema_consents_item_hints_additional_property",
    "PublicFormSchemaConsentsItemText": ".public_form_schema_consents_item_text",
    "PublicFormSchemaSectionsItem": ".public_form_schema_sections_item",
    "PublicFormSchemaSectionsItemIntro": ".public_form_schema_sections_item_intro",
    "PublicFormSchemaSectionsItemNotesItem": ".public_form_schema_sections_item_notes_item",
    "PublicFormSchemaSectionsItemNotesItemText": ".public_form_schema_sections_item_notes_item_text",
    "PublicFormSchemaSectionsItemNotesItemWhen": ".public_form_schema_sections_item_notes_item_when",
    "PublicFormSchemaSectionsItemQuestionsItem": ".public_form_schema_sections_item_questions_item",
    "PublicFormSchemaSectionsItemQuestionsItemHelp": ".public_form_schema_sections_item_questions_item_help",
    "PublicFormSchemaSectionsItemQuestionsItemLabel": ".public_form_schema_sections_item_questions_item_label",
    "PublicFormSchemaSectionsItemQuestionsItemMissing": ".public_form_schema_sections_item_questions_item_missing",
    "PublicFormSchemaSectionsItemQuestionsItemOptionsItem": ".public_form_schema_sections_item_questions_item_options_item",
    "PublicFormSchemaSectionsItemQuestionsItemOptionsItemHint": ".public_form_schema_sections_item_questions_item_options_item_hint",
    "PublicFormSchemaSectionsItemQuestionsItemOptionsItemLabel": ".public_form_schema_sections_item_questions_item_options_item_label",
    "PublicFormSchemaSectionsItemQuestionsItemRequiredType1": ".public_form_schema_sections_item_questions_item_required_type_1",
    "PublicFormSchemaSectionsItemQuestionsItemWhen": ".public_form_schema_sections_item_questions_item_when",
    "PublicFormSchemaSectionsItemTitle": ".public_form_schema_sections_item_title",
    "PublicFormSchemaSectionsItemWhen": ".public_form_schema_sections_item_when",
    "PublicSummary": ".public_summary",
    "PublicSummaryAction": ".public_summary_action",
    "PublicSummaryPart": ".public_summary_part",
    "PublicSummaryState": ".public_summary_state",
    "PublicationHindrance": ".publication_hindrance",
    "QuarantineCount": ".quarantine_count",
    "QuarantineReason": ".quarantine_reason",
    "Quarantined": ".quarantined",
    "QuarantinedWords": ".quarantined_words",
    "QuestionRequest": ".question_request",
    "ReadUntilRequest": ".read_until_request",
    "ReasonCount": ".reason_count",
    "ReasonRequest": ".reason_request",
    "ReceiptAction": ".receipt_action",
    "ReceiptCorrectionRequest": ".receipt_correction_request",
    "ReceiptFile": ".receipt_file",
    "ReceiptFileOpenRequest": ".receipt_file_open_request",
    "ReceiptMessageRequest": ".receipt_message_request",
    "ReceiptRatingRequest": ".receipt_rating_request",
    "ReceiptRequest": ".receipt_request",
    "ReceiptSheetRequest": ".receipt_sheet_request",
    "ReceiptStatus": ".receipt_status",
    "ReceiptUploadRequest": ".receipt_upload_request",
    "RedactedPart": ".redacted_part",
    "Redaction": ".redaction",
    "RedirectionRequest": ".redirection_request",
    "Referral": ".referral",
    "ReferralChannel": ".referral_channel",
    "ReferralDirection": ".referral_direction",
    "ReferralRow": ".referral_row",
    "ReferralState": ".referral_state",
    "ReferralStatus": ".referral_status",
    "Refusal": ".refusal",
    "RefusalRequest": ".refusal_request",
    "RegistrationRequest": ".registration_request",
    "Released": ".released",
    "RenderedPage": ".rendered_page",
    "RenderedTemplate": ".rendered_template",
    "Replacement": ".replacement",
    "ReplacementNotice": ".replacement_notice",
    "RequestForIdentity": ".request_for_identity",
    "RequestForIdentityAtDesk": ".request_for_identity_at_desk",
    "ResolutionOutcome": ".resolution_outcome",
    "ResolutionRequest": ".resolution_request",
    "RestrictionRequest": ".restriction_request",
    "RetentionOutlook": ".retention_outlook",
    "RetentionPolicy": ".retention_policy",
    "RetentionPolicyErasedItem": ".retention_policy_erased_item",
    "RetentionRule": ".retention_rule",
    "Retried": ".retried",
    "RevealedIdentity": ".revealed_identity",
    "Role": ".role",
    "RoleRights": ".role_rights",
    "Roles": ".roles",
    "RuleVersion": ".rule_version",
    "Run": ".run",
    "Satisfaction": ".satisfaction",
    "SavedView": ".saved_view",
    "SavedViewPage": ".saved_view_page",
    "Schedule": ".schedule",
    "ScheduleFrequency": ".schedule_frequency",
    "SchemaRequest": ".schema_request",
    "SchemaRequestSchema": ".schema_request_schema",
    "SchemaRequestSchemaConsentsItem": ".schema_request_schema_consents_item",
    "SchemaRequestSchemaConsentsItemHint": ".schema_request_schema_consents_item_hint",
    "SchemaRequestSchemaConsentsItemHints": ".schema_request_schema_consents_item_hints",
    "SchemaRequestSchemaConsentsItemHintsAdditionalProperty": ".schema_request_schema_consents_item_hints_additional_property",
    "SchemaRequestSchemaConsentsItemText": ".schema_request_schema_consents_item_text",
    "SchemaRequestSchemaSectionsItem": ".schema_request_schema_sections_item",
    "SchemaRequestSchemaSectionsItemIntro": ".schema_request_schema_sections_item_intro",
    "SchemaRequestSchemaSectionsItemNotesItem": ".schema_request_schema_sections_item_notes_item",
    "SchemaRequestSchemaSectionsItemNotesItemText": ".schema_request_schema_sections_item_notes_item_text",
    "SchemaRequestSchemaSectionsItemNotesItemWhen": ".schema_request_schema_sections_item_notes_item_when",
    "SchemaRequestSchemaSectionsItemQuestionsItem": ".schema_request_schema_sections_item_questions_item",
    "SchemaRequestSchemaSectionsItemQuestionsItemHelp": ".schema_request_schema_sections_item_questions_item_help",
    "SchemaRequestSchemaSectionsItemQuestionsItemLabel": ".schema_request_schema_sections_item_questions_item_label",
    "SchemaRequestSchemaSectionsItemQuestionsItemMissing": ".schema_request_schema_sections_item_questions_item_missing",
    "SchemaRequestSchemaSectionsItemQuestionsItemOptionsItem": ".schema_request_schema_sections_item_questions_item_options_item",
    "SchemaRequestSchemaSectionsItemQuestionsItemOptionsItemHint": ".schema_request_schema_sections_item_questions_item_options_item_hint",
    "SchemaRequestSchemaSectionsItemQuestionsItemOptionsItemLabel": ".schema_request_schema_sections_item_questions_item_options_item_label",
    "SchemaRequestSchemaSectionsItemQuestionsItemRequiredType1": ".schema_request_schema_sections_item_questions_item_required_type_1",
    "SchemaRequestSchemaSectionsItemQuestionsItemWhen": ".schema_request_schema_sections_item_questions_item_when",
    "SchemaRequestSchemaSectionsItemTitle": ".schema_request_schema_sections_item_title",
    "SchemaRequestSchemaSectionsItemWhen": ".schema_request_schema_sections_item_when",
    "Scope": ".scope",
    "SealedIdentities": ".sealed_identities",
    "SealingKey": ".sealing_key",
    "SealingSwitchRequest": ".sealing_switch_request",
    "SecretRotationRequest": ".secret_rotation_request",
    "SeenRequest": ".seen_request",
    "SendingBackRequest": ".sending_back_request",
    "SendingRequest": ".sending_request",
    "Service": ".service",
    "ServiceGivenOutcome": ".service_given_outcome",
    "ServiceGivenRequest": ".service_given_request",
    "ServiceNotGivenOutcome": ".service_not_given_outcome",
    "ServiceNotGivenRequest": ".service_not_given_request",
    "ServiceOutcome": ".service_outcome",
    "ServiceProvider": ".service_provider",
    "ServiceStatus": ".service_status",
    "Severity": ".severity",
    "Share": ".share",
    "SharedField": ".shared_field",
    "SheetFormat": ".sheet_format",
    "Side": ".side",
    "Silence": ".silence",
    "SpamRequest": ".spam_request",
    "StageReached": ".stage_reached",
    "Statistic": ".statistic",
    "StatisticCatalogue": ".statistic_catalogue",
    "StatisticCell": ".statistic_cell",
    "StatisticColumn": ".statistic_column",
    "StatisticDefinition": ".statistic_definition",
    "StatisticLine": ".statistic_line",
    "StatisticTable": ".statistic_table",
    "StatisticsRetrieveInterval": ".statistics_retrieve_interval",
    "Step": ".step",
    "Suggestion": ".suggestion",
    "SuggestionReason": ".suggestion_reason",
    "SummaryFinding": ".summary_finding",
    "TagNamesRequest": ".tag_names_request",
    "TargetGroup": ".target_group",
    "TargetGroupNames": ".target_group_names",
    "Task": ".task",
    "TaskAction": ".task_action",
    "TaskAssignmentRequest": ".task_assignment_request",
    "TaskCounts": ".task_counts",
    "TaskKind": ".task_kind",
    "TaskMaker": ".task_maker",
    "TaskOfToday": ".task_of_today",
    "TaskPage": ".task_page",
    "TaskState": ".task_state",
    "TaskWhose": ".task_whose",
    "TasksOfToday": ".tasks_of_today",
    "Template": ".template",
    "TemplateNames": ".template_names",
    "TemplatePage": ".template_page",
    "TemplateTexts": ".template_texts",
    "Term": ".term",
    "TermOutlook": ".term_outlook",
    "TermUnit": ".term_unit",
    "Tie": ".tie",
    "Ties": ".ties",
    "Today": ".today",
    "ToldAnswer": ".told_answer",
    "Transfer": ".transfer",
    "TransferDetail": ".transfer_detail",
    "TransferFacts": ".transfer_facts",
    "TransferPreview": ".transfer_preview",
    "TransferState": ".transfer_state",
    "UnsealedIdentity": ".unsealed_identity",
    "Upload": ".upload",
    "Urgency": ".urgency",
    "UsedChannel": ".used_channel",
    "Vulnerability": ".vulnerability",
    "WaitsFor": ".waits_for",
    "Webhook": ".webhook",
    "WebhookDelivery": ".webhook_delivery",
    "WebhookDeliveryDetail": ".webhook_delivery_detail",
    "WebhookDeliveryProblem": ".webhook_delivery_problem",
    "WebhookDeliveryState": ".webhook_delivery_state",
    "WebhookEventType": ".webhook_event_type",
    "WebhookOffReason": ".webhook_off_reason",
    "WebhookSentType": ".webhook_sent_type",
    "WebhookTry": ".webhook_try",
    "WebhookWithSecret": ".webhook_with_secret",
    "WhatOpens": ".what_opens",
    "Where": ".where",
    "WhyNext": ".why_next",
    "WhySuggested": ".why_suggested",
    "Words": ".words",
    "WordsPart": ".words_part",
    "WorkOfPerson": ".work_of_person",
}


def __getattr__(name: str) -> Any:
    if name not in _WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_WHERE[name], __name__), name)


__all__ = (
    "ActorKind",
    "AdmissionRequest",
    "AfterAcceptance",
    "AllowedAction",
    "AnnexChoiceRequest",
    "Answer",
    "AnswerAssessment",
    "AnswerAssessmentRequest",
    "AnswerDecision",
    "AnswerDecisionRequest",
    "AnswerFile",
    "AnswerLink",
    "AnswerRequest",
    "AnswerStanding",
    "AnswerWay",
    "ApiClient",
    "ApiClientSecret",
    "Area",
    "AskedFor",
    "AssignmentRequest",
    "AssignmentToReferralRequest",
    "BlankEnum",
    "Blocker",
    "Calendar",
    "CalendarAddress",
    "CalendarEffect",
    "CalendarOverride",
    "CalendarOverrideNames",
    "CalendarOverridesListCountry",
    "CallerKind",
    "CallerRequest",
    "CappedCount",
    "Case",
    "CaseAct",
    "CaseAction",
    "CaseColleague",
    "CaseColleaguePage",
    "CaseColumn",
    "CaseCount",
    "CaseDone",
    "CaseEnding",
    "CaseExportRequest",
    "CaseFacet",
    "CaseFile",
    "CaseFilePurpose",
    "CaseKeeping",
    "CaseKind",
    "CaseOfTask",
    "CaseOfToday",
    "CaseOrder",
    "CaseOutcome",
    "CasePage",
    "CasePart",
    "CasePublication",
    "CaseQuery",
    "CaseQueryRequest",
    "CaseRow",
    "CasesDone",
    "CasesEventsListOrdering",
    "CasesListExtraItem",
    "CaseStage",
    "CaseState",
    "CaseStep",
    "CaseVerb",
    "CategoriesListKind",
    "Category",
    "CategoryLabels",
    "Certainty",
    "Challenge",
    "ChallengeParameters",
    "ChallengeParametersData",
    "Channel",
    "ChannelConfirmationRequest",
    "Check",
    "ChosenCaseRequest",
    "ChosenRequest",
    "ChosenSpamRequest",
    "Clarification",
    "ClarificationAskedRequest",
    "ClarificationGivenRequest",
    "ClockExtension",
    "ClockExtensionRequest",
    "ClockPause",
    "ClockStartRequest",
    "ClockStopRequest",
    "Colleague",
    "ColleagueRequest",
    "Collected",
    "ComplainantKind",
    "ComplaintFacts",
    "Consent",
    "ConsentManner",
    "ConsentPurpose",
    "ConstantAskedRequest",
    "ContactWish",
    "ConversationMessage",
    "CopyField",
    "CopyForCustodianRequest",
    "CopyOfKeyRequest",
    "Correction",
    "Counts",
    "CourtInstance",
    "CourtMatter",
    "CourtViolation",
    "Currency",
    "DayOfDecreeRequest",
    "DeadJob",
    "DeadlineRule",
    "DeadlineRulesListCountry",
    "DeadlineRuleTitles",
    "DeclineReason",
    "DeidentifiedCase",
    "DeletionReason",
    "Delivery",
    "DeliveryFailedRequest",
    "DeliveryFailure",
    "DeliveryRow",
    "DeliverySentRequest",
    "DeliveryState",
    "DeliveryVerb",
    "DestinationReason",
    "Digest",
    "Dispatch",
    "DispatchState",
    "Document",
    "DocumentOrganizations",
    "DocumentServices",
    "Done",
    "DoneList",
    "Dossier",
    "DraftKey",
    "Due",
    "Enclosed",
    "Enclosure",
    "EnclosureRequest",
    "EndedSessions",
    "Entry",
    "ErasureBecause",
    "ErasureBlocker",
    "ErasureDecision",
    "ErasureRefusal",
    "ErasureRequest",
    "ErasureRequestState",
    "ErasureTold",
    "Event",
    "EventAction",
    "EventFacts",
    "EventKind",
    "Export",
    "ExportFormat",
    "Facet",
    "Facets",
    "FacetValue",
    "FateAtInstitution",
    "FieldAccess",
    "FieldAccessSecret",
    "FieldErrorSchema",
    "File",
    "Filed",
    "Files",
    "FileScan",
    "FileSender",
    "FilesFiles",
    "FileState",
    "Finding",
    "FindingKind",
    "FormState",
    "FormVersion",
    "FormVersionDetail",
    "FormVersionDetailSchema",
    "FormVersionDetailSchemaConsentsItem",
    "FormVersionDetailSchemaConsentsItemHint",
    "FormVersionDetailSchemaConsentsItemHints",
    "FormVersionDetailSchemaConsentsItemHintsAdditionalProperty",
    "FormVersionDetailSchemaConsentsItemText",
    "FormVersionDetailSchemaSectionsItem",
    "FormVersionDetailSchemaSectionsItemIntro",
    "FormVersionDetailSchemaSectionsItemNotesItem",
    "FormVersionDetailSchemaSectionsItemNotesItemText",
    "FormVersionDetailSchemaSectionsItemNotesItemWhen",
    "FormVersionDetailSchemaSectionsItemQuestionsItem",
    "FormVersionDetailSchemaSectionsItemQuestionsItemHelp",
    "FormVersionDetailSchemaSectionsItemQuestionsItemLabel",
    "FormVersionDetailSchemaSectionsItemQuestionsItemMissing",
    "FormVersionDetailSchemaSectionsItemQuestionsItemOptionsItem",
    "FormVersionDetailSchemaSectionsItemQuestionsItemOptionsItemHint",
    "FormVersionDetailSchemaSectionsItemQuestionsItemOptionsItemLabel",
    "FormVersionDetailSchemaSectionsItemQuestionsItemRequiredType1",
    "FormVersionDetailSchemaSectionsItemQuestionsItemWhen",
    "FormVersionDetailSchemaSectionsItemTitle",
    "FormVersionDetailSchemaSectionsItemWhen",
    "FormVersionState",
    "GivenAssessment",
    "GivenConsentRequest",
    "GivenRefusalRequest",
    "GivenRuleRequest",
    "GivenRulesRequest",
    "Gone",
    "Guidance",
    "HandedOut",
    "Here",
    "HiddenPagesRequest",
    "HiddenPlace",
    "HiddenPlaceRequest",
    "HidingReason",
    "HoldExtensionRequest",
    "HoldReason",
    "HoldVerb",
    "IdentitiesOfToday",
    "IdentityApprovalRequest",
    "IdentityDecisionRequest",
    "IdentityField",
    "IdentityLook",
    "IdentityLookKind",
    "IdentityLookReason",
    "IdentityRequest",
    "IdentityRequestReason",
    "IdentityRequestsListWhich",
    "IdentityRequestState",
    "IdentityStanding",
    "ImportColumn",
    "ImportColumns",
    "ImportConstant",
    "ImportDayOrder",
    "ImportDelimiter",
    "ImportEncoding",
    "ImportField",
    "ImportFieldHolds",
    "ImportLeftCase",
    "ImportMappedColumn",
    "ImportMapping",
    "ImportMeaning",
    "ImportProblem",
    "ImportProblemCode",
    "ImportProblemCount",
    "ImportProgress",
    "ImportReadingRequest",
    "ImportReport",
    "ImportReportCounts",
    "ImportRequest",
    "ImportRequestDocumentType0",
    "ImportRequestDocumentType1Item",
    "ImportRequestFiles",
    "ImportRun",
    "ImportStartRequest",
    "ImportState",
    "ImportStep",
    "ImportStopReason",
    "ImportTarget",
    "ImportTargetChoice",
    "ImportUnreadable",
    "ImportValue",
    "ImportValues",
    "InadmissibilityRequest",
    "InadmissibleReason",
    "IncomingFile",
    "IncomingMail",
    "IncomingMailWords",
    "InCommon",
    "Institution",
    "InstitutionAnswer",
    "InstitutionChannelKind",
    "InstitutionDetail",
    "InstitutionDetailNames",
    "InstitutionKind",
    "InstitutionLevel",
    "InstitutionNames",
    "InstitutionsListAcceptsAnonymous",
    "InstitutionsListCountry",
    "InstitutionsListKind",
    "InstitutionsListLevel",
    "InstitutionSuggestion",
    "IntakeChannel",
    "Invitation",
    "InvitationLink",
    "InvitationMail",
    "InvitationState",
    "Judiciary",
    "JudiciaryWithPerson",
    "KeyCustodian",
    "Language",
    "LeavingAnnex",
    "LeavingAttachment",
    "LeavingRequest",
    "LegalBasis",
    "LegalHold",
    "LetterDraft",
    "Letterhead",
    "LetterheadFunctions",
    "LetterheadNames",
    "LetterheadPlaces",
    "LetterPart",
    "LetterTemplate",
    "Likeness",
    "LikenessStrength",
    "Link",
    "ListQueryOfToday",
    "LookInRequest",
    "MadeAnswerLink",
    "MailAccount",
    "MailAccountProblem",
    "MailDismissalReason",
    "MailDismissalRequest",
    "MailProtection",
    "MailRemark",
    "MailsOfToday",
    "MailState",
    "MailTrail",
    "ManyAssignedRequest",
    "ManyTaggedRequest",
    "MappedColumnAskedRequest",
    "MappingAskedRequest",
    "Mark",
    "Marked",
    "MaskedPart",
    "MaskedPlace",
    "Masks",
    "Me",
    "MeaningAskedRequest",
    "Measure",
    "Member",
    "Merge",
    "MergedCase",
    "MergeRequest",
    "Message",
    "MessageFile",
    "MessageSender",
    "MonthCount",
    "Move",
    "MyPartner",
    "NamedUploadRequest",
    "Need",
    "NeedNames",
    "NewAnswerLinkRequest",
    "NewApiClientRequest",
    "NewAppealRequest",
    "NewCase",
    "NewCaseFileRequest",
    "NewCasesOfToday",
    "NewCategoryRequest",
    "NewCategoryRequestLabels",
    "NewChannelRequest",
    "NewComplaintRequest",
    "NewComplaintRequestAnswers",
    "NewConsentRequest",
    "NewDeliveryRequest",
    "NewestEvent",
    "NewExportRequest",
    "NewFieldAccessRequest",
    "NewFileRequest",
    "NewHoldRequest",
    "NewIdentityRequestRequest",
    "NewImportRequest",
    "NewInstitutionRequest",
    "NewInstitutionRequestNames",
    "NewInvitationRequest",
    "NewLetterTemplateRequest",
    "NewLinkRequest",
    "NewLocationRequest",
    "NewMailAccountRequest",
    "NewMaskedPlaceRequest",
    "NewMasksRequest",
    "NewMemberRequest",
    "NewMergeRequest",
    "NewMessageRequest",
    "NewNoteRequest",
    "NewOverrideRequest",
    "NewOverrideRequestNames",
    "NewPartnerReferralRequest",
    "NewPartnerRequest",
    "NewPasswordRequest",
    "NewPhoneRequest",
    "NewProviderRequest",
    "NewPublicSummaryRequest",
    "NewReceipt",
    "NewReferralRequest",
    "News",
    "NewScheduleRequest",
    "NewSealingKeyRequest",
    "NewServiceRequest",
    "NewShareRequest",
    "NewTaskOfNews",
    "NewTaskRequest",
    "NewTemplateRequest",
    "NewTemplateRequestNames",
    "NewTemplateRequestTexts",
    "NewTieRequest",
    "NewTransferRequest",
    "NewUploadRequest",
    "NewViewRequest",
    "NewWebhookRequest",
    "NextBody",
    "NextReason",
    "NextTask",
    "Note",
    "NoticeChannel",
    "NoticeEnding",
    "NoticeState",
    "NoticeWishRequest",
    "OpenedCase",
    "OpenedContact",
    "OpenedFacts",
    "OpenedOutcome",
    "OpenedWords",
    "OpeningRequest",
    "OpenSession",
    "OpenSessions",
    "OptionalReasonRequest",
    "OriginalReason",
    "OriginalRequest",
    "OtherCase",
    "OtherPartner",
    "Outlook",
    "OwnCopies",
    "OwnCopy",
    "OwnErasureRequest",
    "OwnKeyGivenRequest",
    "OwnRequestOfToday",
    "PageDrawn",
    "PageWantedRequest",
    "PageWantedRequestSchema",
    "PageWantedRequestSchemaConsentsItem",
    "PageWantedRequestSchemaConsentsItemHint",
    "PageWantedRequestSchemaConsentsItemHints",
    "PageWantedRequestSchemaConsentsItemHintsAdditionalProperty",
    "PageWantedRequestSchemaConsentsItemText",
    "PageWantedRequestSchemaSectionsItem",
    "PageWantedRequestSchemaSectionsItemIntro",
    "PageWantedRequestSchemaSectionsItemNotesItem",
    "PageWantedRequestSchemaSectionsItemNotesItemText",
    "PageWantedRequestSchemaSectionsItemNotesItemWhen",
    "PageWantedRequestSchemaSectionsItemQuestionsItem",
    "PageWantedRequestSchemaSectionsItemQuestionsItemHelp",
    "PageWantedRequestSchemaSectionsItemQuestionsItemLabel",
    "PageWantedRequestSchemaSectionsItemQuestionsItemMissing",
    "PageWantedRequestSchemaSectionsItemQuestionsItemOptionsItem",
    "PageWantedRequestSchemaSectionsItemQuestionsItemOptionsItemHint",
    "PageWantedRequestSchemaSectionsItemQuestionsItemOptionsItemLabel",
    "PageWantedRequestSchemaSectionsItemQuestionsItemRequiredType1",
    "PageWantedRequestSchemaSectionsItemQuestionsItemWhen",
    "PageWantedRequestSchemaSectionsItemTitle",
    "PageWantedRequestSchemaSectionsItemWhen",
    "PaginatedAnswerLinkList",
    "PaginatedApiClientList",
    "PaginatedCalendarOverrideList",
    "PaginatedCaseFileList",
    "PaginatedCategoryList",
    "PaginatedColleagueList",
    "PaginatedCollectedList",
    "PaginatedConsentList",
    "PaginatedCorrectionList",
    "PaginatedDeadJobList",
    "PaginatedDeadlineRuleList",
    "PaginatedDeliveryRowList",
    "PaginatedErasureRequestList",
    "PaginatedEventList",
    "PaginatedExportList",
    "PaginatedFieldAccessList",
    "PaginatedFileList",
    "PaginatedFormVersionList",
    "PaginatedImportLeftCaseList",
    "PaginatedImportProblemList",
    "PaginatedImportRunList",
    "PaginatedIncomingMailList",
    "PaginatedInstitutionAnswerList",
    "PaginatedInstitutionList",
    "PaginatedInvitationList",
    "PaginatedLegalHoldList",
    "PaginatedLinkList",
    "PaginatedMemberList",
    "PaginatedMergeList",
    "PaginatedMessageList",
    "PaginatedNeedList",
    "PaginatedNoteList",
    "PaginatedPartnerList",
    "PaginatedPartnerReferralRowList",
    "PaginatedPlaceList",
    "PaginatedPlannedErasureList",
    "PaginatedQuarantinedList",
    "PaginatedReferralList",
    "PaginatedReferralRowList",
    "PaginatedRequestForIdentityAtDeskList",
    "PaginatedRequestForIdentityList",
    "PaginatedServiceList",
    "PaginatedServiceProviderList",
    "PaginatedShareList",
    "PaginatedTargetGroupList",
    "PaginatedTaskList",
    "PaginatedTransferList",
    "PaginatedWebhookDeliveryList",
    "PaginatedWebhookList",
    "ParallelLetter",
    "ParallelLetterRequest",
    "ParcelState",
    "Partner",
    "PartnerCountry",
    "PartnerReferral",
    "PartnerReferralPreview",
    "PartnerReferralRow",
    "PartnerReferralState",
    "PartnersClientsListRole",
    "PartnersClientsListRunning",
    "PartnerSettings",
    "PartnersListCountry",
    "PartnersMembersListRole",
    "PartnersMembersListRunning",
    "PassedOnRequest",
    "PasswordLink",
    "PatchedApiClientChangeRequest",
    "PatchedCaseChangesRequest",
    "PatchedCategoryChangesRequest",
    "PatchedCategoryChangesRequestLabels",
    "PatchedDigestChoiceRequest",
    "PatchedInstitutionChangesRequest",
    "PatchedInstitutionChangesRequestNames",
    "PatchedJudiciaryChangesRequest",
    "PatchedLetterheadChangesRequest",
    "PatchedLetterheadChangesRequestFunctions",
    "PatchedLetterheadChangesRequestNames",
    "PatchedLetterheadChangesRequestPlaces",
    "PatchedOverrideChangesRequest",
    "PatchedOverrideChangesRequestNames",
    "PatchedOwnLanguageRequest",
    "PatchedPartnerChangesRequest",
    "PatchedProviderChangesRequest",
    "PatchedReferralChangesRequest",
    "PatchedRolesChangeRequest",
    "PatchedServiceChangesRequest",
    "PatchedTaskChangesRequest",
    "PatchedTemplateChangesRequest",
    "PatchedTemplateChangesRequestNames",
    "PatchedTemplateChangesRequestTexts",
    "PatchedViewChangesRequest",
    "PatchedWebhookChangesRequest",
    "PauseReason",
    "Permission",
    "Person",
    "Phone",
    "Place",
    "PlaceLevel",
    "PlaceNames",
    "PlacesListCountry",
    "PlacesListLevel",
    "PlannedErasure",
    "PossibleDuplicate",
    "PossibleDuplicates",
    "ProblemSchema",
    "ProblemSheetAskedRequest",
    "ProviderInService",
    "PublicationHindrance",
    "PublicForm",
    "PublicFormSchema",
    "PublicFormSchemaConsentsItem",
    "PublicFormSchemaConsentsItemHint",
    "PublicFormSchemaConsentsItemHints",
    "PublicFormSchemaConsentsItemHintsAdditionalProperty",
    "PublicFormSchemaConsentsItemText",
    "PublicFormSchemaSectionsItem",
    "PublicFormSchemaSectionsItemIntro",
    "PublicFormSchemaSectionsItemNotesItem",
    "PublicFormSchemaSectionsItemNotesItemText",
    "PublicFormSchemaSectionsItemNotesItemWhen",
    "PublicFormSchemaSectionsItemQuestionsItem",
    "PublicFormSchemaSectionsItemQuestionsItemHelp",
    "PublicFormSchemaSectionsItemQuestionsItemLabel",
    "PublicFormSchemaSectionsItemQuestionsItemMissing",
    "PublicFormSchemaSectionsItemQuestionsItemOptionsItem",
    "PublicFormSchemaSectionsItemQuestionsItemOptionsItemHint",
    "PublicFormSchemaSectionsItemQuestionsItemOptionsItemLabel",
    "PublicFormSchemaSectionsItemQuestionsItemRequiredType1",
    "PublicFormSchemaSectionsItemQuestionsItemWhen",
    "PublicFormSchemaSectionsItemTitle",
    "PublicFormSchemaSectionsItemWhen",
    "PublicSummary",
    "PublicSummaryAction",
    "PublicSummaryPart",
    "PublicSummaryState",
    "QuarantineCount",
    "Quarantined",
    "QuarantinedWords",
    "QuarantineReason",
    "QuestionRequest",
    "ReadUntilRequest",
    "ReasonCount",
    "ReasonRequest",
    "ReceiptAction",
    "ReceiptCorrectionRequest",
    "ReceiptFile",
    "ReceiptFileOpenRequest",
    "ReceiptMessageRequest",
    "ReceiptRatingRequest",
    "ReceiptRequest",
    "ReceiptSheetRequest",
    "ReceiptStatus",
    "ReceiptUploadRequest",
    "RedactedPart",
    "Redaction",
    "RedirectionRequest",
    "Referral",
    "ReferralChannel",
    "ReferralDirection",
    "ReferralRow",
    "ReferralState",
    "ReferralStatus",
    "Refusal",
    "RefusalRequest",
    "RegistrationRequest",
    "Released",
    "RenderedPage",
    "RenderedTemplate",
    "Replacement",
    "ReplacementNotice",
    "RequestForIdentity",
    "RequestForIdentityAtDesk",
    "ResolutionOutcome",
    "ResolutionRequest",
    "RestrictionRequest",
    "RetentionOutlook",
    "RetentionPolicy",
    "RetentionPolicyErasedItem",
    "RetentionRule",
    "Retried",
    "RevealedIdentity",
    "Role",
    "RoleRights",
    "Roles",
    "RuleVersion",
    "Run",
    "Satisfaction",
    "SavedView",
    "SavedViewPage",
    "Schedule",
    "ScheduleFrequency",
    "SchemaRequest",
    "SchemaRequestSchema",
    "SchemaRequestSchemaConsentsItem",
    "SchemaRequestSchemaConsentsItemHint",
    "SchemaRequestSchemaConsentsItemHints",
    "SchemaRequestSchemaConsentsItemHintsAdditionalProperty",
    "SchemaRequestSchemaConsentsItemText",
    "SchemaRequestSchemaSectionsItem",
    "SchemaRequestSchemaSectionsItemIntro",
    "SchemaRequestSchemaSectionsItemNotesItem",
    "SchemaRequestSchemaSectionsItemNotesItemText",
    "SchemaRequestSchemaSectionsItemNotesItemWhen",
    "SchemaRequestSchemaSectionsItemQuestionsItem",
    "SchemaRequestSchemaSectionsItemQuestionsItemHelp",
    "SchemaRequestSchemaSectionsItemQuestionsItemLabel",
    "SchemaRequestSchemaSectionsItemQuestionsItemMissing",
    "SchemaRequestSchemaSectionsItemQuestionsItemOptionsItem",
    "SchemaRequestSchemaSectionsItemQuestionsItemOptionsItemHint",
    "SchemaRequestSchemaSectionsItemQuestionsItemOptionsItemLabel",
    "SchemaRequestSchemaSectionsItemQuestionsItemRequiredType1",
    "SchemaRequestSchemaSectionsItemQuestionsItemWhen",
    "SchemaRequestSchemaSectionsItemTitle",
    "SchemaRequestSchemaSectionsItemWhen",
    "Scope",
    "SealedIdentities",
    "SealingKey",
    "SealingSwitchRequest",
    "SecretRotationRequest",
    "SeenRequest",
    "SendingBackRequest",
    "SendingRequest",
    "Service",
    "ServiceGivenOutcome",
    "ServiceGivenRequest",
    "ServiceNotGivenOutcome",
    "ServiceNotGivenRequest",
    "ServiceOutcome",
    "ServiceProvider",
    "ServiceStatus",
    "Severity",
    "Share",
    "SharedField",
    "SheetFormat",
    "Side",
    "Silence",
    "SpamRequest",
    "StageReached",
    "Statistic",
    "StatisticCatalogue",
    "StatisticCell",
    "StatisticColumn",
    "StatisticDefinition",
    "StatisticLine",
    "StatisticsRetrieveInterval",
    "StatisticTable",
    "Step",
    "Suggestion",
    "SuggestionReason",
    "SummaryFinding",
    "TagNamesRequest",
    "TargetGroup",
    "TargetGroupNames",
    "Task",
    "TaskAction",
    "TaskAssignmentRequest",
    "TaskCounts",
    "TaskKind",
    "TaskMaker",
    "TaskOfToday",
    "TaskPage",
    "TasksOfToday",
    "TaskState",
    "TaskWhose",
    "Template",
    "TemplateNames",
    "TemplatePage",
    "TemplateTexts",
    "Term",
    "TermOutlook",
    "TermUnit",
    "Tie",
    "Ties",
    "Today",
    "ToldAnswer",
    "Transfer",
    "TransferDetail",
    "TransferFacts",
    "TransferPreview",
    "TransferState",
    "UnsealedIdentity",
    "Upload",
    "Urgency",
    "UsedChannel",
    "Vulnerability",
    "WaitsFor",
    "Webhook",
    "WebhookDelivery",
    "WebhookDeliveryDetail",
    "WebhookDeliveryProblem",
    "WebhookDeliveryState",
    "WebhookEventType",
    "WebhookOffReason",
    "WebhookSentType",
    "WebhookTry",
    "WebhookWithSecret",
    "WhatOpens",
    "Where",
    "WhyNext",
    "WhySuggested",
    "Words",
    "WordsPart",
    "WorkOfPerson",
)
