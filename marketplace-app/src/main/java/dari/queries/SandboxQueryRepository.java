package dari.queries;

import dari.kernel.UserId;
import dari.provisioner.query.QueryAnswer;
import dari.sandboxes.SandboxId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface SandboxQueryRepository extends Repository<SandboxQuery, UUID> {

    SandboxQuery save(SandboxQuery query);

    Optional<SandboxQuery> findByIdAndSandbox(UUID id, SandboxId sandbox);

    List<SandboxQuery> findTop20BySandboxAndPersonOrderByIdDesc(SandboxId sandbox, UserId person);

    List<SandboxQuery> findBySandboxAndTitleNotNullOrderByTitle(SandboxId sandbox);

    List<SandboxQuery> findBySandboxAndAskedAtGreaterThanEqualAndAskedAtLessThanOrderById(
            SandboxId sandbox, Instant from, Instant until);

    /** How many rows programs got of a sandbox since then. */
    @Query("""
            select coalesce(sum(q.rowCount), 0) from SandboxQuery q
            where q.sandbox = :sandbox and q.askedAt >= :since and q.taken = true and q.token is not null""")
    long rowsTakenByPrograms(SandboxId sandbox, Instant since);

    boolean existsBySandboxAndRefusalAndAskedAtGreaterThanEqual(
            SandboxId sandbox, QueryAnswer.Refusal refusal, Instant from);

    Page<SandboxQuery> findBySandboxOrderByIdDesc(SandboxId sandbox, Pageable page);
}
