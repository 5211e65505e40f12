package dari.admin.panel;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
class PresentationSlot {

    @Id
    private UUID id;

    @Version
    private Integer version;

    private UUID programCall;
    private UUID application;
    private int slotNo;
    private Instant startsAt;
    private int minutes;
    private String place;
    private int sequenceNo;
    private @Nullable Instant toldAt;

    protected PresentationSlot() {}

    PresentationSlot(UUID id, UUID call, UUID application, int slotNo, Instant startsAt, int minutes, String place) {
        this.id = id;
        this.programCall = call;
        this.application = application;
        move(slotNo, startsAt, minutes, place);
        this.sequenceNo = 0;
    }

    /** The applicant has to be told again. */
    final void move(int to, Instant begins, int length, String where) {
        slotNo = to;
        startsAt = begins;
        minutes = length;
        place = where;
        sequenceNo++;
        toldAt = null;
    }

    void tell(Instant now) {
        toldAt = now;
    }

    UUID id() {
        return id;
    }

    UUID application() {
        return application;
    }

    int slotNo() {
        return slotNo;
    }

    Instant startsAt() {
        return startsAt;
    }

    int minutes() {
        return minutes;
    }

    String place() {
        return place;
    }

    int sequence() {
        return sequenceNo;
    }

    boolean isTold() {
        return toldAt != null;
    }
}
