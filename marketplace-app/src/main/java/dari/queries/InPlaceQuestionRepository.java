package dari.queries;

import dari.kernel.OrganizationId;
import dari.kernel.UserId;
import dari.provisioner.query.QueryAnswer.Refusal;
import dari.sandboxes.SandboxId;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface InPlaceQuestionRepository extends Repository<InPlaceQuestion, UUID> {

    InPlaceQuestion save(InPlaceQuestion question);

    Optional<InPlaceQuestion> findById(UUID id);

    /** For this transaction alone: an answer never arrives while the question is ended for another reason. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select q from InPlaceQuestion q where q.id = :id")
    Optional<InPlaceQuestion> lock(UUID id);

    /** All of a sandbox, in the same way. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select q from InPlaceQuestion q where q.sandbox = :sandbox order by q.id")
    List<InPlaceQuestion> lockOf(SandboxId sandbox);

    /** Without what they answered, which may be large. */
    List<Asked> findBySandboxAndPersonAndManifestAndTakenAndTextOrderByIdDesc(
            SandboxId sandbox, UserId person, String manifest, boolean taken, String text);

    /** A question that is there already. */
    interface Asked {

        UUID getId();

        @Nullable
        UUID getToken();

        @Nullable
        Refusal getRefusal();

        boolean isFetched();

        /** Waiting or answered, or its asker does not know yet that it was not; after that it is asked anew. */
        default boolean isOfUse() {
            return getRefusal() == null || !isFetched();
        }
    }

    long countBySandboxAndPersonAndEndedAtIsNull(SandboxId sandbox, UserId person);

    List<InPlaceQuestion> findBySandboxAndEndedAtIsNullOrderById(SandboxId sandbox);

    List<InPlaceQuestion> findByHospitalAndEndedAtIsNullOrderById(OrganizationId hospital);

    @Query("select q.id from InPlaceQuestion q where q.endedAt is null and q.askedAt < :before order by q.id")
    List<UUID> findUnanswered(Instant before);

    @Modifying
    @Query("delete from InPlaceQuestion q where q.endedAt < :before")
    int deleteEndedBefore(Instant before);

    @Modifying
    @Query("delete from InPlaceQuestion q where q.sandbox = :sandbox")
    int deleteOf(SandboxId sandbox);
}
