package dari.admin.checks;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface FirmFiguresRepository extends Repository<FirmFigures, UUID> {

    FirmFigures save(FirmFigures figures);

    Optional<FirmFigures> findFirstByOrganizationOrderByYearEndDesc(UUID organization);

    List<FirmFigures> findByOrganizationOrderByYearEndDesc(UUID organization);

    Optional<FirmFigures> findByOrganizationAndYearEnd(UUID organization, LocalDate yearEnd);
}
