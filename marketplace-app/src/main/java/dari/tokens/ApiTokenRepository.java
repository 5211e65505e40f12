package dari.tokens;

import dari.kernel.OrganizationId;
import dari.kernel.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ApiTokenRepository extends Repository<ApiToken, UUID> {

    ApiToken save(ApiToken token);

    Optional<ApiToken> findByIdAndOrganization(UUID id, OrganizationId organization);

    Optional<ApiToken> findByTokenHash(byte[] hash);

    List<ApiToken> findByOrganizationOrderByIdDesc(OrganizationId organization);

    long countByAccountAndOrganizationAndRevokedAtIsNullAndExpiresAtAfter(
            UserId account, OrganizationId organization, Instant now);

    @Modifying
    @Query(
            value = "UPDATE api_token SET last_used_at = :now WHERE id = :id"
                    + " AND (last_used_at IS NULL OR last_used_at < :before)",
            nativeQuery = true)
    void touch(UUID id, Instant now, Instant before);
}
