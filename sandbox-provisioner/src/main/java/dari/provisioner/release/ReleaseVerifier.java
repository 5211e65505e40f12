package dari.provisioner.release;

import dari.provisioner.BadInput;
import dari.provisioner.Refused;
import dari.provisioner.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks that a release folder is, byte for byte and file for file, what was sealed and signed. */
public final class ReleaseVerifier {

    private ReleaseVerifier() {}

    /** What a check that found nothing wrong has established. */
    public enum Checked {
        /** Hashes and the signature of the given key. */
        HASHES_AND_SIGNATURE,
        /** Hashes only: whoever changed the files could have changed the manifest too. */
        HASHES_ONLY
    }

    /**
     * @param key the hospital's public key, or null to check hashes only
     * @throws Refused naming the file when a file was changed, added or lost, or the signature is missing or wrong
     * @throws BadInput when the folder or its manifest cannot be read
     */
    public static Checked verify(Path directory, @Nullable PublicKey key) {
        if (!Files.isDirectory(directory)) {
            throw new BadInput(directory.toString(), "is not a directory", "give the folder of a release");
        }
        Path manifestFile = directory.resolve(Release.MANIFEST);
        if (!Files.isRegularFile(manifestFile)) {
            throw new Refused(directory + ": " + Release.MANIFEST + " is missing");
        }
        Manifest manifest = Json.read(manifestFile, Manifest.class);
        if (key != null) {
            checkSignature(manifest, key);
        }
        checkFiles(directory, manifest);
        return key == null ? Checked.HASHES_ONLY : Checked.HASHES_AND_SIGNATURE;
    }

    private static void checkFiles(Path directory, Manifest manifest) {
        Map<String, Manifest.Entry> found = new HashMap<>();
        for (Manifest.Entry entry : ReleaseSeal.list(directory)) {
            found.put(entry.path(), entry);
        }
        for (Manifest.Entry expected : manifest.files()) {
            Manifest.Entry actual = found.remove(expected.path());
            if (actual == null) {
                throw new Refused(expected.path() + ": listed in the manifest but missing");
            }
            if (!actual.equals(expected)) {
                throw new Refused(expected.path() + ": changed since it was sealed");
            }
        }
        for (String known : ReleaseSeal.folders(directory)) {
            if (manifest.files().stream().noneMatch(f -> f.path().startsWith(known + "/"))) {
                throw new Refused(known + ": not in the manifest");
            }
        }
        if (!found.isEmpty()) {
            throw new Refused(found.keySet().stream().sorted().findFirst().orElseThrow() + ": not in the manifest");
        }
    }

    private static void checkSignature(Manifest manifest, PublicKey key) {
        Manifest.Signature signature = manifest.signature();
        if (signature == null) {
            throw new Refused(Release.MANIFEST + ": is not signed");
        }
        if (!Ed25519.NAME.equals(signature.algorithm())
                || !Ed25519.isValid(key, manifest.canonicalBytes(), signature.value())) {
            throw new Refused(Release.MANIFEST + ": the signature is not of this key over these files");
        }
    }
}
