package dari.renewals;

import dari.kernel.OrganizationId;
import dari.sandboxes.SandboxId;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

interface RenewalRepository extends Repository<Renewal, UUID> {

    Renewal save(Renewal renewal);

    /** For this transaction alone until it ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Renewal> findFirstBySandboxAndState(SandboxId sandbox, RenewalState state);

    List<Renewal> findBySandboxOrderByIdDesc(SandboxId sandbox);

    List<Renewal> findByStartupAndStateOrderByEndsOn(OrganizationId startup, RenewalState state, Limit limit);

    List<Renewal> findByHospitalAndStateOrderByEndsOn(OrganizationId hospital, RenewalState state, Limit limit);
}
