package dari.boards;

import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.boards.PlanMaker.Subject;
import dari.discovery.Discovery;
import dari.introductions.IntroductionId;
import dari.introductions.IntroductionStatus;
import dari.introductions.IntroductionView;
import dari.introductions.Introductions;
import dari.kernel.CurrentActor;
import dari.kernel.Ids;
import dari.kernel.OrganizationId;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.kernel.SignedIn;
import dari.kernel.StartupMember;
import dari.notifications.Notice;
import dari.offers.OfferId;
import dari.offers.OfferView;
import dari.offers.Offers;
import dari.organizations.Organizations;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The way of a startup through the boards of an offer's hospital; both sides see the same. */
@Service
@Transactional
public class ApprovalPlans {

    private final ApprovalWishRepository wishes;
    private final PlanMaker maker;
    private final Offers offers;
    private final Introductions introductions;
    private final Discovery discovery;
    private final Organizations organizations;
    private final History history;
    private final CurrentActor currentActor;
    private final Ids ids;

    ApprovalPlans(
            ApprovalWishRepository wishes,
            PlanMaker maker,
            Offers offers,
            Introductions introductions,
            Discovery discovery,
            Organizations organizations,
            History history,
            CurrentActor currentActor,
            Ids ids) {
        this.wishes = wishes;
        this.maker = maker;
        this.offers = offers;
        this.introductions = introductions;
        this.discovery = discovery;
        this.organizations = organizations;
        this.history = history;
        this.currentActor = currentActor;
        this.ids = ids;
    }

    /** The actor's startup's way for a public offer. */
    @StartupMember
    @Transactional(readOnly = true)
    PlanView plan(OfferId id) {
        OfferView offer = offers.published(id);
        OrganizationId startup = currentActor.get().organization();
        Optional<IntroductionView> talk = talkAbout(id);
        LocalDate usual = talk.map(introduction -> introduction.needContent().startBy())
                .or(() -> discovery.usualNeed().map(need -> need.content().startBy()))
                .orElse(null);
        return make(new Subject(id, offer.content(), offer.hospital(), organizations.facts(startup)), usual);
    }

    /** The way that the two sides of an introduction share. */
    @SignedIn
    @Transactional(readOnly = true)
    PlanView plan(IntroductionId id) {
        IntroductionView talk = introductions.show(id);
        return make(
                new Subject(talk.offer(), talk.offerContent(), talk.hospital(), talk.startup()),
                talk.needContent().startBy());
    }

    private PlanView make(Subject subject, @Nullable LocalDate usualStart) {
        Optional<ApprovalWish> wish =
                wishes.findByStartupAndOffer(subject.startup().id(), subject.offer());
        return maker.make(
                subject,
                wish.map(ApprovalWish::papersReady).orElse(null),
                wish.isPresent() ? wish.get().wishedStart() : usualStart,
                currentActor.get());
    }

    /**
     * From now on both sides plan by these days.
     *
     * @param start the wished start; null for none
     * @param ready from when papers can be there; null for at once
     */
    @StartupMember
    void wish(OfferId id, @Nullable LocalDate start, @Nullable LocalDate ready) {
        OfferView offer = offers.published(id);
        OrganizationId startup = currentActor.get().organization();
        wishes.findByStartupAndOffer(startup, offer.id())
                .orElseGet(() -> wishes.save(new ApprovalWish(ids.next(), startup, offer.id())))
                .change(start, ready);
        history.record(HistoryEntry.of("plan.wished", "offer", id.value())
                .with("start", String.valueOf(start))
                .with("ready", String.valueOf(ready)));
    }

    /** The introduction in which the actor's startup can ask the offer's hospital; empty while they do not talk. */
    @StartupMember
    @Transactional(readOnly = true)
    Optional<IntroductionId> conversation(OfferId offer) {
        return talkAbout(offer)
                .filter(talk -> talk.status() == IntroductionStatus.MUTUAL)
                .map(IntroductionView::id);
    }

    /**
     * Asks the hospital what its rules do not say, as a message of the two sides' conversation.
     *
     * @param contact whom to tell beside the office
     * @throws RuleBrokenException while the two sides do not talk
     * @throws dari.documents.ContentRefused when the text holds patients' data
     */
    @StartupMember
    IntroductionId ask(OfferId offer, Role contact, String text, String language) {
        IntroductionId talk =
                conversation(offer).orElseThrow(() -> new RuleBrokenException("introductions.rule.notMutual"));
        introductions.write(talk, text, language);
        if (contact != Role.HOSPITAL_OFFICE && Boards.CONTACTS.contains(contact)) { // the office learns it anyway
            organizations.tell(
                    introductions.show(talk).hospital().id(),
                    Set.of(contact),
                    Notice.of(
                            "boards.notice.asked",
                            "/introductions/" + talk.value(),
                            organizations
                                    .facts(currentActor.get().organization())
                                    .inNotices()));
        }
        return talk;
    }

    /** Of several about one offer, the one in which they talk, else the newest. */
    private Optional<IntroductionView> talkAbout(OfferId offer) {
        return introductions.mineAbout(offer).stream()
                .min(Comparator.comparing(talk -> talk.status() != IntroductionStatus.MUTUAL));
    }
}
