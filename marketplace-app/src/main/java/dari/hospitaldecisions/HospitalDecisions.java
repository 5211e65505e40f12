package dari.hospitaldecisions;

import dari.accounts.Accounts;
import dari.admin.ApplicationBeforePanel;
import dari.admin.ApplicationDecided;
import dari.admin.ApplicationOutcomes;
import dari.admin.ApplicationView;
import dari.admin.panel.HospitalDataset;
import dari.admin.panel.HospitalDecided;
import dari.admin.panel.HospitalOutcome;
import dari.admin.panel.HospitalOutcomes;
import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.introductions.Introductions;
import dari.kernel.Actor;
import dari.kernel.BackgroundWork;
import dari.kernel.CurrentActor;
import dari.kernel.HospitalOffice;
import dari.kernel.Ids;
import dari.kernel.NotFoundException;
import dari.kernel.OrganizationId;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.kernel.SecondStep;
import dari.kernel.UserId;
import dari.notifications.Notice;
import dari.offers.OfferId;
import dari.offers.OfferStatus;
import dari.offers.OfferView;
import dari.offers.Offers;
import dari.organizations.Organizations;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks hospitals about their own datasets and keeps what they say; the program's desk hears of it by an event. */
@Service
@Transactional
public class HospitalDecisions {

    private static final String SUBJECT = "application";

    private static final int PAGE = 50;

    private static final Set<HospitalOutcome> ANSWERS =
            Set.of(HospitalOutcome.APPROVED, HospitalOutcome.DENIED, HospitalOutcome.ABSTAINED);

    private final HospitalDecisionRepository decisions;
    private final HospitalRuleRepository rules;
    private final HospitalOutcomes outcomes;
    private final ApplicationOutcomes applications;
    private final Introductions introductions;
    private final Offers offers;
    private final Organizations organizations;
    private final Accounts accounts;
    private final History history;
    private final ApplicationEventPublisher events;
    private final CurrentActor currentActor;
    private final Ids ids;
    private final Clock clock;
    private final ZoneId seoul;

    HospitalDecisions(
            HospitalDecisionRepository decisions,
            HospitalRuleRepository rules,
            HospitalOutcomes outcomes,
            ApplicationOutcomes applications,
            Introductions introductions,
            Offers offers,
            Organizations organizations,
            Accounts accounts,
            History history,
            ApplicationEventPublisher events,
            CurrentActor currentActor,
            Ids ids,
            Clock clock,
            ZoneId seoul) {
        this.decisions = decisions;
        this.rules = rules;
        this.outcomes = outcomes;
        this.applications = applications;
        this.introductions = introductions;
        this.offers = offers;
        this.organizations = organizations;
        this.accounts = accounts;
        this.history = history;
        this.events = events;
        this.currentActor = currentActor;
        this.ids = ids;
        this.clock = clock;
        this.seoul = seoul;
    }

    /** Asks every hospital of the application, once for each of its datasets; a rule that is on answers at once. */
    @ApplicationModuleListener
    void on(ApplicationBeforePanel event) {
        ApplicationView application = applications.row(event.application()).application();
        for (HospitalDataset dataset : outcomes.datasets(event.application())) {
            if (decisions.existsByApplicationAndOffer(event.application(), dataset.dataset())) {
                continue;
            }
            HospitalDecision decision =
                    decisions.save(new HospitalDecision(ids.next(), event.application(), dataset, clock.instant()));
            if (!answeredByRule(decision, dataset, application)) {
                history.recordBySystem("hospital-decisions", entry("hospital.asked", decision));
                ask(decision, application);
            }
        }
    }

    /** Where the program said no, nobody has to answer any more, until an appeal changes it. */
    @ApplicationModuleListener
    void on(ApplicationDecided event) {
        List<HospitalDecision> asked = decisions.findByApplication(event.application());
        if (event.approved()) {
            asked.stream()
                    .filter(decision -> decision.outcome() == HospitalOutcome.CANCELLED)
                    .forEach(this::askAgain);
        } else {
            asked.stream()
                    .filter(decision -> decision.outcome() == HospitalOutcome.PENDING)
                    .forEach(decision -> {
                        decision.cancel(clock.instant());
                        history.recordBySystem("hospital-decisions", entry("hospital.cancelled", decision));
                        tellDesk(decision);
                    });
        }
    }

    private void askAgain(HospitalDecision decision) {
        decision.askAgain();
        history.recordBySystem("hospital-decisions", entry("hospital.askedAgain", decision));
        ask(decision, applications.row(decision.application()).application());
    }

    private void ask(HospitalDecision decision, ApplicationView application) {
        organizations.tell(
                new OrganizationId(decision.hospital()),
                Set.of(Role.HOSPITAL_OFFICE),
                Notice.of(
                        "hospitaldecisions.notice.asked",
                        "/hospital/decisions/" + decision.id(),
                        Notice.organization(application.startup()),
                        offers.find(List.of(new OfferId(decision.offer()))).stream()
                                .map(offer -> offer.content().inNotices())
                                .findFirst()
                                .orElseGet(() -> Notice.title(
                                        decision.offerTitle().ko(),
                                        decision.offerTitle().en()))));
    }

    @HospitalOffice
    @Transactional(readOnly = true)
    public Page<DecisionLine> mine(int page) {
        Page<HospitalDecision> found =
                decisions.findByHospitalOrderByIdDesc(hospital(), PageRequest.of(Math.max(0, page), PAGE));
        return new PageImpl<>(lines(found.getContent(), false), found.getPageable(), found.getTotalElements());
    }

    @HospitalOffice
    @Transactional(readOnly = true)
    public DecisionLine show(UUID id) {
        return lines(List.of(own(id)), true).get(0);
    }

    /** Datasets of an application that their hospitals do not give: they said no, or left it to others. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public Set<UUID> refused(UUID application) {
        return decisions.findByApplication(application).stream()
                .filter(decision ->
                        decision.outcome() == HospitalOutcome.DENIED || decision.outcome() == HospitalOutcome.ABSTAINED)
                .map(HospitalDecision::offer)
                .collect(Collectors.toSet());
    }

    @BackgroundWork
    @Transactional(readOnly = true)
    public List<DecisionLine> waitingFor(OrganizationId hospital, int most) {
        return lines(
                decisions.findByHospitalAndOutcomeOrderById(hospital.value(), HospitalOutcome.PENDING, Limit.of(most)),
                false);
    }

    /** @throws RuleBrokenException when it was answered, or is over */
    @HospitalOffice
    @SecondStep
    public void decide(UUID id, HospitalOutcome outcome, String reason) {
        if (!ANSWERS.contains(outcome)) {
            throw new IllegalArgumentException("no answer: " + outcome);
        }
        HospitalDecision decision = own(id);
        decision.decide(outcome, reason, currentActor.get().user().value(), clock.instant());
        history.record(entry("hospital.decided", decision).because(reason));
        tellDesk(decision);
    }

    @HospitalOffice
    @Transactional(readOnly = true)
    public List<RuleLine> rules() {
        Locale locale = LocaleContextHolder.getLocale();
        return rules.findByHospitalAndOffAtIsNullOrderById(hospital()).stream()
                .map(rule -> new RuleLine(
                        rule.id(),
                        offers.find(List.of(new OfferId(rule.offer()))).stream()
                                .map(offer -> offer.content().title(locale))
                                .findFirst()
                                .orElse(""),
                        name(rule.owner()),
                        LocalDate.ofInstant(rule.madeAt(), seoul)))
                .toList();
    }

    /** Datasets for which no rule is on. */
    @HospitalOffice
    @Transactional(readOnly = true)
    public List<OfferView> ruleless() {
        Set<UUID> ruled = rules.findByHospitalAndOffAtIsNullOrderById(hospital()).stream()
                .map(HospitalRule::offer)
                .collect(Collectors.toSet());
        return offers.mine().stream()
                .filter(offer -> offer.status() != OfferStatus.WITHDRAWN)
                .filter(offer -> !ruled.contains(offer.id().value()))
                .toList();
    }

    /** The actor answers for every application that the permission gate permits: by name, until it is switched off. */
    @HospitalOffice
    @SecondStep
    public void addRule(UUID offer) {
        if (ruleless().stream().noneMatch(mine -> mine.id().value().equals(offer))) {
            throw new NotFoundException("offer");
        }
        UUID id = ids.next();
        rules.save(new HospitalRule(
                id, hospital(), offer, currentActor.get().user().value(), clock.instant()));
        history.record(HistoryEntry.of("hospital.ruleOn", "offer", offer).with("rule", id));
    }

    @HospitalOffice
    public void switchOff(UUID id) {
        HospitalRule rule = rules.findByIdAndHospital(id, hospital()).orElseThrow(() -> new NotFoundException("rule"));
        rule.switchOff(clock.instant());
        history.record(
                HistoryEntry.of("hospital.ruleOff", "offer", rule.offer()).with("rule", id));
    }

    /** Only in the name of somebody who still speaks for the hospital, and only where nothing was left to ask. */
    private boolean answeredByRule(HospitalDecision decision, HospitalDataset dataset, ApplicationView application) {
        HospitalRule rule = rules.findByHospitalAndOfferAndOffAtIsNull(dataset.hospital(), dataset.dataset())
                .orElse(null);
        if (rule == null
                || !speaksFor(rule.owner(), dataset.hospital())
                || !isPermitted(dataset.introduction(), application)) {
            return false;
        }
        decision.decideByRule(rule.id(), rule.owner(), clock.instant());
        history.recordBySystem(
                "hospital-decisions",
                entry("hospital.decidedByRule", decision)
                        .with("rule", rule.id())
                        .with("owner", rule.owner()));
        tellDesk(decision);
        return true;
    }

    private boolean speaksFor(UUID person, UUID hospital) {
        return organizations.members(new OrganizationId(hospital)).stream()
                .anyMatch(member ->
                        member.user().value().equals(person) && member.roles().contains(Role.HOSPITAL_OFFICE));
    }

    private boolean isPermitted(UUID introduction, ApplicationView application) {
        return introductions.mutualOf(new OrganizationId(application.startup())).stream()
                .anyMatch(mutual -> mutual.id().value().equals(introduction)
                        && mutual.verdict().equals("PERMIT"));
    }

    private void tellDesk(HospitalDecision decision) {
        events.publishEvent(
                new HospitalDecided(decision.application(), decision.hospital(), decision.offer(), decision.outcome()));
    }

    private static HistoryEntry entry(String action, HospitalDecision decision) {
        return HistoryEntry.of(action, SUBJECT, decision.application())
                .with("hospital", decision.hospital())
                .with("offer", decision.offer())
                .with("outcome", decision.outcome());
    }

    /** Several, in their order: what they are about is read at once. */
    private List<DecisionLine> lines(List<HospitalDecision> several, boolean whole) {
        Map<UUID, ApplicationView> views = applications.views(
                several.stream().map(HospitalDecision::application).toList());
        Map<UserId, String> names = accounts.names(several.stream()
                .map(HospitalDecision::decidedBy)
                .filter(Objects::nonNull)
                .distinct()
                .map(UserId::new)
                .toList());
        return several.stream()
                .map(decision ->
                        line(decision, Objects.requireNonNull(views.get(decision.application())), names, whole))
                .toList();
    }

    private DecisionLine line(
            HospitalDecision decision, ApplicationView application, Map<UserId, String> names, boolean whole) {
        UUID by = decision.decidedBy();
        return new DecisionLine(
                decision.id(),
                application.startupName(),
                decision.offerTitle().in(LocaleContextHolder.getLocale()),
                application.call().content().titleKo(),
                application.call().content().titleEn(),
                decision.outcome(),
                decision.reason(),
                by == null ? "" : names.getOrDefault(new UserId(by), ""),
                decision.isByRule(),
                LocalDate.ofInstant(decision.askedAt(), seoul),
                whole ? application.text() : null);
    }

    private String name(UUID person) {
        UserId id = new UserId(person);
        return accounts.names(List.of(id)).getOrDefault(id, "");
    }

    private HospitalDecision own(UUID id) {
        return decisions
                .findByIdAndHospital(id, hospital())
                .orElseThrow(() -> new NotFoundException("hospital decision"));
    }

    private UUID hospital() {
        Actor actor = currentActor.get();
        return actor.organization().value();
    }
}
