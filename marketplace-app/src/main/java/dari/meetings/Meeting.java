package dari.meetings;

import dari.introductions.IntroductionId;
import dari.kernel.Actor;
import dari.kernel.OrganizationId;
import dari.kernel.RuleBrokenException;
import dari.kernel.UserId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
class Meeting {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private MeetingId id;

    @Version
    private Integer version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "introduction"))
    private IntroductionId introduction;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "proposer"))
    private OrganizationId proposer;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "guest"))
    private OrganizationId guest;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "author"))
    private UserId author;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private MeetingStatus status;

    @ElementCollection
    @CollectionTable(name = "meeting_slot", joinColumns = @JoinColumn(name = "meeting"))
    @Column(name = "starts_at")
    private Set<Instant> slots = new HashSet<>();

    private Instant lastSlot;
    private int minutes;
    private String place;
    private String note;
    private @Nullable Instant agreed;
    private @Nullable String reason;

    /** How often the meeting changed since it stood in calendars. */
    private int sequence;

    private Instant proposedAt;
    private @Nullable UUID openIntroduction;

    protected Meeting() {}

    Meeting(
            MeetingId id,
            IntroductionId introduction,
            Actor author,
            OrganizationId guest,
            NewMeeting request,
            Instant now) {
        this.id = id;
        this.introduction = introduction;
        this.proposer = author.organization();
        this.guest = guest;
        this.author = author.user();
        this.status = MeetingStatus.PROPOSED;
        this.slots.addAll(request.slots());
        this.lastSlot = request.slots().get(request.slots().size() - 1);
        this.minutes = request.minutes();
        this.place = request.place();
        this.note = request.note();
        this.proposedAt = now;
        this.openIntroduction = introduction.value();
    }

    void agree(Instant slot, Instant now) {
        require(status == MeetingStatus.PROPOSED, "meetings.rule.answered");
        require(slots.contains(slot) && slot.isAfter(now), "meetings.rule.slot");
        close(MeetingStatus.AGREED);
        agreed = slot;
    }

    void decline(@Nullable String why) {
        require(status == MeetingStatus.PROPOSED, "meetings.rule.answered");
        close(MeetingStatus.DECLINED);
        reason = why;
    }

    void cancel(Instant now) {
        require(isCancellable(now), "meetings.rule.over");
        close(MeetingStatus.CANCELLED);
        sequence++;
    }

    void expire() {
        require(status == MeetingStatus.PROPOSED, "meetings.rule.answered");
        close(MeetingStatus.EXPIRED);
    }

    private void close(MeetingStatus answer) {
        status = answer;
        openIntroduction = null;
    }

    boolean isCancellable(Instant now) {
        return status == MeetingStatus.PROPOSED
                || (status == MeetingStatus.AGREED && agreed != null && agreed.isAfter(now));
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new RuleBrokenException(rule);
        }
    }

    MeetingId id() {
        return id;
    }

    IntroductionId introduction() {
        return introduction;
    }

    OrganizationId proposer() {
        return proposer;
    }

    OrganizationId guest() {
        return guest;
    }

    MeetingStatus status() {
        return status;
    }

    List<Instant> slots() {
        return slots.stream().sorted().toList();
    }

    int minutes() {
        return minutes;
    }

    String place() {
        return place;
    }

    String note() {
        return note;
    }

    @Nullable
    Instant agreed() {
        return agreed;
    }

    @Nullable
    String reason() {
        return reason;
    }

    int sequence() {
        return sequence;
    }

    Instant proposedAt() {
        return proposedAt;
    }
}
