package dari.admin.panel;

import dari.admin.ApplicationOutcomes;
import dari.admin.ApplicationPartner;
import dari.admin.ApplicationStatus;
import dari.admin.ApplicationView;
import dari.admin.ForApplicants;
import dari.admin.ProgramNotFoundException;
import dari.admin.ProgramRuleBrokenException;
import dari.admin.ProgramSurroundings;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The hospitals and datasets an application goes to: the one it was begun with, and further ones its applicant adds. */
@Service
@Transactional
public class HospitalDatasets {

    private static final Set<ApplicationStatus> WRITING = Set.of(ApplicationStatus.DRAFT, ApplicationStatus.RETURNED);

    private final ApplicationDatasetRepository further;
    private final ApplicationOutcomes outcomes;
    private final ProgramSurroundings surroundings;
    private final Clock clock;

    HospitalDatasets(
            ApplicationDatasetRepository further,
            ApplicationOutcomes outcomes,
            ProgramSurroundings surroundings,
            Clock clock) {
        this.further = further;
        this.outcomes = outcomes;
        this.surroundings = surroundings;
        this.clock = clock;
    }

    /** Partners that could be added to an application that is still being written. */
    @ForApplicants
    @Transactional(readOnly = true)
    public List<ApplicationPartner> choices(UUID application) {
        ApplicationView view = outcomes.own(application);
        List<UUID> taken = of(view).stream().map(HospitalDataset::introduction).toList();
        return WRITING.contains(view.status())
                ? surroundings.partnersOf(view.startup()).stream()
                        .filter(partner -> !taken.contains(partner.introduction()))
                        .toList()
                : List.of();
    }

    @ForApplicants
    @Transactional(readOnly = true)
    public List<HospitalDataset> mine(UUID application) {
        return of(outcomes.own(application));
    }

    @ForApplicants
    public void add(UUID application, UUID introduction) {
        ApplicationPartner partner = choices(application).stream()
                .filter(choice -> choice.introduction().equals(introduction))
                .findFirst()
                .orElseThrow(() -> new ProgramNotFoundException("introduction"));
        further.save(new ApplicationDataset(surroundings.newId(), application, partner, clock.instant()));
        record("application.datasetAdded", application, partner.offer());
    }

    @ForApplicants
    public void remove(UUID application, UUID introduction) {
        if (!WRITING.contains(outcomes.own(application).status())) {
            throw new ProgramRuleBrokenException("admin.rule.application.state");
        }
        ApplicationDataset gone = further.findByApplicationOrderById(application).stream()
                .filter(dataset -> dataset.introduction().equals(introduction))
                .findFirst()
                .orElseThrow(() -> new ProgramNotFoundException("introduction"));
        further.delete(gone);
        record("application.datasetRemoved", application, gone.facts().dataset());
    }

    /** Further ones of several applications, read at once; by application. */
    Map<UUID, List<HospitalDataset>> further(Collection<UUID> applications) {
        return further.findByApplicationIn(applications).stream()
                .collect(Collectors.groupingBy(
                        ApplicationDataset::application,
                        Collectors.mapping(ApplicationDataset::facts, Collectors.toList())));
    }

    List<HospitalDataset> of(ApplicationView application) {
        return Stream.concat(
                        Stream.of(new HospitalDataset(
                                application.introduction(),
                                application.hospital(),
                                outcomes.dataset(application.id()),
                                application.offerTitle())),
                        further.findByApplicationOrderById(application.id()).stream()
                                .map(ApplicationDataset::facts))
                .toList();
    }

    private void record(String action, UUID application, UUID dataset) {
        surroundings.record(action, "application", application, Map.of("offer", dataset.toString()), null);
    }
}
