package dari.secondfactor;

import dari.kernel.UserId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A person's authenticator app, on trial until its first code is confirmed. */
@Entity
class SecondFactor {

    /** Wrong codes before a pause: with three valid codes of a million, a guesser gets nowhere in a year. */
    private static final int ATTEMPTS = 5;

    private static final Duration PAUSE = Duration.ofMinutes(15);

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "account"))
    private UserId account;

    @Version
    private Integer version;

    private byte[] secret;
    private Instant begunAt;
    private @Nullable Instant confirmedAt;
    private @Nullable Long lastStep;
    private int failures;
    private @Nullable Instant lockedUntil;

    protected SecondFactor() {}

    SecondFactor(UserId account, byte[] secret, Instant now) {
        this.account = account;
        this.secret = secret;
        this.begunAt = now;
    }

    /** Another secret, as long as none is confirmed. */
    void beginAgain(byte[] other, Instant now) {
        if (isOn()) {
            throw new IllegalStateException("the second step is on");
        }
        secret = other;
        begunAt = now;
    }

    void confirm(Instant now) {
        confirmedAt = now;
    }

    boolean isOn() {
        return confirmedAt != null;
    }

    boolean isPaused(Instant now) {
        return lockedUntil != null && now.isBefore(lockedUntil);
    }

    /** Whether the code of this step, or of a later one, was already taken: a code that somebody saw is worth nothing. */
    boolean isUsed(long step) {
        return lastStep != null && step <= lastStep;
    }

    void succeeded(long step) {
        lastStep = step;
        failures = 0;
    }

    void succeededOtherwise() {
        failures = 0;
    }

    /** @return whether this was one too many, so that a pause begins */
    boolean failed(Instant now) {
        failures++;
        if (failures < ATTEMPTS) {
            return false;
        }
        failures = 0;
        lockedUntil = now.plus(PAUSE);
        return true;
    }

    byte[] secret() {
        return secret;
    }

    @Nullable
    Instant confirmedAt() {
        return confirmedAt;
    }
}
