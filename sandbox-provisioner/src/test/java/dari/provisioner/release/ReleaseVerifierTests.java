package dari.provisioner.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dari.provisioner.BadInput;
import dari.provisioner.Refused;
import dari.provisioner.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseVerifierTests {

    @TempDir
    private Path folder;

    private Path release;
    private KeyPair keys;

    @BeforeEach
    void seal() throws GeneralSecurityException {
        keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        release = folder.resolve("release");
        Sources.write(release.resolve("data/person.csv"), "a\n1\n");
        Sources.write(release.resolve("certificate.json"), "{}");
        ReleaseSeal.seal(release, keys.getPrivate());
    }

    @Test
    void anUntouchedReleaseIsFine() {
        assertThat(ReleaseVerifier.verify(release, keys.getPublic()))
                .isEqualTo(ReleaseVerifier.Checked.HASHES_AND_SIGNATURE);
        assertThat(ReleaseVerifier.verify(release, null)).isEqualTo(ReleaseVerifier.Checked.HASHES_ONLY);
    }

    @Test
    void findsAChangedByte() {
        Sources.write(release.resolve("data/person.csv"), "a\n2\n");
        assertRefused("data/person.csv: changed");
    }

    @Test
    void findsAnAddedFile() {
        Sources.write(release.resolve("data/extra.csv"), "x");
        assertRefused("data/extra.csv: not in the manifest");
    }

    @Test
    void findsAnAddedFolder() throws IOException {
        Files.createDirectory(release.resolve("more"));
        assertRefused("more: not in the manifest");
    }

    @Test
    void findsALostFile() throws IOException {
        Files.delete(release.resolve("certificate.json"));
        assertRefused("certificate.json: listed in the manifest but missing");
    }

    @Test
    void findsALink() throws IOException {
        Files.createSymbolicLink(release.resolve("data/link.csv"), release.resolve("data/person.csv"));
        assertRefused("data/link.csv: is not a plain file");
    }

    @Test
    void findsAnotherSignerAndAChangedManifest() throws GeneralSecurityException {
        KeyPair other = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        assertThatThrownBy(() -> ReleaseVerifier.verify(release, other.getPublic()))
                .isInstanceOf(Refused.class);
        Sources.write(release.resolve("data/person.csv"), "a\n2\n");
        ReleaseSeal.seal(release, null);
        assertThat(ReleaseVerifier.verify(release, null)).isEqualTo(ReleaseVerifier.Checked.HASHES_ONLY);
        assertRefused("is not signed");
    }

    @Test
    void saysWhenThereIsNoRelease() {
        assertThatThrownBy(() -> ReleaseVerifier.verify(folder.resolve("none"), null))
                .isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> ReleaseVerifier.verify(folder, null))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("manifest.json is missing");
    }

    @Test
    void readsPemKeysAndRefusesOthers() {
        Path pem = Sources.write(
                folder.resolve("key.pem"),
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(keys.getPrivate().getEncoded())
                        + "\n-----END PRIVATE KEY-----\n");
        assertThat(SigningKeys.readPrivate(pem)).isEqualTo(keys.getPrivate());
        assertThatThrownBy(() -> SigningKeys.readPublic(pem)).isInstanceOf(BadInput.class);
    }

    private void assertRefused(String message) {
        assertThatThrownBy(() -> ReleaseVerifier.verify(release, keys.getPublic()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(message);
    }
}
