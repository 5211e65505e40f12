package dari.admin.checks;

import dari.admin.AwardChecks;
import dari.admin.CalledByOthers;
import dari.admin.CheckedApplication;
import dari.admin.CheckedApplications;
import dari.admin.ForAdministrators;
import dari.admin.Parties;
import dari.admin.ProgramDocuments;
import dari.admin.ProgramNotFoundException;
import dari.admin.ProgramPapers;
import dari.admin.ProgramRuleBrokenException;
import dari.admin.ProgramSurroundings;
import dari.admin.eligibility.FirmSize;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks at documents and lists anew each time it is asked; what was found is decided by a person, with a reason. */
@Service
@Transactional
public class Checks implements AwardChecks {

    private final CheckedApplications applications;
    private final CheckDecisionRepository decisions;
    private final SizeChecks sizes;
    private final TaxChecks taxes;
    private final DuplicateChecks duplicates;
    private final DebarmentChecks debarments;
    private final ProgramPapers papers;
    private final ProgramDocuments documents;
    private final Parties parties;
    private final CheckWords words;
    private final ProgramSurroundings surroundings;
    private final Clock clock;

    Checks(
            CheckedApplications applications,
            CheckDecisionRepository decisions,
            SizeChecks sizes,
            TaxChecks taxes,
            DuplicateChecks duplicates,
            DebarmentChecks debarments,
            ProgramPapers papers,
            ProgramDocuments documents,
            Parties parties,
            CheckWords words,
            ProgramSurroundings surroundings,
            Clock clock) {
        this.applications = applications;
        this.decisions = decisions;
        this.sizes = sizes;
        this.taxes = taxes;
        this.duplicates = duplicates;
        this.debarments = debarments;
        this.papers = papers;
        this.documents = documents;
        this.parties = parties;
        this.words = words;
        this.surroundings = surroundings;
        this.clock = clock;
    }

    /** What is found today of an application that was handed in. */
    @ForAdministrators
    @Transactional(readOnly = true)
    public ChecksView show(UUID id, Locale locale) {
        applications.requireHandedIn(id);
        CheckedApplication application = applications.find(id);
        Map<UUID, String> names = names(application);
        List<CheckDecision> decided = decisions.findByApplicationOrderByIdDesc(id);
        List<Found> all = found(application);
        return new ChecksView(
                id,
                name(names, application.lead()),
                name(names, application.hospital()),
                all.stream()
                        .map(one -> view(one, name(names, one.organization()), all, decided, locale))
                        .sorted(Comparator.comparing(CheckView::open)
                                .reversed()
                                .thenComparing(
                                        Comparator.comparing(CheckView::upheld).reversed()))
                        .toList());
    }

    /** The applications of a call with what is open about each, a page of them. */
    @ForAdministrators
    @Transactional(readOnly = true)
    public Page<Row> ofCall(UUID call, int page, int size) {
        List<UUID> all = applications.toCheck(call);
        int from = (int) Math.min(all.size(), (long) page * size);
        List<Row> rows = all.subList(from, Math.min(all.size(), from + size)).stream()
                .map(this::row)
                .toList();
        return new PageImpl<>(rows, PageRequest.of(page, size), all.size());
    }

    /**
     * @param applicant its name, in the reader's language
     * @param hospital likewise
     */
    public record Row(UUID application, String applicant, String hospital, Count count) {}

    private Row row(UUID id) {
        CheckedApplication application = applications.find(id);
        Map<UUID, String> names = names(application);
        return new Row(
                id,
                name(names, application.lead()),
                name(names, application.hospital()),
                count(found(application), decisions.findByApplicationOrderByIdDesc(id)));
    }

    /** Of everybody who takes part, as the reader calls them: what is found and kept has them in Korean. */
    private Map<UUID, String> names(CheckedApplication application) {
        return surroundings.organizationNames(application.parties().stream()
                .map(CheckedApplication.Party::organization)
                .toList());
    }

    private static String name(Map<UUID, String> names, UUID organization) {
        return names.getOrDefault(organization, "");
    }

    /**
     * Decides about something that was found.
     *
     * @param print what was read: its fingerprint
     * @param size how large the firm is, where that is decided
     * @throws ProgramRuleBrokenException when something else is found by now, or the decider belongs to a side
     */
    @ForAdministrators
    public void decide(UUID id, String print, CheckVerdict verdict, @Nullable FirmSize size, String reason) {
        applications.requireHandedIn(id);
        if (parties.isBound(surroundings.actor().user(), id)) {
            throw new ProgramRuleBrokenException("admin.rule.decision.conflict");
        }
        Found found = found(applications.find(id)).stream()
                .filter(one -> one.print().equals(print))
                .findFirst()
                .orElseThrow(() -> new ProgramRuleBrokenException("checks.refused.changed"));
        boolean confirms = found.kind() == CheckKind.SIZE && verdict == CheckVerdict.ACCEPTED;
        if (confirms && size == null) {
            throw new ProgramRuleBrokenException("checks.refused.size");
        }
        FirmSize confirmed = confirms ? size : null;
        decisions.save(new CheckDecision(
                surroundings.newId(),
                id,
                found,
                verdict,
                confirmed,
                reason,
                surroundings.actor().user(),
                clock.instant()));
        if (found.kind() == CheckKind.SIZE) {
            applications.confirmSize(id, found.organization(), confirmed);
        }
        Map<String, String> facts = new LinkedHashMap<>(Map.of(
                "check", found.kind().name(),
                "state", found.state().name(),
                "organization", found.organization().toString(),
                "evidence", found.print()));
        if (confirmed != null) {
            facts.put("size", confirmed.name());
        }
        surroundings.record(
                verdict == CheckVerdict.ACCEPTED ? "application.checkAccepted" : "application.checkUpheld",
                "application",
                id,
                facts,
                reason);
    }

    /** The document a check rests on; only while it does. */
    @ForAdministrators
    public ResponseEntity<byte[]> download(UUID id, String print) {
        applications.requireHandedIn(id);
        ProgramPapers.Paper paper = found(applications.find(id)).stream()
                .filter(one -> one.print().equals(print))
                .map(Found::paper)
                .filter(Objects::nonNull)
                .filter(ProgramPapers.Paper::readable)
                .findFirst()
                .orElseThrow(() -> new ProgramNotFoundException("file"));
        surroundings.record(
                "application.fileRead",
                "application",
                id,
                Map.of("question", paper.kind().name()),
                null);
        return documents.download(paper.file());
    }

    @Override
    @CalledByOthers
    @Transactional(readOnly = true)
    public List<Paper> papers(UUID application) {
        CheckedApplication of = applications.find(application);
        Map<UUID, String> names = names(of);
        return found(of).stream()
                .filter(one -> one.kind() == CheckKind.SIZE
                        || one.kind() == CheckKind.NATIONAL_TAX
                        || one.kind() == CheckKind.LOCAL_TAX)
                .map(one -> new Paper(
                        one.kind().name(),
                        name(names, one.organization()),
                        one.state().name()))
                .toList();
    }

    @Override
    @CalledByOthers
    @Transactional(readOnly = true)
    public Count count(UUID application) {
        return count(found(applications.find(application)), decisions.findByApplicationOrderByIdDesc(application));
    }

    @Override
    @ForAdministrators
    @Transactional(readOnly = true)
    public Count shown(UUID application) {
        return count(application);
    }

    @Override
    @CalledByOthers
    public List<?> atHandIn(UUID application) {
        List<Found> all = found(applications.find(application));
        recordLook(application, "HAND_IN", count(all, decisions.findByApplicationOrderByIdDesc(application)));
        return all;
    }

    @Override
    @CalledByOthers
    public void require(UUID application) {
        Count count = count(application);
        if (count.stops()) {
            CheckedApplication refused = applications.find(application);
            throw new ProgramRuleBrokenException("checks.refused.open", name(names(refused), refused.lead()));
        }
        recordLook(application, "AWARD", count);
    }

    /** Whether a decision rests on any of these files: the wallet then keeps them. */
    @CalledByOthers
    @Transactional(readOnly = true)
    public boolean restOnAnyOf(Collection<UUID> files) {
        return !files.isEmpty() && decisions.existsByFileIn(files);
    }

    private void recordLook(UUID application, String when, Count count) {
        if (count.all() > 0) {
            surroundings.record(
                    "application.checked",
                    "application",
                    application,
                    Map.of(
                            "when",
                            when,
                            "checks",
                            Integer.toString(count.all()),
                            "open",
                            Integer.toString(count.open()),
                            "upheld",
                            Integer.toString(count.upheld())),
                    null);
        }
    }

    private List<Found> found(CheckedApplication application) {
        WalletPapers read = WalletPapers.read(application, papers);
        List<Found> all = new ArrayList<>(debarments.of(application));
        all.addAll(duplicates.of(application));
        all.addAll(sizes.of(application, read));
        all.addAll(taxes.of(application, read));
        return all;
    }

    private static Count count(List<Found> all, List<CheckDecision> decided) {
        int open = 0;
        int upheld = 0;
        for (Found one : all) {
            Optional<CheckDecision> last = last(one, decided);
            if (last.isPresent()) {
                upheld += last.get().verdict() == CheckVerdict.UPHELD ? 1 : 0;
            } else {
                open += one.state().asksForDecision() ? 1 : 0;
            }
        }
        return new Count(all.size(), open, upheld);
    }

    private static Optional<CheckDecision> last(Found found, List<CheckDecision> decided) {
        return decided.stream()
                .filter(decision -> decision.found().equals(found.print()))
                .findFirst();
    }

    private CheckView view(Found one, String name, List<Found> all, List<CheckDecision> decided, Locale locale) {
        return new CheckView(
                one.kind(),
                one.organization(),
                name,
                one.state(),
                one.print(),
                words.sentences(one.evidence(), locale),
                one.paper(),
                one.size(),
                last(one, decided).map(decision -> view(decision, locale)).orElse(null),
                decided.stream()
                        .filter(decision -> decision.kind() == one.kind()
                                && decision.organization().equals(one.organization())
                                && all.stream().noneMatch(other -> other.print().equals(decision.found())))
                        .map(decision -> view(decision, locale))
                        .toList());
    }

    private CheckView.Decided view(CheckDecision decision, Locale locale) {
        return new CheckView.Decided(
                decision.verdict(),
                decision.size(),
                decision.reason(),
                words.sentences(decision.evidence(), locale),
                surroundings.personName(decision.decidedBy()),
                decision.decidedAt());
    }
}
