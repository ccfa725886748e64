"""People: how they come in, come back, what they may do, and how they are forgotten.

No password and no e-mail address: an invitation lets one person in, once; a return link brings him
back on any device; a session is what his browser keeps. Of all three there are only digests.
"""

from workflow.access import Role
from workflow.services.people.asking import GivenRole, Link, Who
from workflow.services.people.invitations import (
    Invitation,
    InvitationState,
    PendingInvitation,
    first_link,
    invitations,
    invite,
    revoke_invitation,
)
from workflow.services.people.joining import Joined, Opening, join, let_in_by, peek
from workflow.services.people.leaving import erase, erase_me, my_data
from workflow.services.people.members import Member, grant, members, vouch, withdraw
from workflow.services.people.myself import LinkNotice, Me, change_me, change_name, me
from workflow.services.people.rates import Rates
from workflow.services.people.returning import (
    OpenSession,
    come_back,
    issue_link,
    renew_link,
    sessions,
    sign_out,
    sign_out_everywhere,
    who,
    whose,
)

__all__ = [
    "GivenRole",
    "Invitation",
    "InvitationState",
    "Joined",
    "Link",
    "LinkNotice",
    "Me",
    "Member",
    "OpenSession",
    "Opening",
    "PendingInvitation",
    "Rates",
    "Role",
    "Who",
    "change_me",
    "change_name",
    "come_back",
    "erase",
    "erase_me",
    "first_link",
    "grant",
    "invitations",
    "invite",
    "issue_link",
    "join",
    "let_in_by",
    "me",
    "members",
    "my_data",
    "peek",
    "renew_link",
    "revoke_invitation",
    "sessions",
    "sign_out",
    "sign_out_everywhere",
    "vouch",
    "who",
    "whose",
    "withdraw",
]
