package dari.handovers;

import dari.introductions.IntroductionId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface KeeperRepository extends Repository<Keeper, UUID> {

    Keeper save(Keeper keeper);

    Optional<Keeper> findByIntroduction(IntroductionId introduction);
}
