package dari.introductions;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface IntroductionMessageRepository extends Repository<IntroductionMessage, UUID> {

    IntroductionMessage save(IntroductionMessage message);

    List<IntroductionMessage> findByIntroductionOrderById(IntroductionId introduction);
}
