package dari.privacyledger;

import dari.kernel.Anyone;
import dari.kernel.CurrentActor;
import dari.kernel.HospitalMember;
import dari.kernel.OrganizationId;
import dari.organizations.OrganizationFacts;
import dari.organizations.Organizations;
import dari.provisioner.privacy.Ledger;
import dari.provisioner.privacy.LedgerEntry;
import dari.provisioner.privacy.LedgerHead;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What hospitals spent of the privacy of each dataset, by the lines that their ledgers handed over. */
@Service
@Transactional(readOnly = true)
public class PrivacyLedgers {

    private final PrivacyLedgerRepository ledgers;
    private final PrivacyLedgerLineRepository lines;
    private final Organizations organizations;
    private final CurrentActor currentActor;

    PrivacyLedgers(
            PrivacyLedgerRepository ledgers,
            PrivacyLedgerLineRepository lines,
            Organizations organizations,
            CurrentActor currentActor) {
        this.ledgers = ledgers;
        this.lines = lines;
        this.organizations = organizations;
        this.currentActor = currentActor;
    }

    /** Every budget of the reader's hospital. */
    @HospitalMember
    public LedgerView mine() {
        UUID hospital = currentActor.get().organization().value();
        return ledgers.findById(hospital)
                .map(ledger -> {
                    LedgerHead head = ledger.head();
                    return new LedgerView(
                            head == null ? 0 : head.sequence(),
                            head == null ? null : head.hash(),
                            ledger.headAt(),
                            ledger.refusedAt(),
                            Ledger.accountsOf(entries(hospital)).stream()
                                    .map(LedgerAccountView::of)
                                    .toList());
                })
                .orElseGet(() -> new LedgerView(0, null, null, null, List.of()));
    }

    /** Lines of the reader's hospital, the newest first. */
    @HospitalMember
    public Page<LedgerLineView> lines(int page, int size) {
        return lines.findByHospitalOrderBySequenceNoDesc(
                        currentActor.get().organization().value(), PageRequest.of(page, size))
                .map(line -> LedgerLineView.of(line.entry()));
    }

    /** The sums of one hospital. */
    @Anyone
    public List<PublicPrivacy> published(OrganizationId hospital) {
        return ledgers.findById(hospital.value()).stream()
                .flatMap(this::published)
                .toList();
    }

    /** The sums of all hospitals. */
    @Anyone
    public List<PublicPrivacy> published() {
        return ledgers.findByLastSequenceGreaterThan(0).stream()
                .flatMap(this::published)
                .toList();
    }

    private Stream<PublicPrivacy> published(PrivacyLedger ledger) {
        OrganizationFacts hospital = organizations.facts(new OrganizationId(ledger.hospital()));
        return Ledger.accountsOf(entries(ledger.hospital())).stream()
                .map(account -> new PublicPrivacy(
                        hospital.name(),
                        hospital.name(Locale.ENGLISH),
                        account.dataset(),
                        account.population(),
                        LedgerAccountView.plain(account.epsilon()),
                        LedgerAccountView.plain(account.delta()),
                        LedgerAccountView.up(account.epsilonSpent()),
                        LedgerAccountView.left(account),
                        ledger.headAt()));
    }

    private List<LedgerEntry> entries(UUID hospital) {
        return lines.findByHospitalOrderBySequenceNo(hospital).stream()
                .map(PrivacyLedgerLine::entry)
                .toList();
    }
}
