package dari.provisioner.agent;

import dari.provisioner.Refused;
import dari.provisioner.Sha256;
import dari.provisioner.SurroundingsFailed;
import dari.provisioner.agent.Protocol.Job;
import dari.provisioner.count.CountAnswer;
import dari.provisioner.count.CountMapping;
import dari.provisioner.count.CountQuestion;
import dari.provisioner.count.Counting;
import dari.provisioner.engine.ExcludedPersons;
import dari.provisioner.exclude.Exclusions;
import dari.provisioner.json.Json;
import dari.provisioner.pipeline.ProvisioningRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Answers how many persons meet criteria, as far as the hospital's policy lets it. What was answered is kept in an
 * append-only file: the same question about unchanged files gets the same answer, and each month has an end.
 */
final class CountRunner {

    private static final String KEPT = "counts.jsonl";

    private final HospitalPolicy policy;
    private final Path state;
    private final Clock clock;

    CountRunner(HospitalPolicy policy, Path state, Clock clock) {
        this.policy = policy;
        this.state = state;
        this.clock = clock;
    }

    /** An answer that was given. */
    private record Given(String source, String files, CountAnswer answer) {}

    /** @param exclusions who counts nowhere; another list is another source */
    CountAnswer answer(Job job, @Nullable Exclusions exclusions) throws NotAnswered, IOException {
        CountMapping mapping = policy.rules().counts().get(job.source());
        Path source = policy.sources().get(job.source());
        if (mapping == null || source == null) {
            throw new NotAnswered("policy.count");
        }
        CountQuestion question = CountQuestion.read(Objects.requireNonNullElse(job.recipe(), ""));
        if (!question.hash().equals(job.recipeHash())) {
            throw new NotAnswered("policy.hash");
        }
        String files = fingerprint(source) + (exclusions == null ? "" : "-" + exclusions.head());
        List<Given> given = given();
        Optional<CountAnswer> before = given.stream()
                .filter(kept ->
                        kept.source().equals(job.source()) && kept.files().equals(files))
                .map(Given::answer)
                .filter(answer -> answer.questionHash().equals(question.hash()))
                .findFirst();
        if (before.isPresent()) {
            return before.get();
        }
        if (inThisMonth(given, job.source()) >= mapping.perMonth()) {
            throw new NotAnswered("policy.countLimit");
        }
        CountAnswer answer = count(question, mapping, source, exclusions);
        answer.require(question);
        keep(new Given(job.source(), files, answer));
        return answer;
    }

    private CountAnswer count(
            CountQuestion question, CountMapping mapping, Path source, @Nullable Exclusions exclusions)
            throws NotAnswered {
        try {
            ExcludedPersons excluded = exclusions == null ? ExcludedPersons.NOBODY : exclusions.persons();
            return new Counting(clock).count(question, mapping, source, excluded, ProvisioningRequest.DEFAULT_MEMORY);
        } catch (Refused e) {
            throw new NotAnswered(String.valueOf(e.getMessage()));
        }
    }

    private long inThisMonth(List<Given> given, String source) {
        YearMonth now = month(clock.instant());
        return given.stream()
                .filter(kept -> kept.source().equals(source))
                .filter(kept -> month(kept.answer().countedAt()).equals(now))
                .count();
    }

    private static YearMonth month(Instant instant) {
        return YearMonth.from(instant.atZone(ZoneOffset.UTC));
    }

    private List<Given> given() throws IOException {
        Path file = state.resolve(KEPT);
        if (!Files.exists(file)) {
            return List.of();
        }
        return Files.readAllLines(file).stream()
                .map(line -> Json.parse(line, Given.class, KEPT))
                .toList();
    }

    private void keep(Given given) throws IOException {
        Files.createDirectories(state);
        String line = Json.text(given).replaceAll("\\s*\\R\\s*", " ") + "\n";
        Files.writeString(state.resolve(KEPT), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Tells a source's files from changed ones: names, sizes and times. */
    private static String fingerprint(Path source) throws IOException {
        try (Stream<Path> files = Files.walk(source)) {
            String all = files.filter(Files::isRegularFile)
                    .sorted()
                    .map(file -> source.relativize(file) + " " + size(file) + " " + changed(file))
                    .collect(Collectors.joining("\n"));
            return Sha256.hex(all.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new SurroundingsFailed("a file of the source cannot be read", e);
        }
    }

    private static FileTime changed(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new SurroundingsFailed("a file of the source cannot be read", e);
        }
    }
}
