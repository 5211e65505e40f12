package dari.api;

import dari.kernel.OrganizationId;
import dari.needs.NeedView;
import java.util.Set;
import java.util.UUID;

/**
 * A need of the startup.
 *
 * @param status DRAFT, PUBLISHED or WITHDRAWN
 * @param revision grows with every change of a published one
 */
record NeedAnswer(UUID id, String status, int revision, NeedBody content) {

    static NeedAnswer of(NeedView need, Set<OrganizationId> viewers) {
        return new NeedAnswer(
                need.id().value(),
                need.status().name(),
                need.revision(),
                NeedBody.of(need.content(), need.audience(), viewers));
    }
}
