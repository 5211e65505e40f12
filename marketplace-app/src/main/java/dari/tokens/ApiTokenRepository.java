package dari.tokens;

import dari.kernel.OrganizationId;
import dari.kernel.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ApiTokenRepository extends Repository<ApiToken, UUID> {

    ApiToken save(ApiToken token);

    Optional<ApiToken> findByIdAndOrganization(UUID id, OrganizationId organization);

    Optional<ApiToken> findByTokenHash(byte[] hash);

    Page<ApiToken> findByOrganizationAndAccountOrderByIdDesc(
            OrganizationId organization, UserId account, Pageable page);

    /** Those of an organisation's other people that still work, the newest first. */
    @Query("""
            select t from ApiToken t
            where t.organization = :organization and t.account <> :account and t.revokedAt is null and t.expiresAt > :now
            order by t.id desc""")
    Page<ApiToken> findUsableOfOthers(OrganizationId organization, UserId account, Instant now, Pageable page);

    long countByAccountAndOrganizationAndRevokedAtIsNullAndExpiresAtAfter(
            UserId account, OrganizationId organization, Instant now);

    @Modifying
    @Query(
            value = "UPDATE api_token SET last_used_at = :now WHERE id = :id"
                    + " AND (last_used_at IS NULL OR last_used_at < :before)",
            nativeQuery = true)
    void touch(UUID id, Instant now, Instant before);
}
