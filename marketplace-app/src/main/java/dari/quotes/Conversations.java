package dari.quotes;

import dari.admin.panel.HospitalOutcomes;
import dari.introductions.IntroductionId;
import dari.kernel.BackgroundWork;
import dari.kernel.NotFoundException;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Knows in which conversation a hospital and a startup agreed on what a project is about. */
@Service
@Transactional(readOnly = true)
public class Conversations {

    private final HospitalOutcomes hospitals;

    Conversations(HospitalOutcomes hospitals) {
        this.hospitals = hospitals;
    }

    /** @param dataset the offer of one of the application's hospitals */
    @BackgroundWork
    public IntroductionId conversation(UUID application, UUID dataset) {
        return hospitals.datasets(application).stream()
                .filter(part -> part.dataset().equals(dataset))
                .map(part -> new IntroductionId(part.introduction()))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("introduction"));
    }
}
