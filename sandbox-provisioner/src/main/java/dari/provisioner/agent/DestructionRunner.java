package dari.provisioner.agent;

import dari.provisioner.BadInput;
import dari.provisioner.Sha256;
import dari.provisioner.agent.Protocol.Job;
import dari.provisioner.json.Json;
import dari.provisioner.release.Release;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Removes the secrets and working files of earlier jobs. That a job was run stays remembered ({@link JobDoor}): what is
 * removed here can never be made again from the same order.
 */
final class DestructionRunner {

    private final Path state;
    private final Clock clock;

    DestructionRunner(Path state, Clock clock) {
        this.state = state;
        this.clock = clock;
    }

    /**
     * What there was is written down before the first file goes, so that a killed run loses nothing of it.
     *
     * @throws BadInput when the order is not the one that was hashed, or names no jobs
     */
    DestroyedJobs remove(Job job, Path folder) throws IOException {
        Path listing = folder.resolve("listing.json");
        if (!Files.exists(listing)) {
            List<DestroyedJobs.Destroyed> found = new ArrayList<>();
            for (UUID id : ordered(job)) {
                found.add(look(id));
            }
            Path part = folder.resolve("listing.part");
            Json.write(part, new DestroyedJobs(found, clock.instant()));
            Files.move(part, listing, StandardCopyOption.ATOMIC_MOVE);
        }
        DestroyedJobs listed = Json.read(listing, DestroyedJobs.class);
        for (DestroyedJobs.Destroyed one : listed.jobs()) {
            UUID id = UUID.fromString(one.jobId());
            removeKey(key(id));
            for (Path path : below(files(id))) {
                Files.delete(path);
            }
        }
        return new DestroyedJobs(listed.jobs(), clock.instant());
    }

    private static List<UUID> ordered(Job job) {
        String order = Objects.requireNonNullElse(job.recipe(), "");
        if (!Sha256.hex(order.getBytes(StandardCharsets.UTF_8)).equals(job.recipeHash())) {
            throw new BadInput("order", "is not what was hashed", "ask for a new job");
        }
        try {
            return Stream.of(Json.parse(order, String[].class, "order"))
                    .map(UUID::fromString)
                    .filter(id -> !id.toString().equals(job.jobId()))
                    .toList();
        } catch (IllegalArgumentException e) {
            throw new BadInput("order", "names something that is no job", "ask for a new job");
        }
    }

    private DestroyedJobs.Destroyed look(UUID id) throws IOException {
        Path data = KeptReleases.folder(state, id).resolve(Release.DATA);
        int files = 0;
        int kept = 0;
        long bytes = 0;
        for (Path path : below(files(id))) {
            if (Files.isRegularFile(path)) {
                files++;
                kept += path.startsWith(data) ? 1 : 0;
                bytes += Files.size(path);
            }
        }
        return new DestroyedJobs.Destroyed(id.toString(), Files.exists(key(id)), files, bytes, kept);
    }

    /** Written over first: where the file system allows it, the secret is not left in a free block. */
    private static void removeKey(Path key) throws IOException {
        if (Files.exists(key)) {
            byte[] nothing = new byte[(int) Files.size(key)];
            Files.write(key, nothing, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
            Files.delete(key);
        }
    }

    /** Everything in a folder and the folder itself, the deepest first. */
    static List<Path> below(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.sorted(Comparator.reverseOrder()).toList();
        }
    }

    private Path key(UUID job) {
        return state.resolve("keys").resolve(job + ".hex");
    }

    private Path files(UUID job) {
        return state.resolve("jobs").resolve(job.toString());
    }
}
