package dari.organizations;

import dari.kernel.OrganizationId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.UUID;

/** For which of several organisations a person works in this session; whether still a member is asked at each request. */
public final class ChosenOrganization {

    private static final String ATTRIBUTE = ChosenOrganization.class.getName();

    private ChosenOrganization() {}

    static void choose(HttpServletRequest request, OrganizationId organization) {
        request.getSession().setAttribute(ATTRIBUTE, organization.value().toString());
    }

    /** Empty until one was chosen. */
    public static Optional<OrganizationId> of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(ATTRIBUTE) instanceof String id
                ? Optional.of(new OrganizationId(UUID.fromString(id)))
                : Optional.empty();
    }
}
