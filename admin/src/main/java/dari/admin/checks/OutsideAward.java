package dari.admin.checks;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Work that another program pays for. */
@Entity
class OutsideAward {

    @Id
    private UUID id;

    @Version
    private Integer version;

    @JdbcTypeCode(SqlTypes.CHAR)
    private String registrationNumber;

    private String name;
    private String program;
    private String title;
    private String hospital;
    private LocalDate startsOn;
    private LocalDate endsOn;
    private @Nullable Long won;
    private Instant importedAt;
    private UUID importedBy;

    protected OutsideAward() {}

    OutsideAward(UUID id, OutsideEntry entry, UUID by, Instant now) {
        this.id = id;
        change(entry, by, now);
    }

    void change(OutsideEntry entry, UUID by, Instant now) {
        registrationNumber = entry.registrationNumber();
        name = entry.name();
        program = entry.program();
        title = entry.title();
        hospital = entry.hospital();
        startsOn = entry.startsOn();
        endsOn = entry.endsOn();
        won = entry.won();
        importedBy = by;
        importedAt = now;
    }

    UUID id() {
        return id;
    }

    OutsideEntry entry() {
        return new OutsideEntry(registrationNumber, name, program, title, hospital, startsOn, endsOn, won);
    }
}
