package dari.invitations;

import dari.discovery.MatchCard;
import dari.needs.NeedView;
import dari.needs.StartupProfile;
import dari.organizations.OrganizationFacts;

/** A startup's need beside one of the hospital's offers, as the hospital reads it. */
public record NeedCard(
        NeedView need, OrganizationFacts startup, StartupProfile profile, MatchCard card, NeedQuery.Contact contact) {}
