package dari.introductions;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface MessageAttachmentRepository extends Repository<MessageAttachment, UUID> {

    MessageAttachment save(MessageAttachment attachment);

    List<MessageAttachment> findByIntroductionOrderById(IntroductionId introduction);

    boolean existsByIntroductionAndFile(IntroductionId introduction, UUID file);

    boolean existsByFileIn(Collection<UUID> files);
}
