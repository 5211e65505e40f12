package dari.webhooks;

import dari.kernel.OrganizationId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface WebhookEndpointRepository extends Repository<WebhookEndpoint, UUID> {

    WebhookEndpoint save(WebhookEndpoint endpoint);

    void delete(WebhookEndpoint endpoint);

    Optional<WebhookEndpoint> findById(UUID id);

    Optional<WebhookEndpoint> findByIdAndOrganization(UUID id, OrganizationId organization);

    List<WebhookEndpoint> findByOrganizationOrderById(OrganizationId organization);
}
