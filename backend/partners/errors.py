"""Rules of partners, members and API clients that a request may break."""

from django.utils.translation import gettext_lazy as _

from backend.common.errors import Conflict, NotAllowed, NotFound


class SecondFactorRequired(NotAllowed):
    """Says nothing of what would be behind it: the same for every address."""

    code = "second_factor.required"
    title = _("Your work here needs a second step at the sign-in. Set one up, or sign in with it.")


class SlugTaken(Conflict):
    code = "partner.slug_taken"
    title = _("Another partner already has this address name.")


class PrefixTaken(Conflict):
    code = "partner.prefix_taken"
    title = _("Another partner already numbers its cases with this prefix.")


class OwnRole(NotAllowed):
    """Otherwise a coordinator could make himself custodian and approve his own look at an identity."""

    code = "member.own_role"
    title = _("Nobody gives a role to himself or herself. Ask another coordinator.")


class AlreadyMember(Conflict):
    code = "member.already"
    title = _("This person already has this role here.")


class AccountClosed(Conflict):
    code = "member.account_closed"
    title = _("This person's account is closed. The platform administrator can open it again.")


class MembershipEnded(Conflict):
    code = "member.ended"
    title = _("This has ended already.")


class LastCoordinator(Conflict):
    """A partner without a coordinator could not add one: nobody would be left to keep its members."""

    code = "member.last_coordinator"
    title = _("This is the last coordinator. Name another one first.")


class NotForPrograms(Conflict):
    """Identities are read by people who answer for it, with a reason."""

    code = "client.custodian"
    title = _("A program cannot be custodian of identities.")


class PersonNeeded(NotAllowed):
    """A program could otherwise give itself wider scopes than those it was made with."""

    code = "client.person_needed"
    title = _("Only a person who is signed in may do this, not a program.")


class AddressTaken(Conflict):
    code = "user.address_taken"
    title = _("There is already an account with this e-mail address.")


class AlreadyInvited(Conflict):
    code = "invitation.already"
    title = _("This address is invited already. Send that invitation once more, or withdraw it first.")


class InvitationOver(Conflict):
    code = "invitation.over"
    title = _("This invitation was taken up or withdrawn.")


class TooManyInvitations(Conflict):
    code = "invitation.too_many"
    title = _("Very many invitations wait already. Withdraw those that are not needed.")


class InvitationGone(NotFound):
    """Unknown, used, withdrawn and expired look alike."""


class HasAccount(Conflict):
    """Whoever holds the link only must not set the password of an account that works elsewhere, too."""

    code = "invitation.has_account"
    title = _("Sign in with the account that you have, and open this link again.")


class OtherAddress(Conflict):
    code = "invitation.other_address"
    title = _("This invitation is for another e-mail address than that of your account.")


class WrongPassword(Conflict):
    code = "user.wrong_password"
    title = _("This is not your present password.")


class OwnAccess(NotAllowed):
    """One's own access is changed on one's own page, where the present password is asked for."""

    code = "member.own_access"
    title = _("Nobody does this for himself or herself. Ask another coordinator.")


class AdministratorNeeded(Conflict):
    """Says neither where else the person works nor what else the person may do."""

    code = "member.administrator_needed"
    title = _("For this person, only the platform administrator can do this.")


class AnotherPersonNeeded(Conflict):
    """Password and second factor together are the person."""

    code = "member.another_person_needed"
    title = _("You helped this person lately with the other part of the sign-in. Somebody else must do this.")


class NoSecondFactor(Conflict):
    code = "member.no_second_factor"
    title = _("This person has no second step to take away.")


class PasswordLinkGone(NotFound):
    """Unknown, used, replaced and expired look alike."""
