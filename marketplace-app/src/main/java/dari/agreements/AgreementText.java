package dari.agreements;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The text of an agreement in both languages, which say the same; the Korean one decides. */
@SuppressWarnings("ArrayRecordComponent") // a digest handed on once, never compared by the record
record AgreementText(String clauses, String korean, String english, byte[] hash) {

    static AgreementText of(String clauses, String korean, String english) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(korean.getBytes(StandardCharsets.UTF_8));
            sha.update((byte) 0);
            return new AgreementText(clauses, korean, english, sha.digest(english.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
