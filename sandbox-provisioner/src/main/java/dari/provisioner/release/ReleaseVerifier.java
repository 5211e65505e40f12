package dari.provisioner.release;

import dari.provisioner.BadInput;
import dari.provisioner.Refused;
import dari.provisioner.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
        Manifest manifest = manifest(directory);
        if (key != null) {
            checkSignature(manifest, key);
        }
        checkFiles(directory, manifest.files());
        return key == null ? Checked.HASHES_ONLY : Checked.HASHES_AND_SIGNATURE;
    }

    /**
     * Checks what came of a release whose data stay elsewhere: every other file is there as it was signed, no file of data is,
     * and the manifest names those that stay, for each table of the dictionary.
     *
     * @throws Refused naming the file that is wrong, missing or too many, or a table without data
     * @throws BadInput when the folder, its manifest or its dictionary cannot be read
     */
    public static void verifyWithoutData(Path directory, PublicKey key) {
        Manifest manifest = manifest(directory);
        checkSignature(manifest, key);
        checkFiles(
                directory,
                manifest.files().stream().filter(file -> !isData(file.path())).toList());
        Set<String> staying =
                manifest.files().stream().map(Manifest.Entry::path).collect(Collectors.toSet());
        Release release = new Release(directory);
        for (Dictionary.Table table : release.dictionary().tables()) {
            for (Path file : List.of(release.csv(table.name()), release.parquet(table.name()))) {
                String path = Release.DATA + "/" + file.getFileName();
                if (!staying.contains(path)) {
                    throw new Refused(path + ": not in the manifest");
                }
            }
        }
    }

    /** Whether a file of a release holds its rows; everything else tells about them. */
    public static boolean isData(String path) {
        return path.startsWith(Release.DATA + "/");
    }

    private static Manifest manifest(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new BadInput(directory.toString(), "is not a directory", "give the folder of a release");
        }
        Path manifestFile = directory.resolve(Release.MANIFEST);
        if (!Files.isRegularFile(manifestFile)) {
            throw new Refused(directory + ": " + Release.MANIFEST + " is missing");
        }
        return Json.read(manifestFile, Manifest.class);
    }

    private static void checkFiles(Path directory, List<Manifest.Entry> files) {
        Map<String, Manifest.Entry> found = new HashMap<>();
        for (Manifest.Entry entry : ReleaseSeal.list(directory)) {
            found.put(entry.path(), entry);
        }
        for (Manifest.Entry expected : files) {
            Manifest.Entry actual = found.remove(expected.path());
            if (actual == null) {
                throw new Refused(expected.path() + ": listed in the manifest but missing");
            }
            if (!actual.equals(expected)) {
                throw new Refused(expected.path() + ": changed since it was sealed");
            }
        }
        for (String known : ReleaseSeal.folders(directory)) {
            if (files.stream().noneMatch(f -> f.path().startsWith(known + "/"))) {
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
