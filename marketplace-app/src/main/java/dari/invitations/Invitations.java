package dari.invitations;

import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.audit.HistoryLine;
import dari.documents.ContentCheck;
import dari.introductions.InterestDeclared;
import dari.introductions.IntroductionId;
import dari.introductions.Introductions;
import dari.invitations.NeedQuery.Contact;
import dari.kernel.Actor;
import dari.kernel.BackgroundWork;
import dari.kernel.CurrentActor;
import dari.kernel.EachAlone;
import dari.kernel.Face;
import dari.kernel.HospitalOffice;
import dari.kernel.Ids;
import dari.kernel.NotFoundException;
import dari.kernel.OrganizationId;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.kernel.SignedIn;
import dari.kernel.StartupMember;
import dari.needs.NeedId;
import dari.needs.NeedView;
import dari.needs.NeedWithdrawn;
import dari.notifications.Notice;
import dari.offers.OfferId;
import dari.offers.OfferStatus;
import dari.offers.Offers;
import dari.organizations.Organizations;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A hospital asks a startup whether it wants to talk; its yes begins an introduction that both sides want. */
@Service
@Transactional
public class Invitations {

    private static final String SYSTEM = "invitations";

    private final HospitalInvitationRepository invitations;
    private final NeedFinder finder;
    private final Offers offers;
    private final Introductions introductions;
    private final Organizations organizations;
    private final InvitationProperties properties;
    private final History history;
    private final CurrentActor currentActor;
    private final Ids ids;
    private final EachAlone each;
    private final Clock clock;
    private final ZoneId seoul;

    Invitations(
            HospitalInvitationRepository invitations,
            NeedFinder finder,
            Offers offers,
            Introductions introductions,
            Organizations organizations,
            InvitationProperties properties,
            History history,
            CurrentActor currentActor,
            Ids ids,
            EachAlone each,
            Clock clock,
            ZoneId seoul) {
        this.invitations = invitations;
        this.finder = finder;
        this.offers = offers;
        this.introductions = introductions;
        this.organizations = organizations;
        this.properties = properties;
        this.history = history;
        this.currentActor = currentActor;
        this.ids = ids;
        this.each = each;
        this.clock = clock;
        this.seoul = seoul;
    }

    /**
     * Asks the startup behind a need whether it wants to talk about one of the hospital's offers.
     *
     * @param language language tag of the message
     * @throws RuleBrokenException when the offer is not public, its terms deny the use, the two talk already or one waits
     *     for the other, the startup said no to this need as it is, or too many invitations wait for an answer
     * @throws dari.documents.ContentRefused when the message holds patients' data
     */
    @HospitalOffice
    public InvitationId invite(OfferId offer, NeedId needId, String message, String language) {
        NeedCard card = finder.explain(needId, offer);
        NeedView need = card.need();
        OrganizationId hospital = currentActor.get().organization();
        require(card.card().offer().status() == OfferStatus.PUBLISHED, "invitations.rule.offerNotPublic");
        require(!card.card().getVerdict().equals("DENY"), "invitations.rule.denied");
        require(card.contact() != Contact.INTRODUCED, "invitations.rule.introduced");
        require(card.contact() != Contact.INVITED, "invitations.rule.open");
        require(
                !invitations.existsByHospitalAndNeedAndNeedRevisionAndStatusIn(
                        hospital, needId, need.revision(), Set.of(InvitationStatus.DECLINED, InvitationStatus.EXPIRED)),
                "invitations.rule.again");
        ContentCheck.message(message);
        InvitationId id = new InvitationId(ids.next());
        LocalDate due = LocalDate.now(clock.withZone(seoul)).plusDays(properties.answerDays());
        HospitalInvitation invitation = new HospitalInvitation(
                id, need, card.card(), message.strip(), language, clock.instant(), due, freePlace(hospital));
        try {
            invitations.saveAndFlush(invitation);
        } catch (DataIntegrityViolationException e) {
            // a colleague was faster, with the same need or with the same place
            throw new RuleBrokenException("invitations.rule.meanwhile");
        }
        record("invitation.sent", id, null);
        organizations.tell(
                need.startup(),
                Set.of(),
                Notice.of(
                        "invitations.notice.sent",
                        path(id),
                        organizations.facts(hospital).inNotices(),
                        need.content().title()));
        return id;
    }

    private int freePlace(OrganizationId hospital) {
        List<Integer> taken = invitations.findPlacesTaken(hospital);
        return IntStream.rangeClosed(1, properties.mostOpen())
                .filter(place -> !taken.contains(place))
                .findFirst()
                .orElseThrow(() -> new RuleBrokenException("invitations.rule.many", properties.mostOpen()));
    }

    /** How many more the hospital may send before one is answered. */
    @HospitalOffice
    @Transactional(readOnly = true)
    public int placesLeft() {
        int taken =
                invitations.findPlacesTaken(currentActor.get().organization()).size();
        return Math.max(0, properties.mostOpen() - taken);
    }

    /**
     * The startup wants to talk, too.
     *
     * @return the introduction, wanted by both sides
     * @throws RuleBrokenException when it was answered or taken back, the need or the offer is no longer public, or the
     *     terms came to deny the use
     */
    @StartupMember
    public IntroductionId accept(InvitationId id) {
        HospitalInvitation invitation = received(id);
        invitation.requireOpen();
        boolean isPublic = offers.find(List.of(invitation.offer())).stream()
                .anyMatch(offer -> offer.status() == OfferStatus.PUBLISHED);
        require(isPublic, "invitations.rule.offerGone");
        IntroductionId begun = introductions.agree(invitation.offer(), invitation.need());
        invitation.accept(begun, clock.instant());
        record("invitation.accepted", id, null);
        tellHospital(invitation, "invitations.notice.accepted", "/introductions/" + begun.value());
        return begun;
    }

    @StartupMember
    public void decline(InvitationId id, String reason) {
        HospitalInvitation invitation = received(id);
        ContentCheck.message(reason);
        invitation.decline(reason.strip(), clock.instant());
        record("invitation.declined", id, reason.strip());
        tellHospital(invitation, "invitations.notice.declined", path(id));
    }

    /** The hospital takes its question back. */
    @HospitalOffice
    public void withdraw(InvitationId id) {
        HospitalInvitation invitation = own(id);
        invitation.withdraw(clock.instant());
        record("invitation.withdrawn", id, null);
        organizations.tell(
                invitation.startup(),
                Set.of(),
                Notice.of(
                        "invitations.notice.withdrawn",
                        path(id),
                        organizations.facts(invitation.hospital()).inNotices()));
    }

    @SignedIn
    @Transactional(readOnly = true)
    public InvitationView show(InvitationId id) {
        return view(own(id));
    }

    @SignedIn
    @Transactional(readOnly = true)
    public List<HistoryLine> history(InvitationId id) {
        own(id);
        return history.of(List.of(id.value()));
    }

    /** What the actor's organisation sent or was sent, the newest first. */
    @SignedIn
    @Transactional(readOnly = true)
    public Page<InvitationView> mine(int page, int size) {
        Actor actor = currentActor.get();
        PageRequest wanted = PageRequest.of(page, size);
        Page<HospitalInvitation> found = actor.face() == Face.HOSPITAL
                ? invitations.findByHospitalOrderByIdDesc(actor.organization(), wanted)
                : invitations.findByStartupOrderByIdDesc(actor.organization(), wanted);
        return found.map(this::view);
    }

    /** Any invitation, for work that goes on without its two sides. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public Optional<InvitationView> find(InvitationId id) {
        return invitations.findById(id).map(this::view);
    }

    /** What waits for the startup's answer, on either side's desk. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public List<InvitationView> open(Actor actor) {
        List<HospitalInvitation> open = actor.face() == Face.HOSPITAL
                ? invitations.findByHospitalAndStatusOrderById(actor.organization(), InvitationStatus.OPEN)
                : invitations.findByStartupAndStatusOrderById(actor.organization(), InvitationStatus.OPEN);
        return open.stream().map(this::view).toList();
    }

    /** The startup asked for the same introduction by itself: that is its yes. */
    @ApplicationModuleListener
    void on(InterestDeclared event) {
        invitations
                .findByOfferAndNeedAndStatus(event.offer(), event.need(), InvitationStatus.OPEN)
                .ifPresent(invitation -> {
                    introductions.agreeAlready(event);
                    invitation.accept(event.introduction(), clock.instant());
                    history.recordBy(event.by(), event.startup(), entry("invitation.accepted", invitation));
                    tellHospital(
                            invitation,
                            "invitations.notice.accepted",
                            "/introductions/" + event.introduction().value());
                });
    }

    @ApplicationModuleListener
    void on(NeedWithdrawn event) {
        invitations.findByNeedAndStatus(event.need(), InvitationStatus.OPEN).forEach(invitation -> {
            invitation.withdraw(clock.instant());
            history.recordBySystem(SYSTEM, entry("invitation.lapsed", invitation));
            tellHospital(invitation, "invitations.notice.lapsed", path(invitation.id()));
        });
    }

    /** An invitation that nobody answered in time is over, and the hospital has its place back. */
    @BackgroundWork
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void expireUnanswered() {
        LocalDate today = LocalDate.now(clock.withZone(seoul));
        List<InvitationId> late = invitations.findByStatusAndAnswerDueBefore(InvitationStatus.OPEN, today).stream()
                .map(HospitalInvitation::id)
                .toList();
        each.work(
                late,
                id -> invitations
                        .findById(id)
                        .filter(found -> found.status() == InvitationStatus.OPEN)
                        .ifPresent(this::expire));
    }

    private void expire(HospitalInvitation invitation) {
        invitation.expire(clock.instant());
        history.recordBySystem(SYSTEM, entry("invitation.expired", invitation));
        tellHospital(invitation, "invitations.notice.expired", path(invitation.id()));
    }

    private void tellHospital(HospitalInvitation invitation, String key, String link) {
        organizations.tell(
                invitation.hospital(),
                Set.of(Role.HOSPITAL_OFFICE),
                Notice.of(
                        key,
                        link,
                        organizations.facts(invitation.startup()).inNotices(),
                        invitation.needContent().title()));
    }

    private HospitalInvitation own(InvitationId id) {
        OrganizationId mine = currentActor.get().organization();
        return invitations
                .findById(id)
                .filter(invitation -> invitation.hospital().equals(mine)
                        || invitation.startup().equals(mine))
                .orElseThrow(() -> new NotFoundException("invitation"));
    }

    private HospitalInvitation received(InvitationId id) {
        return invitations
                .findById(id)
                .filter(invitation -> currentActor.get().belongsTo(invitation.startup()))
                .orElseThrow(() -> new NotFoundException("invitation"));
    }

    private InvitationView view(HospitalInvitation i) {
        return new InvitationView(
                i.id(),
                organizations.facts(i.hospital()),
                organizations.facts(i.startup()),
                i.offer(),
                offers.frozen(i.offer(), i.offerRevision()),
                i.need(),
                i.needContent(),
                i.status(),
                i.language(),
                i.message(),
                i.verdict(),
                i.score(),
                i.toStartup(),
                i.toHospital(),
                i.invitedAt(),
                i.answerDue(),
                i.reason(),
                i.introduction());
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new RuleBrokenException(rule);
        }
    }

    private void record(String action, InvitationId id, @Nullable String reason) {
        history.record(HistoryEntry.of(action, "invitation", id.value()).because(reason));
    }

    private static HistoryEntry entry(String action, HospitalInvitation invitation) {
        return HistoryEntry.of(action, "invitation", invitation.id().value());
    }

    private static String path(InvitationId id) {
        return "/invitations/" + id.value();
    }
}
