package dari.exports;

import dari.documents.FileStorage;
import dari.exports.scan.ExportForm;
import dari.kernel.Ids;
import dari.kernel.SigningKey;
import dari.organizations.OrganizationFacts;
import dari.projects.ProjectView;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Marks the files of an approved export and signs who got what. */
@Component
class ExportSeal {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Their bytes are in memory while they are marked; models are never marked. */
    private static final List<ExportForm> MARKED = List.of(ExportForm.CSV, ExportForm.TEXT, ExportForm.PDF);

    private final ExportStorage storage;
    private final Ids ids;
    private final SigningKey key;

    ExportSeal(
            ExportStorage storage,
            Ids ids,
            @Value("${dari.home}") Path home,
            @Value("${dari.exports.key:}") String privateKey,
            @Value("${dari.exports.public-key:}") String publicKey) {
        this.storage = storage;
        this.ids = ids;
        this.key = SigningKey.of(
                home, "keys/exports.key", privateKey, publicKey, "DARI_EXPORT_KEY and DARI_EXPORT_PUBLIC_KEY");
    }

    /** X.509, Base64. */
    String publicKey() {
        return key.publicKey();
    }

    /**
     * What is signed, as JSON.
     *
     * @param dariExport version of this shape
     */
    record Statement(
            int dariExport,
            UUID export,
            String project,
            String recipient,
            String recipientEn,
            UUID requestedBy,
            String hospital,
            String kind,
            Instant approvedAt,
            LocalDate availableUntil,
            List<Left> files) {}

    /** @param sha256 of the bytes that left; {@code lookedAtSha256} of those that people looked at */
    record Left(String name, String form, long bytes, String sha256, String lookedAtSha256, boolean marked) {}

    Sidecar seal(Export export, List<ExportFile> files, ProjectView project, LocalDate until, Instant now) {
        String line = line(export, project, now);
        List<Left> left = new ArrayList<>();
        for (ExportFile file : files) {
            mark(file, line);
            left.add(new Left(
                    file.name(),
                    file.known().name(),
                    Objects.requireNonNull(file.releasedBytes()),
                    hex(Objects.requireNonNull(file.releasedSha256())),
                    hex(file.sha256()),
                    file.isMarked()));
        }
        OrganizationFacts startup = project.startup();
        String statement = JSON.writeValueAsString(new Statement(
                1,
                export.id(),
                project.number(),
                startup.name(),
                startup.name(Locale.ENGLISH),
                export.requester().value(),
                project.hospital().name(),
                export.kind().name(),
                now.truncatedTo(ChronoUnit.SECONDS),
                until,
                left));
        return new Sidecar(statement, key.sign(statement.getBytes(StandardCharsets.UTF_8)));
    }

    private void mark(ExportFile file, String line) {
        Optional<byte[]> marked = MARKED.contains(file.known())
                ? Marks.mark(file.known(), storage.read(file.id(), file.sha256()), line)
                : Optional.empty();
        if (marked.isEmpty()) {
            storage.checked(file.id(), file.sha256());
            file.release(file.id(), file.bytes(), file.sha256());
            return;
        }
        UUID id = ids.next();
        storage.write(id, marked.get());
        file.release(id, marked.get().length, FileStorage.sha256(marked.get()));
    }

    private static String line(Export export, ProjectView project, Instant now) {
        String recipient = project.startup().name(Locale.ENGLISH).replaceAll("[^\\x20-\\x7e]", "?");
        return "Dari export " + export.id() + ", project " + project.number() + ", to " + recipient + ", approved "
                + now.truncatedTo(ChronoUnit.SECONDS) + ". Not to be passed on.";
    }

    static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
