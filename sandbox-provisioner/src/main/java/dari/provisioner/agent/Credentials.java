package dari.provisioner.agent;

import dari.provisioner.BadInput;
import dari.provisioner.SurroundingsFailed;
import dari.provisioner.json.Json;
import dari.provisioner.release.Ed25519;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;

/**
 * Who an agent is, kept in a file that only its owner reads.
 *
 * @param privateKey Ed25519, PKCS#8, Base64; also signs releases
 * @param publicKey Ed25519, X.509, Base64
 * @param jobKey the marketplace's key, pinned at enrolment: Ed25519, X.509, Base64
 */
record Credentials(String server, String agentId, String privateKey, String publicKey, String jobKey) {

    static Credentials read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new BadInput(
                    file.toString(), "is not there", "run: agent enrol --server URL --code C --credentials F");
        }
        Credentials credentials = Json.read(file, Credentials.class);
        try {
            Ed25519.publicKey(String.valueOf(credentials.jobKey()));
        } catch (GeneralSecurityException e) {
            throw new BadInput(file.toString(), "pins no key of the marketplace", "enrol the agent again");
        }
        return credentials;
    }

    void write(Path file) {
        try {
            Path parent = file.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Json.write(file, this);
        } catch (IOException e) {
            throw new SurroundingsFailed("cannot write " + file, e);
        }
    }

    @Override
    public String toString() {
        return "Credentials[" + agentId + "]";
    }
}
