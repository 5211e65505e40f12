package dari.secondfactor;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a person has come with the second step.
 *
 * @param since when it was confirmed; null while it is not on
 * @param enrolment what to show to the app; null unless one is on trial
 * @param recoveryCodes how many are left
 */
public record SecondStepState(
        @Nullable Instant since, @Nullable Enrolment enrolment, int recoveryCodes) {

    public boolean isOn() {
        return since != null;
    }

    /**
     * What an authenticator app must know.
     *
     * @param secret Base32
     * @param address {@code otpauth://} address that holds the same for a camera
     */
    public record Enrolment(String secret, String address) {

        /** In groups of four, to be typed. */
        public String grouped() {
            return secret.replaceAll("(.{4})(?!$)", "$1 ");
        }

        @Override
        public String toString() {
            return "Enrolment[redacted]";
        }
    }
}
