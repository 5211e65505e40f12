package dari.provisioner.release;

import dari.provisioner.Refused;
import dari.provisioner.Sha256;
import dari.provisioner.SurroundingsFailed;
import dari.provisioner.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Hashes every file of a folder into its manifest and signs it: the last thing done to a release. */
public final class ReleaseSeal {

    private ReleaseSeal() {}

    /** Writes {@code manifest.json} over everything else in the folder. */
    public static Manifest seal(Path directory, @Nullable PrivateKey key) {
        return seal(directory, List.of(), key);
    }

    /** @param hashed files that nobody has touched since {@link #list} read them: the large ones are not read again */
    public static Manifest seal(Path directory, List<Manifest.Entry> hashed, @Nullable PrivateKey key) {
        Manifest unsigned = new Manifest(1, list(directory, hashed), null);
        Manifest manifest = key == null ? unsigned : new Manifest(1, unsigned.files(), sign(unsigned, key));
        Json.write(directory.resolve(Release.MANIFEST), manifest);
        return manifest;
    }

    private static Manifest.Signature sign(Manifest manifest, PrivateKey key) {
        return new Manifest.Signature(Ed25519.NAME, Ed25519.sign(key, manifest.canonicalBytes()));
    }

    /** Every file below the folder but the manifest itself; a link or special file is refused. */
    public static List<Manifest.Entry> list(Path directory) {
        return list(directory, List.of());
    }

    private static List<Manifest.Entry> list(Path directory, List<Manifest.Entry> hashed) {
        Map<String, Manifest.Entry> known =
                hashed.stream().collect(Collectors.toMap(Manifest.Entry::path, Function.identity()));
        List<Manifest.Entry> entries = new ArrayList<>();
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path file : (Iterable<Path>) all.sorted()::iterator) {
                String path = directory.relativize(file).toString().replace('\\', '/');
                if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS) || path.equals(Release.MANIFEST)) {
                    continue;
                }
                if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    throw new Refused(path + ": is not a plain file");
                }
                Manifest.Entry entry = known.get(path);
                entries.add(entry == null ? new Manifest.Entry(path, Files.size(file), Sha256.hex(file)) : entry);
            }
        } catch (IOException e) {
            throw new SurroundingsFailed("cannot read the release folder", e);
        }
        return entries;
    }

    /** Every folder below the folder. */
    static List<String> folders(Path directory) {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(f -> !f.equals(directory) && Files.isDirectory(f, LinkOption.NOFOLLOW_LINKS))
                    .map(f -> directory.relativize(f).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new SurroundingsFailed("cannot read the release folder", e);
        }
    }
}
