package dari.admin.panel;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

@Entity
class Panel {

    @Id
    private UUID id;

    @Version
    private Integer version;

    private UUID programCall;
    private int quorum;
    private int voteDays;
    private int appealDays;
    private Instant createdAt;

    protected Panel() {}

    Panel(UUID id, UUID call, PanelTerms terms, Instant now) {
        this.id = id;
        this.programCall = call;
        this.createdAt = now;
        change(terms);
    }

    void change(PanelTerms terms) {
        quorum = terms.quorum();
        voteDays = terms.voteDays();
        appealDays = terms.appealDays();
    }

    PanelTerms terms() {
        return new PanelTerms(quorum, voteDays, appealDays);
    }
}
