package dari.feasibility;

import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.feasibility.FeasibilityQuestion.Dataset;
import dari.kernel.Actor;
import dari.kernel.BackgroundWork;
import dari.kernel.CurrentActor;
import dari.kernel.Face;
import dari.kernel.HospitalMember;
import dari.kernel.IdBytes;
import dari.kernel.Ids;
import dari.kernel.NotFoundException;
import dari.kernel.OrganizationId;
import dari.kernel.RuleBrokenException;
import dari.kernel.StartupMember;
import dari.offers.OfferId;
import dari.offers.OfferView;
import dari.offers.Offers;
import dari.organizations.OrganizationFacts;
import dari.organizations.Organizations;
import dari.profiles.DatasetProfiles;
import dari.profiles.ShownProfile;
import dari.provisioner.count.CountQuestion;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a startup's questions of how many patients meet criteria, and keeps them few and far apart: so many per offer and
 * month, no third that differs by one criterion from two before, the same answer for the same question as long as the data
 * are the same.
 */
@Service
@Transactional
public class Feasibility {

    private final FeasibilityQuestionRepository questions;
    private final Offers offers;
    private final DatasetProfiles profiles;
    private final Organizations organizations;
    private final FeasibilityProperties limits;
    private final History history;
    private final CurrentActor currentActor;
    private final Ids ids;
    private final Clock clock;
    private final ZoneId seoul;

    Feasibility(
            FeasibilityQuestionRepository questions,
            Offers offers,
            DatasetProfiles profiles,
            Organizations organizations,
            FeasibilityProperties limits,
            History history,
            CurrentActor currentActor,
            Ids ids,
            Clock clock,
            ZoneId seoul) {
        this.questions = questions;
        this.offers = offers;
        this.profiles = profiles;
        this.organizations = organizations;
        this.limits = limits;
        this.history = history;
        this.currentActor = currentActor;
        this.ids = ids;
        this.clock = clock;
        this.seoul = seoul;
    }

    /**
     * Asks about the data of a public offer. Asked before by anyone about the same version of the data, it is answered at
     * once, as then.
     *
     * @throws RuleBrokenException when nothing can be counted there, the month's questions are used up, or it comes too
     *     near to earlier ones
     * @throws dari.provisioner.Refused when it is no question
     */
    @StartupMember
    public UUID ask(OfferId offer, CountQuestion asked) {
        asked.require();
        Actor actor = currentActor.get();
        questions.takeTurn(IdBytes.of(actor.organization().value()));
        Dataset dataset = dataset(offers.published(offer));
        if (left(offer) <= 0) {
            throw new RuleBrokenException("feasibility.rule.month", limits.perMonth());
        }
        refuseTooNear(asked, dataset, actor.organization());
        Instant now = clock.instant();
        FeasibilityQuestion question = questions.save(new FeasibilityQuestion(ids.next(), dataset, asked, actor, now));
        history.record(HistoryEntry.of("feasibility.asked", "offer", offer.value())
                .with("question", question.id())
                .with("hash", question.questionHash()));
        answered(dataset, asked).ifPresent(before -> {
            question.answeredAs(before, now);
            history.record(HistoryEntry.of("feasibility.answered", "offer", offer.value())
                    .with("question", question.id())
                    .with("as", before.id()));
        });
        return question.id();
    }

    /** Two counts that differ by one criterion tell, one taken from the other, about those whom it decides on. */
    private void refuseTooNear(CountQuestion asked, Dataset dataset, OrganizationId startup) {
        List<FeasibilityQuestion> before =
                questions.findByStartupAndHospitalAndSource(startup, dataset.hospital(), dataset.source());
        boolean repeated =
                before.stream().anyMatch(earlier -> earlier.questionHash().equals(asked.hash()));
        long alike = before.stream()
                .filter(earlier -> earlier.status() != FeasibilityStatus.REFUSED)
                .filter(earlier -> earlier.question().isNeighbourOf(asked))
                .map(FeasibilityQuestion::questionHash)
                .distinct()
                .count();
        if (!repeated && alike > limits.alike()) {
            throw new RuleBrokenException("feasibility.rule.alike", limits.alike() + 1);
        }
    }

    private Optional<FeasibilityQuestion> answered(Dataset dataset, CountQuestion asked) {
        return questions.findFirstByHospitalAndSourceAndDatasetVersionAndQuestionHashAndStatusOrderById(
                dataset.hospital(), dataset.source(), dataset.version(), asked.hash(), FeasibilityStatus.ANSWERED);
    }

    private Dataset dataset(OfferView offer) {
        String source = offer.content().source();
        if (source == null || source.isEmpty()) {
            throw new RuleBrokenException("feasibility.rule.matchOnly");
        }
        int version = profiles.of(offer.id()).map(ShownProfile::number).orElse(0);
        return new Dataset(offer.id(), offer.hospital().id(), source, version);
    }

    /** How many more the actor's startup may ask about an offer this month. */
    @StartupMember
    @Transactional(readOnly = true)
    public int left(OfferId offer) {
        Instant month = LocalDate.now(clock.withZone(seoul))
                .withDayOfMonth(1)
                .atStartOfDay(seoul)
                .toInstant();
        long asked = questions.countByStartupAndOfferAndAskedAtGreaterThanEqual(
                currentActor.get().organization(), offer, month);
        return (int) Math.max(0, limits.perMonth() - asked);
    }

    /** What the actor's startup asked about an offer, the newest first. */
    @StartupMember
    @Transactional(readOnly = true)
    public List<FeasibilityView> mine(OfferId offer) {
        return questions.findByStartupAndOfferOrderByIdDesc(currentActor.get().organization(), offer).stream()
                .map(question -> question.view(""))
                .toList();
    }

    /** Every question that any startup asked the actor's hospital, the newest first. */
    @HospitalMember
    @Transactional(readOnly = true)
    public Page<FeasibilityView> ofMyHospital(int page, int size) {
        Page<FeasibilityQuestion> found =
                questions.findByHospitalOrderByIdDesc(currentActor.get().organization(), PageRequest.of(page, size));
        Map<OrganizationId, OrganizationFacts> startups = organizations.facts(
                found.stream().map(FeasibilityQuestion::startup).collect(Collectors.toSet()));
        return found.map(question -> question.view(Optional.ofNullable(startups.get(question.startup()))
                .map(startup -> startup.name(LocaleContextHolder.getLocale()))
                .orElse("")));
    }

    /** Questions that an organisation's agent has yet to count, or that it waits for. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public List<FeasibilityView> waiting(Actor actor, int most) {
        Limit limit = Limit.of(most);
        List<FeasibilityQuestion> found = actor.face() == Face.STARTUP
                ? questions.findByStartupAndStatusOrderById(actor.organization(), FeasibilityStatus.ASKED, limit)
                : questions.findByHospitalAndStatusOrderById(actor.organization(), FeasibilityStatus.ASKED, limit);
        Map<OrganizationId, OrganizationFacts> hospitals = organizations.facts(
                found.stream().map(FeasibilityQuestion::hospital).collect(Collectors.toSet()));
        return found.stream()
                .map(question -> question.view(Objects.requireNonNull(hospitals.get(question.hospital()))
                        .name()))
                .toList();
    }

    /** The offer's title for a question's page. */
    @StartupMember
    @Transactional(readOnly = true)
    public OfferView offer(OfferId id) {
        OfferView offer = offers.published(id);
        if (offer.content().matchOnly()) {
            throw new NotFoundException("dataset");
        }
        return offer;
    }
}
