package dari.admin.panel;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
class RankedPlace {

    @Id
    private UUID id;

    @Version
    private Integer version;

    private UUID programCall;
    private UUID application;
    private int placeNo;
    private BigDecimal points;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private PlaceState state;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private @Nullable String conditions;

    private @Nullable LocalDate acceptBy;
    private @Nullable Instant answeredAt;
    private @Nullable Instant movedUpAt;
    private boolean refilled;
    private @Nullable Instant heldAt;
    private boolean published;
    private UUID decidedBy;

    protected RankedPlace() {}

    RankedPlace(
            UUID id,
            UUID call,
            UUID application,
            int placeNo,
            BigDecimal points,
            PlaceState state,
            List<String> conditions,
            UUID by) {
        this.id = id;
        this.programCall = call;
        this.application = application;
        this.placeNo = placeNo;
        this.points = points;
        this.state = state;
        this.conditions = String.join("\n", conditions);
        this.decidedBy = by;
    }

    void publish(UUID by) {
        published = true;
        decidedBy = by;
    }

    /** @param until last day to accept; null when nobody has to */
    void offer(@Nullable LocalDate until) {
        state = until == null ? PlaceState.HELD : PlaceState.OFFERED;
        acceptBy = until;
    }

    void moveUp(@Nullable LocalDate until, Instant now) {
        offer(until);
        movedUpAt = now;
    }

    /**
     * It cannot move up yet: something was found that nobody decided.
     *
     * @return whether this is new
     */
    boolean hold(Instant now) {
        boolean first = heldAt == null;
        heldAt = first ? now : heldAt;
        return first;
    }

    /** What was found is decided; what is found later is told anew. */
    void release() {
        heldAt = null;
    }

    void accept(Instant now) {
        state = PlaceState.ACCEPTED;
        answeredAt = now;
    }

    /** @return whether a place became free */
    boolean giveUp(PlaceState how, Instant now) {
        boolean freed = state == PlaceState.OFFERED;
        state = how;
        answeredAt = now;
        refilled = !freed;
        return freed;
    }

    void refill() {
        refilled = true;
    }

    /** An appeal took the conditions away. */
    void dropConditions() {
        conditions = "";
    }

    UUID call() {
        return programCall;
    }

    UUID application() {
        return application;
    }

    int placeNo() {
        return placeNo;
    }

    BigDecimal points() {
        return points;
    }

    PlaceState state() {
        return state;
    }

    List<String> conditions() {
        return Lines.of(conditions);
    }

    @Nullable
    LocalDate acceptBy() {
        return acceptBy;
    }

    @Nullable
    Instant movedUpAt() {
        return movedUpAt;
    }

    boolean isPublished() {
        return published;
    }

    UUID decidedBy() {
        return decidedBy;
    }
}
