package dari.admin;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.repository.Repository;

interface ApplicationRepository extends Repository<Application, UUID> {

    Application save(Application application);

    Optional<Application> findById(UUID id);

    Optional<Application> findByIdAndStartup(UUID id, UUID startup);

    List<Application> findByStartupOrderByIdDesc(UUID startup);

    Page<Application> findByStartupOrderByIdDesc(UUID startup, Pageable page);

    List<Application> findByProgramCallOrderById(UUID call);

    Optional<Application> findByProgramCallAndIntroduction(UUID call, UUID introduction);

    List<Application> findByStatus(ApplicationStatus status);

    List<Application> findByIdIn(Collection<UUID> ids);

    List<Application> findByStartupInOrHospitalIn(Collection<UUID> startups, Collection<UUID> hospitals);

    boolean existsByProgramCallAndIntroduction(UUID call, UUID introduction);
}
