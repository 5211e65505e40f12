package dari.exports;

import dari.documents.FileName;
import dari.documents.FileStorage;
import dari.documents.MalwareScan;
import dari.documents.ScanState;
import dari.exports.scan.ExportForm;
import dari.exports.scan.FileScan;
import dari.exports.scan.Finding;
import dari.exports.scan.ReleaseFacts;
import dari.exports.scan.ResultTable;
import dari.exports.scan.Scanned;
import dari.exports.scan.Severity;
import dari.exports.scan.WeightTerms;
import dari.kernel.Ids;
import dari.kernel.RuleBrokenException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Takes files in: size, form by content, malware, and what of persons is in them. Blocked ones leave no bytes behind. */
@Component
class ExportFiles {

    private static final Set<ExportForm> WITH_TABLES = EnumSet.of(ExportForm.CSV, ExportForm.XLSX, ExportForm.NOTEBOOK);

    private final ExportFileRepository files;
    private final ExportStorage storage;
    private final MalwareScan malware;
    private final ExportProperties limits;
    private final Ids ids;

    ExportFiles(
            ExportFileRepository files, ExportStorage storage, MalwareScan malware, ExportProperties limits, Ids ids) {
        this.files = files;
        this.storage = storage;
        this.malware = malware;
        this.limits = limits;
        this.ids = ids;
    }

    /**
     * @throws RuleBrokenException when it is too large, or the malware scanner does not answer
     */
    ExportFile take(UUID export, ExportKind kind, MultipartFile sent, ReleaseFacts release, WeightTerms terms) {
        if (sent.getSize() > limits.most(kind).toBytes()) {
            throw new RuleBrokenException("exports.rule.size", limits.most(kind).toMegabytes());
        }
        try {
            if (kind == ExportKind.RESULTS) {
                return takeResults(export, sent.getOriginalFilename(), sent.getBytes(), release);
            }
            UUID id = ids.next();
            try (InputStream in = sent.getInputStream()) {
                storage.write(id, in);
            }
            ScanState looked;
            try (InputStream in = sent.getInputStream()) {
                looked = malware.scan(in).state();
            }
            Scanned scanned =
                    looked == ScanState.INFECTED ? infected() : FileScan.weights(storage.path(id), release, terms);
            ExportFile.Content content =
                    new ExportFile.Content(sent.getSize(), ExportStorage.sha256(storage.path(id)), looked);
            if (scanned.isBlocked()) {
                storage.delete(id);
            }
            return files.save(new ExportFile(id, export, name(sent.getOriginalFilename(), scanned), content, scanned));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ExportFile takeResults(UUID export, @Nullable String name, byte[] content, ReleaseFacts release) {
        ScanState looked = malware.scan(content).state();
        Scanned scanned = looked == ScanState.INFECTED ? infected() : FileScan.results(content, release);
        UUID id = ids.next();
        if (!scanned.isBlocked()) {
            storage.write(id, content);
        }
        return files.save(new ExportFile(
                id,
                export,
                name(name, scanned),
                new ExportFile.Content(content.length, FileStorage.sha256(content), looked),
                scanned));
    }

    /** The tables of a kept file, read anew. */
    List<ResultTable> tables(ExportFile file) {
        return file.blocked() || !WITH_TABLES.contains(file.known())
                ? List.of()
                : FileScan.tables(storage.read(file.id(), file.sha256()));
    }

    private static Scanned infected() {
        return new Scanned(null, List.of(new Finding("infected", Severity.BLOCKS, null, null, List.of())));
    }

    private static String name(@Nullable String sent, Scanned scanned) {
        ExportForm form = scanned.form();
        return form == null
                ? FileName.of(sent, ending -> true, "bin")
                : FileName.of(sent, form::isCalledBy, form.usualEnding());
    }
}
