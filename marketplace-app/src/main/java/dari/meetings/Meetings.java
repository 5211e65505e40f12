package dari.meetings;

import dari.audit.History;
import dari.audit.HistoryEntry;
import dari.documents.ContentCheck;
import dari.introductions.IntroductionId;
import dari.introductions.IntroductionStatus;
import dari.introductions.IntroductionView;
import dari.introductions.Introductions;
import dari.kernel.Actor;
import dari.kernel.BackgroundWork;
import dari.kernel.CurrentActor;
import dari.kernel.EachAlone;
import dari.kernel.Face;
import dari.kernel.Ids;
import dari.kernel.NotFoundException;
import dari.kernel.OrganizationId;
import dari.kernel.Role;
import dari.kernel.RuleBrokenException;
import dari.kernel.SignedIn;
import dari.meetings.MeetingView.Slot;
import dari.notifications.MailAttachment;
import dari.notifications.Notice;
import dari.organizations.OrganizationFacts;
import dari.organizations.Organizations;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets two sides that talk find a time to meet: one proposes several, the other picks one. Only the two see it. */
@Service
@Transactional
public class Meetings {

    static final int MOST_SLOTS = 5;

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    private final MeetingRepository meetings;
    private final Introductions introductions;
    private final Organizations organizations;
    private final History history;
    private final CurrentActor currentActor;
    private final Ids ids;
    private final EachAlone each;
    private final Clock clock;
    private final String baseUrl;
    private final String publisher;

    Meetings(
            MeetingRepository meetings,
            Introductions introductions,
            Organizations organizations,
            History history,
            CurrentActor currentActor,
            Ids ids,
            EachAlone each,
            Clock clock,
            @Value("${dari.base-url}") String baseUrl,
            @Value("${dari.mail.from}") String publisher) {
        this.meetings = meetings;
        this.introductions = introductions;
        this.organizations = organizations;
        this.history = history;
        this.currentActor = currentActor;
        this.ids = ids;
        this.each = each;
        this.clock = clock;
        this.baseUrl = baseUrl;
        this.publisher = publisher;
    }

    /**
     * Proposes times to the other side.
     *
     * @throws RuleBrokenException when the two sides have not both agreed to talk, a proposal waits already, or a time is
     *     past
     * @throws dari.documents.ContentRefused when place or note hold patients' data
     */
    @SignedIn
    public MeetingId propose(IntroductionId id, NewMeeting request) {
        IntroductionView introduction = introductions.show(id);
        Actor actor = currentActor.get();
        Instant now = clock.instant();
        require(introduction.status() == IntroductionStatus.MUTUAL, "introductions.rule.notMutual");
        require(!meetings.existsByIntroductionAndStatus(id, MeetingStatus.PROPOSED), "meetings.rule.waiting");
        require(!request.slots().isEmpty() && request.slots().size() <= MOST_SLOTS, "meetings.rule.slots");
        require(request.slots().get(0).isAfter(now), "meetings.rule.past");
        ContentCheck.message(request.place());
        ContentCheck.message(request.note());
        OrganizationId guest = actor.belongsTo(introduction.startup().id())
                ? introduction.hospital().id()
                : introduction.startup().id();
        MeetingId meeting = new MeetingId(ids.next());
        try {
            meetings.saveAndFlush(new Meeting(meeting, id, actor, guest, request, now));
        } catch (DataIntegrityViolationException e) {
            // the other side, or a colleague, proposed at the same moment
            throw new RuleBrokenException("meetings.rule.waiting");
        }
        record("meeting.proposed", id, meeting, null);
        tell(guest, "meetings.notice.proposed", id, actor.organization());
        return meeting;
    }

    /** The other side's choice; both get the meeting for their calendars. */
    @SignedIn
    public void pick(IntroductionId id, MeetingId meetingId, Instant slot) {
        Meeting meeting = offered(id, meetingId);
        meeting.agree(slot, clock.instant());
        record("meeting.agreed", id, meetingId, null);
        send(meeting, "meetings.notice.agreed");
    }

    /** None of the times suits. */
    @SignedIn
    public void decline(IntroductionId id, MeetingId meetingId, String reason) {
        Meeting meeting = offered(id, meetingId);
        ContentCheck.message(reason);
        String why = reason.isBlank() ? null : reason.strip();
        meeting.decline(why);
        record("meeting.declined", id, meetingId, why);
        tell(meeting.proposer(), "meetings.notice.declined", id, meeting.guest());
    }

    /** Takes a proposal back, or calls an agreed meeting off: then calendars learn it, too. */
    @SignedIn
    public void cancel(IntroductionId id, MeetingId meetingId) {
        Meeting meeting = own(id, meetingId);
        OrganizationId mine = currentActor.get().organization();
        boolean agreed = meeting.agreed() != null;
        if (!agreed && !meeting.proposer().equals(mine)) {
            throw new NotFoundException("meeting");
        }
        meeting.cancel(clock.instant());
        record("meeting.cancelled", id, meetingId, null);
        if (agreed) {
            send(meeting, "meetings.notice.cancelled");
        } else {
            tell(meeting.guest(), "meetings.notice.takenBack", id, mine);
        }
    }

    /** The meetings of a conversation, the newest first. */
    @SignedIn
    @Transactional(readOnly = true)
    public List<MeetingView> of(IntroductionId id) {
        introductions.show(id);
        OrganizationId mine = currentActor.get().organization();
        return meetings.findByIntroductionOrderByIdDesc(id).stream()
                .map(meeting -> view(meeting, mine))
                .toList();
    }

    /** Proposals that wait for an answer, on either side's desk. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public List<MeetingView> waiting(Actor actor) {
        return meetings.findOf(actor.organization(), MeetingStatus.PROPOSED).stream()
                .map(meeting -> view(meeting, actor.organization()))
                .toList();
    }

    /** Minutes of a month that an organisation agreed to spend in meetings, by introduction. */
    @BackgroundWork
    @Transactional(readOnly = true)
    public Map<IntroductionId, Long> agreedMinutes(OrganizationId organization, YearMonth month) {
        return meetings.findOf(organization, MeetingStatus.AGREED).stream()
                .filter(meeting -> meeting.agreed() != null
                        && YearMonth.from(meeting.agreed().atZone(SEOUL)).equals(month))
                .collect(Collectors.groupingBy(Meeting::introduction, Collectors.summingLong(Meeting::minutes)));
    }

    /**
     * The meeting as a calendar takes it.
     *
     * @throws NotFoundException also before a time was picked
     */
    @SignedIn
    @Transactional(readOnly = true)
    public String calendar(IntroductionId id, MeetingId meetingId) {
        return calendar(own(id, meetingId));
    }

    /** A proposal whose times have all passed is over. */
    @BackgroundWork
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void expireUnanswered() {
        List<MeetingId> late = meetings.findByStatusAndLastSlotBefore(MeetingStatus.PROPOSED, clock.instant()).stream()
                .map(Meeting::id)
                .toList();
        each.work(
                late,
                id -> meetings.findById(id)
                        .filter(found -> found.status() == MeetingStatus.PROPOSED)
                        .ifPresent(this::expire));
    }

    private void expire(Meeting meeting) {
        meeting.expire();
        history.recordBySystem("expiry", entry("meeting.expired", meeting.introduction(), meeting.id()));
        tell(meeting.proposer(), "meetings.notice.expired", meeting.introduction(), meeting.guest());
    }

    private String calendar(Meeting meeting) {
        Instant begins = meeting.agreed();
        if (begins == null) {
            throw new NotFoundException("meeting without a time");
        }
        return CalendarFile.of(
                meeting,
                begins,
                "Dari: " + organizations.facts(meeting.proposer()).name() + " · "
                        + organizations.facts(meeting.guest()).name(),
                URI.create(baseUrl + path(meeting.introduction())),
                publisher,
                clock.instant());
    }

    /** To both sides, with the file. */
    private void send(Meeting meeting, String key) {
        MailAttachment file = new MailAttachment(CalendarFile.NAME, CalendarFile.TYPE, calendar(meeting));
        for (OrganizationId side : List.of(meeting.proposer(), meeting.guest())) {
            OrganizationId other = side.equals(meeting.proposer()) ? meeting.guest() : meeting.proposer();
            organizations.tell(side, readers(side), notice(key, meeting.introduction(), other), file);
        }
    }

    private void tell(OrganizationId to, String key, IntroductionId id, OrganizationId about) {
        organizations.tell(to, readers(to), notice(key, id, about));
    }

    private Notice notice(String key, IntroductionId id, OrganizationId about) {
        return Notice.of(key, path(id), organizations.facts(about).inNotices());
    }

    /** Of a hospital its office, as for messages. */
    private Set<Role> readers(OrganizationId side) {
        return organizations.facts(side).face() == Face.HOSPITAL ? Set.of(Role.HOSPITAL_OFFICE) : Set.of();
    }

    private Meeting own(IntroductionId id, MeetingId meeting) {
        introductions.show(id);
        return meetings.findByIdAndIntroduction(meeting, id).orElseThrow(() -> new NotFoundException("meeting"));
    }

    /** A meeting that the other side proposed to the actor's. */
    private Meeting offered(IntroductionId id, MeetingId meetingId) {
        Meeting meeting = own(id, meetingId);
        if (!currentActor.get().belongsTo(meeting.guest())) {
            throw new NotFoundException("meeting");
        }
        return meeting;
    }

    private MeetingView view(Meeting m, OrganizationId mine) {
        Instant now = clock.instant();
        OrganizationFacts proposer = organizations.facts(m.proposer());
        boolean proposed = m.status() == MeetingStatus.PROPOSED;
        return new MeetingView(
                m.id(),
                m.introduction(),
                proposer,
                organizations.facts(m.guest()),
                m.status(),
                m.slots().stream()
                        .map(slot -> new Slot(slot, !slot.isAfter(now)))
                        .toList(),
                m.minutes(),
                m.place(),
                m.note(),
                m.agreed(),
                m.reason(),
                m.proposedAt(),
                proposed && m.guest().equals(mine),
                m.isCancellable(now) && (!proposed || m.proposer().equals(mine)));
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new RuleBrokenException(rule);
        }
    }

    private void record(String action, IntroductionId id, MeetingId meeting, @Nullable String reason) {
        history.record(entry(action, id, meeting).because(reason));
    }

    private static HistoryEntry entry(String action, IntroductionId id, MeetingId meeting) {
        return HistoryEntry.of(action, "introduction", id.value()).with("meeting", meeting.value());
    }

    private static String path(IntroductionId id) {
        return "/introductions/" + id.value();
    }
}
