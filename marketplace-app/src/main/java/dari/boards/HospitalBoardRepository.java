package dari.boards;

import dari.kernel.OrganizationId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface HospitalBoardRepository extends Repository<HospitalBoard, UUID> {

    HospitalBoard save(HospitalBoard board);

    void delete(HospitalBoard board);

    Optional<HospitalBoard> findByIdAndHospital(UUID id, OrganizationId hospital);

    List<HospitalBoard> findByHospitalOrderByPlaceAscIdAsc(OrganizationId hospital);

    long countByHospital(OrganizationId hospital);
}
