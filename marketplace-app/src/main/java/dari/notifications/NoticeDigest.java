package dari.notifications;

import dari.kernel.UserId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A person's daily letter: at which hour of their own, and on which of their days the last one came. */
@Entity
class NoticeDigest {

    static final int USUAL_HOUR = 8;

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "account"))
    private UserId account;

    @Version
    private Integer version;

    private int hourOfDay;
    private @Nullable LocalDate lastDay;

    @JdbcTypeCode(SqlTypes.BINARY)
    private byte @Nullable [] stopHash;

    protected NoticeDigest() {}

    NoticeDigest(UserId account) {
        this.account = account;
        this.hourOfDay = USUAL_HOUR;
    }

    boolean isDue(ZonedDateTime personsNow) {
        return personsNow.getHour() >= hourOfDay && (lastDay == null || lastDay.isBefore(personsNow.toLocalDate()));
    }

    void comesAt(int hour) {
        hourOfDay = hour;
    }

    void sent(LocalDate day, byte[] stop) {
        lastDay = day;
        stopHash = stop;
    }

    UserId account() {
        return account;
    }

    int hourOfDay() {
        return hourOfDay;
    }
}
