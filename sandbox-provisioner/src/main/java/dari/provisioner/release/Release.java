package dari.provisioner.release;

import dari.provisioner.BadInput;
import dari.provisioner.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;

/** A release folder as it lies on disk; reading it checks nothing, {@link ReleaseVerifier} does. */
public record Release(Path directory) {

    public static final String DATA = "data";
    public static final String MANIFEST = "manifest.json";
    public static final String CERTIFICATE = "certificate.json";
    public static final String ASSESSMENT = "assessment.json";
    public static final String CROISSANT = "croissant.json";

    /** The certificate for people, printable. */
    public static final String PAGE = "certificate.html";

    public static final String DICTIONARY = "dictionary.json";

    public Manifest manifest() {
        return Json.read(file(MANIFEST), Manifest.class);
    }

    public Certificate certificate() {
        return Json.read(file(CERTIFICATE), Certificate.class);
    }

    public Assessment assessment() {
        return Json.read(file(ASSESSMENT), Assessment.class);
    }

    public Dictionary dictionary() {
        return Json.read(file(DICTIONARY), Dictionary.class);
    }

    /** The folder of the tables. */
    public Path data() {
        return file(DATA);
    }

    /** Whether the tables are here too: those of a release that is used in place stay at the hospital. */
    public boolean hasData() {
        return Files.isDirectory(data());
    }

    /** @param table as named in the dictionary */
    public Path csv(String table) {
        return data().resolve(table + ".csv");
    }

    /** @param table as named in the dictionary */
    public Path parquet(String table) {
        return data().resolve(table + ".parquet");
    }

    private Path file(String name) {
        if (!Files.isDirectory(directory)) {
            throw new BadInput(directory.toString(), "is not a directory", "give the folder of a release");
        }
        return directory.resolve(name);
    }
}
