"""Rules of the work that a request can run into, each with a code and a sentence a caseworker understands."""

from django.utils.translation import gettext_lazy as _

from backend.common.errors import Conflict, NotAllowed, Problem


class WrongState(Conflict):
    code, title = "case.wrong_state", _("This step is not possible in the present state.")


class NotClassified(Conflict):
    code, title = "case.not_classified", _("Set the category and the institution first.")


class OpenReferrals(Conflict):
    code, title = (
        "case.open_referrals",
        _("An institution still has to answer. End the referral or give a reason."),
    )


class NoWaitingReferral(Conflict):
    code, title = "case.no_waiting_referral", _("No institution has an answer outstanding.")


class NotSettled(Conflict):
    code, title = "case.not_settled", _("The complainant has 14 days to object to the outcome.")


class NothingToRate(Conflict):
    code, title = "receipt.nothing_to_rate", _("There is no outcome yet that you could rate.")


class NothingToConfirm(Conflict):
    code, title = "receipt.nothing_to_confirm", _("There is no outcome that waits for you to confirm it.")


class NothingToWithdraw(Conflict):
    code, title = (
        "receipt.nothing_to_withdraw",
        _("The work on this complaint has ended, so there is nothing to withdraw."),
    )


class ConflictDeclared(Conflict):
    code, title = "case.conflict_of_interest", _("This person declared a conflict of interest in the case.")


class ConflictStands(Conflict):
    code = "case.conflict_stands"
    title = _(
        "Somebody here has a conflict of interest in the case. Name the others, or lift the conflict first."
    )


class TooManyTies(Conflict):
    code, title = "me.too_many_ties", _("Thirty names are kept at most.")


class NotAssignable(Conflict):
    code, title = "case.not_assignable", _("This person cannot work this case.")


class TooManyTags(Conflict):
    code, title = "case.too_many_tags", _("A case cannot have so many tags.")


class TooManyViews(Conflict):
    code, title = "view.too_many", _("You have saved as many views as one person can have. Delete one first.")


class ListTooLong(Conflict):
    code, title = "export.too_long", _("This list is too long for one file. Narrow it first.")


class NotNameable(Conflict):
    code, title = "case.not_nameable", _("Only a person who reads cases of this partner can be named.")


class NobodyLeft(Conflict):
    code, title = "case.nobody_left", _("A restricted case must name at least one person who works it.")


class SuccessorNeeded(Conflict):
    code = "member.successor_needed"
    title = _("Restricted cases would be lost to everybody. Name a colleague who takes them over.")


class AlreadyShared(Conflict):
    code, title = "case.already_shared", _("The case is already shared with this partner.")


class OwnPartner(Conflict):
    code, title = "case.own_partner", _("The case already belongs to this partner.")


class RestrictedStays(Conflict):
    code, title = "case.restricted", _("A restricted case is neither shared nor handed over.")


class AlreadyLinked(Conflict):
    code, title = "case.already_linked", _("These cases are linked already.")


class ItsOwnDuplicate(Conflict):
    code, title = (
        "case.its_own_duplicate",
        _("A case cannot be a duplicate of itself or of its own duplicate."),
    )


class CannotStay(Conflict):
    code, title = (
        "case.cannot_stay",
        _("Work on this case has ended otherwise, so it cannot be the one that stays. Keep the other one."),
    )


class MergeEnded(Conflict):
    code, title = "merge.ended", _("These cases are two again already.")


class TransferOpen(Conflict):
    code, title = "transfer.open", _("This case is already offered to a partner.")


class TransferDecided(Conflict):
    code, title = "transfer.decided", _("This offer was already decided.")


class OfferExpired(Conflict):
    code, title = "offer.expired", _("This offer has expired. Ask the other partner to offer it again.")


class OwnOffer(NotAllowed):
    code, title = "offer.own", _("Somebody other than the person who made the offer must accept it.")


class PartnerReferralWrongState(Conflict):
    code, title = (
        "partner_referral.wrong_state",
        _("This step is not possible in the present state of the referral to the partner."),
    )


class PartnerReferralOpen(Conflict):
    code, title = (
        "partner_referral.open",
        _("The person is already referred to this partner for the same need."),
    )


class SharingConsentMissing(Conflict):
    code, title = (
        "partner_referral.consent_missing",
        _("The complainant did not agree to this partner. Ask, or let a coordinator give a reason."),
    )


class CaseNotInWork(Conflict):
    code, title = (
        "partner_referral.case_not_in_work",
        _("The other partner does not work this case any more. Nothing can be accepted."),
    )


class ShareOfReferral(Conflict):
    code, title = (
        "share.of_referral",
        _("This share belongs to a referral to the partner. Recall the referral."),
    )


class NoJudiciary(Conflict):
    code, title = "case.not_judiciary", _("Only a case about a court or prosecution has this detail.")


class ReferralWrongState(Conflict):
    code, title = "referral.wrong_state", _("This step is not possible in the referral's present state.")


class ConsentMissing(Conflict):
    code, title = (
        "referral.consent_missing",
        _("The complainant did not agree to this institution. Ask, or let a coordinator give a reason."),
    )


class RedactionUnchecked(Conflict):
    code, title = "referral.redaction_unchecked", _("Confirm first that somebody checked what leaves.")


class AnonymousRefused(Conflict):
    """Facts name the alternatives: institutions above it that take anonymous complaints."""

    code, title = (
        "referral.anonymous_refused",
        _("This institution does not take anonymous complaints. Choose another one, or ask the complainant."),
    )


class OwnApproval(NotAllowed):
    code, title = "referral.own_approval", _("Somebody other than the author must approve this referral.")


class ApprovalNeeded(Conflict):
    code, title = "referral.approval_needed", _("A second person must approve this referral. Submit it.")


class ApprovalNotNeeded(Conflict):
    code, title = "referral.approval_not_needed", _("This referral needs no approval. Release it.")


class NoTerm(Conflict):
    code, title = "referral.no_term", _("No legal term was set for this referral, so no clock runs.")


class ClockStands(Conflict):
    code, title = "referral.clock_stands", _("The clock is paused. Let it run again first.")


class ClockRuns(Conflict):
    code, title = "referral.clock_runs", _("The clock is not paused.")


class TermOver(Conflict):
    code, title = "referral.term_over", _("The term had ended by that day.")


class TermRunning(Conflict):
    code, title = "referral.term_running", _("The institution still has time to answer.")


class FindingsUnseen(Conflict):
    """Facts tell how many things were found, never what they were seen as: that is to be looked at."""

    code, title = (
        "referral.findings_unseen",
        _("Look first at what leaves and at what was found in it; then confirm it."),
    )


class NotAppealable(Conflict):
    code, title = (
        "referral.not_appealable",
        _("Only a refusal, half an answer or none can be appealed against, and this is none of them."),
    )


class AppealTooLate(Conflict):
    code, title = (
        "referral.appeal_too_late",
        _("The time for an appeal is over. Give the reason why it may still be heard."),
    )


class AlreadyAppealed(Conflict):
    code, title = "referral.already_appealed", _("There is an appeal to this body already.")


class EnclosureChanged(Conflict):
    code, title = (
        "referral.enclosure_changed",
        _("A file that goes along is not what it was when it was chosen. Choose the files again."),
    )


class LetterNotKept(Conflict):
    code, title = "referral.letter_not_kept", _("This referral left before letters were kept here.")


class TemplateExists(Conflict):
    code, title = "template.exists", _("There is a template with this code already. Change that one.")


class TooManyTemplates(Conflict):
    code, title = "template.too_many", _("There are very many templates already. Delete one first.")


class TemplateShipped(Conflict):
    code, title = (
        "template.shipped",
        _("This template comes with the software. Take it out of use instead of deleting it."),
    )


class QuestionEnded(Conflict):
    code, title = "case.question_ended", _("This question does not wait for an answer any more.")


class TaskEnded(Conflict):
    code = "task.ended"
    title = _("This task is done, or is not needed any more.")


class TaskByRule(Conflict):
    """Its words are its kind, its day follows from the case."""

    code = "task.by_rule"
    title = _("This task was made by a rule: its day follows from the case.")


class AnswerDecided(Conflict):
    code, title = "answer.decided", _("This answer ended the wait already.")


class NothingToAnswer(Conflict):
    code, title = (
        "answer_link.nothing_to_answer",
        _("There is no letter yet, or none any more, that the institution could answer."),
    )


class AnswerLinkGone(Problem):
    """Expired, revoked or never there: all alike. Facts tell when it was used, and only to who has it."""

    status, code = 410, "answer_link.gone"
    title = _("This link does not open anything any more.")


class DeliveryOpen(Conflict):
    code, title = (
        "referral.delivery_open",
        _("A delivery is prepared or under way. Finish or cancel it first."),
    )


class DeliveryWrongState(Conflict):
    code, title = "delivery.wrong_state", _("This step is not possible in the delivery's present state.")


class NoMailAccount(Conflict):
    code, title = (
        "delivery.no_account",
        _("Your organisation has no mail account here, or it is switched off."),
    )


class NoAddress(Conflict):
    code, title = (
        "delivery.no_address",
        _("The directory knows no running address of this kind for the institution."),
    )


class ProofMissing(Conflict):
    code, title = (
        "delivery.proof_missing",
        _("Add the receipt as a file, or say why there is none."),
    )


class BeingHandedOver(Conflict):
    code, title = (
        "delivery.being_handed_over",
        _("The mail is being handed over just now. Look again in a moment."),
    )


class CopyFoundMeanwhile(Conflict):
    code, title = "delivery.settled_meanwhile", _("What became of this mail was found meanwhile.")


class CaseFileNotReady(Conflict):
    code, title = "case_file.not_ready", _("The case file is not ready. Look again in a moment.")


class CaseFileGone(Conflict):
    code, title = (
        "case_file.gone",
        _("This case file was taken already, or not in time. Ask for a new one."),
    )


class CaseFileOutdated(Conflict):
    """Since it was put together its owner may read less, or more is hidden."""

    code, title = (
        "case_file.outdated",
        _("Since this case file was put together, less may be read or more is hidden. Ask for a new one."),
    )


class ExportNotReady(Conflict):
    code, title = "export.not_ready", _("The export is not ready. Look again in a moment.")


class ExportGone(Conflict):
    code, title = "export.gone", _("This export was taken already, or not in time. Ask for a new one.")


class ExportOutdated(Conflict):
    """Since it was written its owner may see less."""

    code, title = (
        "export.outdated",
        _("Since this export was made, less may be seen of its cases. Ask for a new one."),
    )


class SummaryIsPublic(Conflict):
    code, title = (
        "public_summary.published",
        _("The public reads this text. Withdraw it before you change it; somebody else then publishes it."),
    )


class SummaryNotPublic(Conflict):
    code, title = "public_summary.not_published", _("The public does not read this text.")


class OwnSummary(NotAllowed):
    """Four eyes: who wrote it does not see any more what it gives away."""

    code, title = (
        "public_summary.own",
        _("You wrote this text. Somebody else has to read it and publish it."),
    )


class NotForThePublic(Conflict):
    """Something stands against publishing; `hindrances` are codes."""

    code, title = (
        "public_summary.hindered",
        _("This must not be published as it is. See what stands against it."),
    )
