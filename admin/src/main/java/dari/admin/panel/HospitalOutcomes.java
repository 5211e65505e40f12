package dari.admin.panel;

import dari.admin.ApplicationOutcomes;
import dari.admin.ApplicationView;
import dari.admin.CalledByOthers;
import dari.admin.DecisionOutcome;
import dari.admin.ForAdministrators;
import dari.admin.ForApplicants;
import dari.admin.ProgramRuleBrokenException;
import dari.admin.ProgramSurroundings;
import dari.admin.ScoredApplication;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the hospitals themselves said: heard, kept, and rolled up for panel, office and applicant. */
@Service
@Transactional
public class HospitalOutcomes {

    /** With one of these an application still has its hospital. */
    private static final Set<HospitalOutcome> OPEN = Set.of(HospitalOutcome.PENDING, HospitalOutcome.APPROVED);

    private final HeardOutcomeRepository heard;
    private final HospitalDatasets datasets;
    private final ApplicationOutcomes outcomes;
    private final ProgramSurroundings surroundings;
    private final Clock clock;

    HospitalOutcomes(
            HeardOutcomeRepository heard,
            HospitalDatasets datasets,
            ApplicationOutcomes outcomes,
            ProgramSurroundings surroundings,
            Clock clock) {
        this.heard = heard;
        this.datasets = datasets;
        this.outcomes = outcomes;
        this.surroundings = surroundings;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(HospitalDecided event) {
        ApplicationView application = outcomes.row(event.application()).application();
        heard.findByApplication(event.application()).stream()
                .filter(known -> known.isAbout(event.hospital(), event.dataset()))
                .findFirst()
                .ifPresentOrElse(
                        known -> known.hear(event.outcome(), clock.instant()),
                        () -> datasets.of(application).stream()
                                .filter(dataset -> dataset.hospital().equals(event.hospital())
                                        && dataset.dataset().equals(event.dataset()))
                                .findFirst()
                                .ifPresent(dataset -> heard.save(new HeardOutcome(
                                        surroundings.newId(),
                                        event.application(),
                                        dataset,
                                        event.outcome(),
                                        clock.instant()))));
    }

    /** The hospitals and datasets an application goes to, for the hospitals' own desks. */
    @CalledByOthers
    @Transactional(readOnly = true)
    public List<HospitalDataset> datasets(UUID application) {
        return datasets.of(outcomes.row(application).application());
    }

    @ForAdministrators
    @Transactional(readOnly = true)
    public HospitalsView show(UUID application) {
        return of(outcomes.row(application).application());
    }

    @ForApplicants
    @Transactional(readOnly = true)
    public HospitalsView mine(UUID application) {
        return of(outcomes.own(application));
    }

    /** @throws ProgramRuleBrokenException when an approval would have no hospital left to give data */
    void requireWilling(DecisionOutcome outcome, UUID application) {
        if (outcome.isApproval() && rollUp(application).isClosed()) {
            throw new ProgramRuleBrokenException("panel.refused.hospitals");
        }
    }

    /** Those of a call's applications that no hospital is left for. */
    Set<UUID> closed(UUID call, List<ScoredApplication> several) {
        // whose own partner gives data, or has not spoken yet, still has a hospital
        Set<UUID> refused = heard.findOthersThan(call, OPEN);
        if (refused.isEmpty()) {
            return Set.of();
        }
        Map<UUID, List<HeardOutcome>> said =
                heard.findByApplicationIn(refused).stream().collect(Collectors.groupingBy(HeardOutcome::application));
        Map<UUID, List<HospitalDataset>> further = datasets.further(refused);
        return several.stream()
                .filter(application -> refused.contains(application.id()))
                .filter(application -> rollUp(
                                application,
                                further.getOrDefault(application.id(), List.of()),
                                said.getOrDefault(application.id(), List.of()))
                        .isClosed())
                .map(ScoredApplication::id)
                .collect(Collectors.toSet());
    }

    private static RollUp rollUp(
            ScoredApplication application, List<HospitalDataset> further, List<HeardOutcome> said) {
        List<HospitalOutcome> outcomes = new ArrayList<>();
        outcomes.add(outcome(said, application.hospital(), application.dataset()));
        further.forEach(dataset -> outcomes.add(outcome(said, dataset.hospital(), dataset.dataset())));
        return RollUp.of(outcomes);
    }

    private static HospitalOutcome outcome(List<HeardOutcome> said, UUID hospital, UUID dataset) {
        return said.stream()
                .filter(one -> one.isAbout(hospital, dataset))
                .map(HeardOutcome::outcome)
                .findFirst()
                .orElse(HospitalOutcome.PENDING);
    }

    RollUp rollUp(UUID application) {
        return of(outcomes.row(application).application()).rollUp();
    }

    HospitalsView of(ApplicationView application) {
        List<HeardOutcome> known = heard.findByApplication(application.id());
        Locale locale = LocaleContextHolder.getLocale();
        List<HospitalsView.Line> lines = datasets.of(application).stream()
                .map(dataset -> new HospitalsView.Line(
                        dataset.hospital(),
                        surroundings.organizationName(dataset.hospital(), locale),
                        dataset.title().in(locale),
                        outcome(known, dataset.hospital(), dataset.dataset())))
                .toList();
        return new HospitalsView(
                RollUp.of(lines.stream().map(HospitalsView.Line::outcome).toList()), lines);
    }
}
