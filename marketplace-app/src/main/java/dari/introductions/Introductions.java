package dari.introductions;

import dari.accounts.Accounts;
import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.audit.HistoryLine;
import dari.discovery.Discovery;
import dari.discovery.MatchCard;
import dari.documents.ContentCheck;
import dari.documents.DocumentId;
import dari.documents.FileDownload;
import dari.documents.FileFacts;
import dari.documents.KeptFiles;
import dari.documents.Wallet;
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
import dari.kernel.UserId;
import dari.matching.json.MatchingJson;
import dari.needs.NeedContent;
import dari.needs.NeedId;
import dari.needs.NeedStatus;
import dari.needs.NeedView;
import dari.notifications.Notice;
import dari.offers.OfferContent;
import dari.offers.OfferId;
import dari.offers.Offers;
import dari.offers.Revised;
import dari.organizations.OrganizationFacts;
import dari.organizations.Organizations;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;

/** Brings a startup and a hospital together: interest, answer, conversation. Only the two sides see it. */
@Service
@Transactional
public class Introductions {

    /** Behind every id that can be. */
    private static final UUID LAST = new UUID(-1, -1);

    private final IntroductionRepository introductions;
    private final IntroductionMessageRepository messages;
    private final MessageAttachmentRepository attachments;
    private final KeptFiles files;
    private final Wallet wallet;
    private final Discovery discovery;
    private final Offers offers;
    private final Organizations organizations;
    private final Accounts accounts;
    private final ApplicationEventPublisher events;
    private final History history;
    private final CurrentActor currentActor;
    private final Ids ids;
    private final EachAlone each;
    private final Clock clock;
    private final ZoneId seoul;

    Introductions(
            IntroductionRepository introductions,
            IntroductionMessageRepository messages,
            MessageAttachmentRepository attachments,
            KeptFiles files,
            Wallet wallet,
            Discovery discovery,
            Offers offers,
            Organizations organizations,
            Accounts accounts,
            ApplicationEventPublisher events,
            History history,
            CurrentActor currentActor,
            Ids ids,
            EachAlone each,
            Clock clock,
            ZoneId seoul) {
        this.introductions = introductions;
        this.messages = messages;
        this.attachments = attachments;
        this.files = files;
        this.wallet = wallet;
        this.discovery = discovery;
        this.offers = offers;
        this.organizations = organizations;
        this.accounts = accounts;
        this.events = events;
        this.history = history;
        this.currentActor = currentActor;
        this.ids = ids;
        this.each = each;
        this.clock = clock;
        this.seoul = seoul;
    }

    /**
     * Declares interest in an offer; the hospital is asked to answer within the days it promised. Declared twice, it is
     * the same introduction.
     *
     * @throws RuleBrokenException when the need is not published, or the terms deny the use
     */
    @StartupMember
    public IntroductionId declare(OfferId offer, NeedId needId) {
        NeedView need = published(needId);
        MatchCard card = allowed(offer, needId);
        return introductions
                .findByOfferAndNeed(offer, needId)
                .map(Introduction::id)
                .orElseGet(() -> declare(card, need));
    }

    private IntroductionId declare(MatchCard card, NeedView need) {
        IntroductionId id = introductions.save(make(card, need)).id();
        OrganizationId startup = currentActor.get().organization();
        record("introduction.declared", id, null);
        Actor actor = currentActor.get();
        events.publishEvent(new InterestDeclared(id, card.offer().id(), need.id(), actor.user(), startup));
        organizations.tell(
                card.offer().hospital().id(),
                Set.of(Role.HOSPITAL_OFFICE),
                Notice.of(
                        "introductions.notice.declared",
                        path(id),
                        organizations.facts(startup).inNotices(),
                        card.offer().content().inNotices()));
        return id;
    }

    /**
     * A startup says yes to a hospital that asked it: the two may talk at once. The feature that brought the question has
     * decided that the hospital asked and that the startup of this session answers.
     *
     * @throws RuleBrokenException when the need is not published, or the terms deny the use
     */
    @BackgroundWork
    public IntroductionId agree(OfferId offer, NeedId needId) {
        NeedView need = published(needId);
        MatchCard card = allowed(offer, needId);
        Introduction introduction =
                introductions.findByOfferAndNeed(offer, needId).orElseGet(() -> introductions.save(make(card, need)));
        if (introduction.status() != IntroductionStatus.MUTUAL) {
            introduction.agree(card, need, json(need), clock.instant());
            record("introduction.agreed", introduction.id(), null);
        }
        return introduction.id();
    }

    /** A hospital had asked before the startup asked by itself: nobody needs to answer any more. */
    @BackgroundWork
    public void agreeAlready(InterestDeclared interest) {
        introductions
                .findById(interest.introduction())
                .filter(introduction -> introduction.status() == IntroductionStatus.INTERESTED)
                .ifPresent(introduction -> {
                    introduction.accept(clock.instant());
                    history.recordBy(
                            interest.by(),
                            interest.startup(),
                            HistoryEntry.of(
                                    "introduction.agreed",
                                    "introduction",
                                    introduction.id().value()));
                });
    }

    /** The needs about which a hospital talks with their startups, or is asked to. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public Set<NeedId> needsBefore(OrganizationId hospital) {
        return introductions.findNeeds(hospital, Set.of(IntroductionStatus.INTERESTED, IntroductionStatus.MUTUAL));
    }

    private NeedView published(NeedId id) {
        NeedView need = discovery.need(id);
        if (need.status() != NeedStatus.PUBLISHED) {
            throw new RuleBrokenException("introductions.rule.unpublishedNeed");
        }
        return need;
    }

    private MatchCard allowed(OfferId offer, NeedId need) {
        MatchCard card = discovery.explain(need, offer);
        if (card.getVerdict().equals("DENY")) {
            throw new RuleBrokenException("introductions.rule.denied");
        }
        return card;
    }

    private Introduction make(MatchCard card, NeedView need) {
        LocalDate due = LocalDate.now(clock.withZone(seoul))
                .plusDays(card.offer().content().answerDays());
        return new Introduction(
                new IntroductionId(ids.next()), need.startup(), card, need, json(need), clock.instant(), due);
    }

    private static String json(NeedView need) {
        return MatchingJson.mapper().writeValueAsString(need.content());
    }

    @HospitalOffice
    public void accept(IntroductionId id) {
        accept(id, "", "ko");
    }

    /**
     * Accepts, and begins the conversation.
     *
     * @param message first words to the startup; empty for none
     * @param language language tag of the message
     * @throws dari.documents.ContentRefused when the message holds patients' data
     */
    @HospitalOffice
    public void accept(IntroductionId id, String message, String language) {
        Introduction introduction = answerable(id);
        introduction.accept(clock.instant());
        record("introduction.accepted", id, null);
        if (!message.isBlank()) {
            say(id, message, language);
        }
        tellStartup(introduction, "introductions.notice.accepted");
    }

    @HospitalOffice
    public void decline(IntroductionId id, String reason) {
        Introduction introduction = answerable(id);
        ContentCheck.message(reason);
        introduction.decline(reason, clock.instant());
        record("introduction.declined", id, reason);
        tellStartup(introduction, "introductions.notice.declined");
    }

    /** Writes to the other side, with nothing attached. */
    @SignedIn
    public void write(IntroductionId id, String body, String language) {
        write(id, body, language, null, null);
    }

    /**
     * Writes to the other side.
     *
     * @param language language tag of the text
     * @param document one of the writer's wallet to carry, as it is now; or null
     * @param upload a file to carry; or null
     * @throws RuleBrokenException when the two sides have not both agreed
     * @throws dari.documents.ContentRefused when text or file hold patients' data, or the file is not taken
     */
    @SignedIn
    public void write(
            IntroductionId id,
            String body,
            String language,
            @Nullable DocumentId document,
            @Nullable MultipartFile upload) {
        Introduction introduction = own(id);
        Actor actor = currentActor.get();
        if (introduction.status() != IntroductionStatus.MUTUAL) {
            throw new RuleBrokenException("introductions.rule.notMutual");
        }
        UUID message = say(id, body, language);
        if (document != null) {
            attach(id, message, wallet.fileOf(document));
        }
        if (upload != null) {
            attach(id, message, files.keep(upload));
        }
        OrganizationId other =
                actor.belongsTo(introduction.startup()) ? introduction.hospital() : introduction.startup();
        organizations.tell(
                other,
                other.equals(introduction.hospital()) ? Set.of(Role.HOSPITAL_OFFICE) : Set.of(),
                Notice.of(
                        "introductions.notice.wrote",
                        path(id),
                        organizations.facts(actor.organization()).inNotices()));
        events.publishEvent(new MessageWritten(
                id,
                introduction.startup(),
                introduction.hospital(),
                actor.user(),
                other.equals(introduction.hospital())));
    }

    @SignedIn
    @Transactional(readOnly = true)
    public IntroductionView show(IntroductionId id) {
        return view(own(id));
    }

    @SignedIn
    @Transactional(readOnly = true)
    public List<ShownMessage> thread(IntroductionId id) {
        own(id);
        List<IntroductionMessage> all = messages.findByIntroductionOrderById(id);
        Map<UserId, String> names = accounts.names(
                all.stream().map(IntroductionMessage::author).distinct().toList());
        Map<UUID, List<FileFacts>> carried = attachmentsOf(id);
        OrganizationId mine = currentActor.get().organization();
        return all.stream()
                .map(m -> new ShownMessage(
                        names.getOrDefault(m.author(), ""),
                        organizations.facts(m.organization()).name(),
                        m.organization().equals(mine),
                        m.language(),
                        m.body(),
                        carried.getOrDefault(m.id(), List.of()),
                        m.writtenAt()))
                .toList();
    }

    @SignedIn
    @Transactional(readOnly = true)
    public List<HistoryLine> history(IntroductionId id) {
        own(id);
        return history.of(List.of(id.value()));
    }

    /** A file that a message of this conversation carries. */
    @SignedIn
    @Transactional(readOnly = true)
    public FileDownload attachment(IntroductionId id, UUID file) {
        own(id);
        if (!attachments.existsByIntroductionAndFile(id, file)) {
            throw new NotFoundException("file");
        }
        return files.download(file);
    }

    /** Those of the actor's startup that are about one offer, the newest first. */
    @StartupMember
    @Transactional(readOnly = true)
    public List<IntroductionView> mineAbout(OfferId offer) {
        return views(introductions.findByOfferAndStartupOrderByIdDesc(
                offer, currentActor.get().organization()));
    }

    /** The introductions of the actor's organisation, the newest first. */
    @SignedIn
    @Transactional(readOnly = true)
    public List<IntroductionView> mine() {
        Actor actor = currentActor.get();
        return of(actor);
    }

    /** The same, a page at a time. */
    @SignedIn
    @Transactional(readOnly = true)
    public Page<IntroductionView> mine(int page, int size) {
        Actor actor = currentActor.get();
        PageRequest asked = PageRequest.of(page, size);
        Page<Introduction> found = actor.face() == Face.STARTUP
                ? introductions.findByStartupOrderByIdDesc(actor.organization(), asked)
                : introductions.findByHospitalOrderByIdDesc(actor.organization(), asked);
        return new PageImpl<>(views(found.getContent()), asked, found.getTotalElements());
    }

    /** The same behind one of them, in the same order; null for the first. */
    @SignedIn
    @Transactional(readOnly = true)
    public List<IntroductionView> mineAfter(@Nullable IntroductionId last, int limit) {
        Actor actor = currentActor.get();
        UUID behind = last == null ? LAST : last.value();
        return views(
                actor.face() == Face.STARTUP
                        ? introductions.findOlderOfStartup(actor.organization(), behind, Limit.of(limit))
                        : introductions.findOlderOfHospital(actor.organization(), behind, Limit.of(limit)));
    }

    /** Interests that nobody answered yet, the most pressing first, so many at most. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public List<IntroductionView> unanswered(Actor actor, int most) {
        return views(
                actor.face() == Face.STARTUP
                        ? introductions.findByStartupAndStatusOrderByAnswerDue(
                                actor.organization(), IntroductionStatus.INTERESTED, Limit.of(most))
                        : introductions.findByHospitalAndStatusOrderByAnswerDue(
                                actor.organization(), IntroductionStatus.INTERESTED, Limit.of(most)));
    }

    /** Any introduction, for work that goes on without its two sides. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public Optional<IntroductionView> find(IntroductionId id) {
        return introductions.findById(id).map(this::view);
    }

    /** For the program desk: with whom a startup may apply. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public List<IntroductionView> mutualOf(OrganizationId startup) {
        return views(introductions.findByStartupAndStatusOrderByIdDesc(startup, IntroductionStatus.MUTUAL));
    }

    @BackgroundWork
    @Transactional(readOnly = true)
    public List<IntroductionView> of(Actor actor) {
        List<Introduction> all = actor.face() == Face.STARTUP
                ? introductions.findByStartupOrderByIdDesc(actor.organization())
                : introductions.findByHospitalOrderByIdDesc(actor.organization());
        return views(all);
    }

    /** Every interest that came to a hospital, with when and how it was answered. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public List<Interest> interests(OrganizationId hospital) {
        return introductions.findInterests(hospital);
    }

    /** An interest that nobody answered in time is over, and both sides know it. */
    @BackgroundWork
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void expireUnanswered() {
        LocalDate today = LocalDate.now(clock.withZone(seoul));
        List<IntroductionId> late =
                introductions.findByStatusAndAnswerDueBefore(IntroductionStatus.INTERESTED, today).stream()
                        .map(Introduction::id)
                        .toList();
        each.work(
                late,
                id -> introductions
                        .findById(id)
                        .filter(found -> found.status() == IntroductionStatus.INTERESTED)
                        .ifPresent(this::expire));
    }

    private void expire(Introduction introduction) {
        introduction.expire(clock.instant());
        history.recordBySystem(
                "expiry",
                HistoryEntry.of(
                        "introduction.expired",
                        "introduction",
                        introduction.id().value()));
        tellStartup(introduction, "introductions.notice.expired");
    }

    private UUID say(IntroductionId id, String body, String language) {
        ContentCheck.message(body);
        UUID message = ids.next();
        messages.save(
                new IntroductionMessage(message, id, currentActor.get(), language, body.strip(), clock.instant()));
        record("introduction.wrote", id, null);
        return message;
    }

    private void attach(IntroductionId id, UUID message, FileFacts file) {
        attachments.save(new MessageAttachment(ids.next(), id, message, file.id()));
    }

    private Map<UUID, List<FileFacts>> attachmentsOf(IntroductionId id) {
        List<MessageAttachment> all = attachments.findByIntroductionOrderById(id);
        Map<UUID, FileFacts> facts =
                files.facts(all.stream().map(MessageAttachment::file).toList());
        return all.stream()
                .collect(Collectors.groupingBy(
                        MessageAttachment::message,
                        Collectors.mapping(
                                attachment -> Objects.requireNonNull(facts.get(attachment.file())),
                                Collectors.toList())));
    }

    private void tellStartup(Introduction introduction, String key) {
        organizations.tell(
                introduction.startup(),
                Set.of(),
                Notice.of(
                        key,
                        path(introduction.id()),
                        organizations.facts(introduction.hospital()).inNotices()));
    }

    private Introduction own(IntroductionId id) {
        return introductions
                .findById(id)
                .filter(introduction ->
                        introduction.isBetween(currentActor.get().organization()))
                .orElseThrow(() -> new NotFoundException("introduction"));
    }

    private Introduction answerable(IntroductionId id) {
        return introductions
                .findById(id)
                .filter(introduction -> currentActor.get().belongsTo(introduction.hospital()))
                .orElseThrow(() -> new NotFoundException("introduction"));
    }

    private IntroductionView view(Introduction introduction) {
        return views(List.of(introduction)).get(0);
    }

    /** Several, in their order: what they are about is read at once. */
    private List<IntroductionView> views(List<Introduction> several) {
        Map<OrganizationId, OrganizationFacts> sides = organizations.facts(several.stream()
                .flatMap(i -> Stream.of(i.startup(), i.hospital()))
                .collect(Collectors.toSet()));
        Map<Revised, OfferContent> contents = offers.frozen(several.stream()
                .map(i -> new Revised(i.offer(), i.offerRevision()))
                .toList());
        return several.stream().map(i -> view(i, sides, contents)).toList();
    }

    private static IntroductionView view(
            Introduction i, Map<OrganizationId, OrganizationFacts> sides, Map<Revised, OfferContent> contents) {
        return new IntroductionView(
                i.id(),
                Objects.requireNonNull(sides.get(i.startup())),
                Objects.requireNonNull(sides.get(i.hospital())),
                i.offer(),
                i.offerRevision(),
                Objects.requireNonNull(contents.get(new Revised(i.offer(), i.offerRevision()))),
                i.need(),
                i.needRevision(),
                MatchingJson.mapper().readValue(i.needContent(), NeedContent.class),
                i.status(),
                i.verdict(),
                i.score(),
                i.toStartup(),
                i.toHospital(),
                i.declaredAt(),
                i.answerDue(),
                i.reason());
    }

    private void record(String action, IntroductionId id, @Nullable String reason) {
        history.record(HistoryEntry.of(action, "introduction", id.value()).because(reason));
    }

    private static String path(IntroductionId id) {
        return "/introductions/" + id.value();
    }
}
