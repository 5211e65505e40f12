package dari.delivery;

import dari.kernel.UserId;
import dari.sandboxes.SandboxId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface SentRangeRepository extends Repository<SentRange, UUID> {

    SentRange save(SentRange range);

    Optional<SentRange> findById(UUID id);

    boolean existsBySandboxAndAccountAndFile(SandboxId sandbox, UserId account, String file);

    /** What left of a sandbox in a time, by person, file and network. */
    @Query("""
            select new dari.delivery.SentRangeRepository$Sum(
                r.account, r.file, r.fileBytes, r.network, count(r), coalesce(sum(r.sentBytes), 0), max(r.askedAt))
            from SentRange r
            where r.sandbox = :sandbox and r.askedAt >= :from and r.askedAt < :until
            group by r.account, r.file, r.fileBytes, r.network
            order by max(r.askedAt) desc""")
    List<Sum> sums(SandboxId sandbox, Instant from, Instant until);

    record Sum(UserId account, String file, long fileBytes, String network, long requests, long bytes, Instant last) {}
}
