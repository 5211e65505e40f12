package dari.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dari.kernel.UserId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretBoxTests {

    private final UserId account = new UserId(UUID.randomUUID());
    private final byte[] secret = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path home;

    @Test
    void opensAfterARestartWhatItClosedAndKeepsItsKeyForTheOwnerOnly() throws Exception {
        byte[] closed = new SecretBox(home, "").close(account, secret);
        assertThat(new String(closed, StandardCharsets.ISO_8859_1)).doesNotContain("1234567890");
        assertThat(new SecretBox(home, "").open(account, closed)).isEqualTo(secret);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("keys/second-factor.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void opensForNoOtherAccount() {
        SecretBox box = new SecretBox(home, "");
        byte[] closed = box.close(account, secret);
        assertThatThrownBy(() -> box.open(new UserId(UUID.randomUUID()), closed))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesAKeyThatIsNone() {
        assertThatThrownBy(() -> new SecretBox(home, "c2hvcnQ="))
                .hasMessageContaining("DARI_SECOND_FACTOR_KEY")
                .hasMessageNotContaining("c2hvcnQ");
    }
}
