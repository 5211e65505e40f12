package dari.admin.panel;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

@Entity
class PanelMember {

    @Id
    private UUID id;

    @Version
    private Integer version;

    private UUID programCall;
    private UUID person;
    private boolean chair;
    private Instant appointedAt;

    protected PanelMember() {}

    PanelMember(UUID id, UUID call, UUID person, boolean chair, Instant now) {
        this.id = id;
        this.programCall = call;
        this.person = person;
        this.chair = chair;
        this.appointedAt = now;
    }

    UUID call() {
        return programCall;
    }

    UUID person() {
        return person;
    }

    boolean isChair() {
        return chair;
    }
}
