package dari.exports;

import dari.exports.scan.ReleaseFacts;
import dari.provisioner.release.Dictionary;
import dari.provisioner.release.Distribution;
import dari.provisioner.release.Manifest;
import dari.provisioner.release.Release;
import dari.provisioner.release.ReleaseVerifier;
import java.util.List;
import java.util.stream.Collectors;

/** Says what of a release files are compared with. */
final class ReleaseReader {

    private static final String IDENTIFIER = "identifier";

    private ReleaseReader() {}

    static ReleaseFacts facts(Release release) {
        List<Dictionary.Table> tables = release.dictionary().tables();
        return new ReleaseFacts(
                threshold(release),
                tables.stream()
                        .map(table -> new ReleaseFacts.Table(
                                table.name(),
                                table.columns().stream()
                                        .map(Dictionary.Column::name)
                                        .collect(Collectors.toSet()),
                                table.columns().stream()
                                        .filter(column -> column.role().equals(IDENTIFIER))
                                        .map(Dictionary.Column::name)
                                        .collect(Collectors.toSet()),
                                table.rows()))
                        .toList(),
                release.manifest().files().stream() // by what was signed: the tables themselves may be elsewhere
                        .filter(file -> ReleaseVerifier.isData(file.path())
                                && file.path().endsWith(".csv"))
                        .mapToLong(Manifest.Entry::bytes)
                        .sum());
    }

    /** What the release itself keeps hidden, and what its recipe asks of every class of persons, whichever is more. */
    static long threshold(Release release) {
        return Math.max(
                Distribution.SMALLEST_SHOWN, release.certificate().guarantee().kAsked());
    }
}
