package dari.organizations;

/** What an invited person sees before joining. */
public record InvitationFacts(OrganizationFacts organization, String email) {

    @Override
    public String toString() {
        return "InvitationFacts[" + organization.id().value() + "]";
    }
}
