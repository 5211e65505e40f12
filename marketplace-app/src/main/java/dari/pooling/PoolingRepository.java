package dari.pooling;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface PoolingRepository extends Repository<Pooling, UUID> {

    Pooling save(Pooling pooling);

    Optional<Pooling> findFirstByApplicationAndEndedAtIsNullOrderByIdDesc(UUID application);
}
