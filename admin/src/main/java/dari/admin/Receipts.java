package dari.admin;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Proves what was handed in, and when. */
@Service
@Transactional(readOnly = true)
public class Receipts {

    private final ApplicationSubmissionRepository submissions;
    private final Applications applications;
    private final ProgramSurroundings surroundings;

    Receipts(ApplicationSubmissionRepository submissions, Applications applications, ProgramSurroundings surroundings) {
        this.submissions = submissions;
        this.applications = applications;
        this.surroundings = surroundings;
    }

    /** Every submission of an application of the actor's startup, the newest first. */
    @ForApplicants
    public List<ReceiptView> ofMine(UUID application) {
        applications.own(application);
        return of(application);
    }

    @ForApplicants
    public ReceiptView ofMine(UUID application, int number) {
        return ofMine(application).stream()
                .filter(receipt -> receipt.number() == number)
                .findFirst()
                .orElseThrow(() -> new ProgramNotFoundException("submission"));
    }

    /** Exactly the text whose SHA-256 the receipt carries. */
    @ForApplicants
    public String snapshotOfMine(UUID application, int number) {
        applications.own(application);
        return submissions.findByApplicationOrderByNumberDesc(application).stream()
                .filter(submission -> submission.number() == number)
                .findFirst()
                .map(ApplicationSubmission::snapshot)
                .orElseThrow(() -> new ProgramNotFoundException("submission"));
    }

    /**
     * When the submission with this number was handed in. Whoever asks must already know its fingerprint: a number alone
     * tells nothing.
     */
    @ForEverybody
    public Optional<Instant> confirm(String receipt, String sha256) {
        return submissions
                .findByReceipt(receipt.strip().toUpperCase(Locale.ROOT))
                .filter(submission -> Sha256.hex(submission.snapshotHash())
                        .equals(sha256.strip().toLowerCase(Locale.ROOT)))
                .map(ApplicationSubmission::submittedAt);
    }

    List<ReceiptView> of(UUID application) {
        return submissions.findByApplicationOrderByNumberDesc(application).stream()
                .map(this::view)
                .toList();
    }

    private ReceiptView view(ApplicationSubmission s) {
        UUID by = s.submittedBy();
        return new ReceiptView(
                s.application(),
                s.number(),
                s.receipt(),
                Sha256.hex(s.snapshotHash()),
                s.callVersion(),
                s.submittedAt(),
                by == null ? "" : surroundings.personName(by));
    }
}
