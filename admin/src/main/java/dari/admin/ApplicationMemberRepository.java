package dari.admin;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface ApplicationMemberRepository extends Repository<ApplicationMember, UUID> {

    ApplicationMember save(ApplicationMember member);

    List<ApplicationMember> findByApplicationOrderById(UUID application);

    Optional<ApplicationMember> findByApplicationAndOrganization(UUID application, UUID organization);

    List<ApplicationMember> findByOrganizationOrderByIdDesc(UUID organization);

    List<ApplicationMember> findByApplicationIn(Collection<UUID> applications);

    List<ApplicationMember> findByOrganizationIn(Collection<UUID> organizations);
}
