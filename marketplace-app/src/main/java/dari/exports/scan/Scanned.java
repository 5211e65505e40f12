package dari.exports.scan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a look into a file found.
 *
 * @param form null where it is none that may leave
 */
public record Scanned(@Nullable ExportForm form, List<Finding> findings) {

    public Scanned {
        findings = List.copyOf(findings);
    }

    static Scanned refused(String code) {
        return new Scanned(null, List.of(Finding.blocks(code)));
    }

    public boolean isBlocked() {
        return form == null || findings.stream().anyMatch(Finding::blocks);
    }
}
