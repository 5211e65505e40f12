package dari.webhooks;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface WebhookDeliveryRepository extends Repository<WebhookDelivery, UUID> {

    WebhookDelivery save(WebhookDelivery delivery);

    Optional<WebhookDelivery> findById(UUID id);

    Optional<WebhookDelivery> findByIdAndEndpoint(UUID id, UUID endpoint);

    Page<WebhookDelivery> findByEndpointOrderByIdDesc(UUID endpoint, Pageable page);

    boolean existsByEndpointAndStateAndTriedAtAfter(UUID endpoint, DeliveryState state, Instant after);

    @Modifying
    @Query("DELETE FROM WebhookDelivery d WHERE d.madeAt < :before AND d.state <> dari.webhooks.DeliveryState.WAITING")
    int deleteOlderThan(Instant before);
}
