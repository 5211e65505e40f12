package dari.delivery;

import dari.kernel.UserId;
import dari.sandboxes.SandboxId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface SandboxTokenRepository extends Repository<SandboxToken, UUID> {

    SandboxToken save(SandboxToken token);

    Optional<SandboxToken> findByIdAndSandbox(UUID id, SandboxId sandbox);

    Optional<SandboxToken> findByTokenHash(byte[] hash);

    Page<SandboxToken> findBySandboxOrderByIdDesc(SandboxId sandbox, Pageable page);

    List<SandboxToken> findByAccountAndRevokedAtIsNull(UserId account);

    long countBySandboxAndRevokedAtIsNullAndExpiresAtAfter(SandboxId sandbox, Instant now);

    @Modifying
    @Query(
            value = "UPDATE sandbox_token SET last_used_at = :now WHERE id = :id"
                    + " AND (last_used_at IS NULL OR last_used_at < :before)",
            nativeQuery = true)
    void touch(UUID id, Instant now, Instant before);
}
