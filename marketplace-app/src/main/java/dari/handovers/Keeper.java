package dari.handovers;

import dari.introductions.IntroductionId;
import dari.kernel.UserId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** Who holds one introduction on the hospital's side. */
@Entity
@Table(name = "introduction_keeper")
class Keeper {

    @Id
    private UUID id;

    @Version
    private Integer version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "introduction"))
    private IntroductionId introduction;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "account"))
    private UserId account;

    private Instant since;
    private String note;

    protected Keeper() {}

    Keeper(UUID id, IntroductionId introduction, UserId account, String note, Instant now) {
        this.id = id;
        this.introduction = introduction;
        take(account, note, now);
    }

    final void take(UserId next, String said, Instant now) {
        account = next;
        note = said;
        since = now;
    }

    IntroductionId introduction() {
        return introduction;
    }

    UserId account() {
        return account;
    }

    Instant since() {
        return since;
    }

    String note() {
        return note;
    }
}
