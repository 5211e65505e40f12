package dari.provisioner.agent;

import dari.provisioner.BadInput;
import dari.provisioner.Refused;
import dari.provisioner.SurroundingsFailed;
import dari.provisioner.agent.Protocol.CarriedReport;
import dari.provisioner.agent.Protocol.Job;
import dari.provisioner.agent.Protocol.Refusal;
import dari.provisioner.agent.Protocol.StateReport;
import dari.provisioner.exclude.KeptLists;
import dari.provisioner.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Where networks are separated: jobs come in as files and what became of each goes out as one file, by hand, with the
 * checks of the online way.
 */
final class CarriedJobs {

    static final String JOB = ".job.json";
    static final String RESULT = ".result.zip";

    private final Credentials credentials;
    private final HospitalPolicy policy;
    private final KeptLists lists;
    private final JobDoor door;
    private final JobRunner runner;
    private final CarriedLedger ledger;
    private final PrintStream log;
    private final Clock clock;

    CarriedJobs(
            Credentials credentials,
            HospitalPolicy policy,
            KeptLists lists,
            JobDoor door,
            JobRunner runner,
            CarriedLedger ledger,
            PrintStream log,
            Clock clock) {
        this.credentials = credentials;
        this.policy = policy;
        this.lists = lists;
        this.door = door;
        this.runner = runner;
        this.ledger = ledger;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Runs every job file of a directory, in the order of names; without any, writes a result that tells the sources. Each result
     * brings the ledger's newest lines along.
     *
     * @throws Refused after all were looked at, when one was refused or waits for the steward
     */
    void carry(Path in, Path out) {
        int left = 0;
        try {
            Files.createDirectories(out);
            List<Path> jobs = jobs(in);
            for (Path file : jobs) {
                left += carryOne(file, out) ? 0 : 1;
            }
            if (jobs.isEmpty()) {
                write(out.resolve("sources" + RESULT), report(null, null, null), in, List.of());
            }
        } catch (IOException e) {
            throw new SurroundingsFailed("a file to carry cannot be read or written", e);
        }
        if (left > 0) {
            throw new Refused(left + " of the carried jobs not carried out; see the lines above");
        }
    }

    private static List<Path> jobs(Path in) throws IOException {
        if (!Files.isDirectory(in)) {
            throw new BadInput(in.toString(), "is not a directory", "give the directory with the job files");
        }
        try (Stream<Path> files = Files.list(in)) {
            return files.filter(file -> String.valueOf(file.getFileName()).endsWith(JOB))
                    .sorted()
                    .toList();
        }
    }

    private boolean carryOne(Path file, Path out) throws IOException {
        String name = String.valueOf(file.getFileName());
        Path target = out.resolve(name.substring(0, name.length() - JOB.length()) + RESULT);
        JobDoor.Answer answer = door.ask(Files.readString(file, StandardCharsets.UTF_8));
        Job job = answer.job();
        if (job == null) {
            Refusal refusal = answer.refusal();
            log.println(name + ": refused, " + (refusal == null ? "" : refusal.reason()));
            write(target, report(refusal == null ? null : refusal.jobId(), null, refusal), file, List.of());
            return false;
        }
        JobRunner.Result result = runner.run(job, () -> log.println(name + ": running"));
        if (!result.isEnd()) {
            return false;
        }
        write(target, report(job.jobId(), result.report(), null), result.folder(), result.files());
        runner.handedOver();
        door.close(job);
        log.println(name + ": " + result.report().state() + ", carry " + target.getFileName() + " to the marketplace");
        return true;
    }

    private CarriedReport report(@Nullable String job, @Nullable StateReport end, @Nullable Refusal refusal) {
        return new CarriedReport(
                credentials.agentId(),
                clock.instant(),
                policy.sourceNames(),
                lists.dates(policy.sourceNames()),
                job,
                end,
                refusal);
    }

    /** Visible by one rename, whole. */
    private void write(Path target, CarriedReport report, Path folder, List<String> files) throws IOException {
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try (OutputStream raw = Files.newOutputStream(part);
                ZipOutputStream zip = new ZipOutputStream(raw)) {
            Signed signed =
                    Signed.by(RequestSignature.privateKey(credentials.privateKey()), CarriedReport.KIND, report);
            zip.putNextEntry(new ZipEntry(CarriedReport.FILE));
            zip.write(Json.text(signed).getBytes(StandardCharsets.UTF_8));
            Optional<Signed> lines = ledger.lines();
            if (lines.isPresent()) { // before the release, so that what it cost is known when it is there
                zip.putNextEntry(new ZipEntry(LedgerDocuments.Lines.FILE));
                zip.write(Json.text(lines.get()).getBytes(StandardCharsets.UTF_8));
            }
            for (String file : files) {
                zip.putNextEntry(new ZipEntry(file));
                Files.copy(folder.resolve(file), zip);
            }
        }
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
