package dari.exports.scan;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** What may leave. A file is what its content says, never what its name says. */
public enum ExportForm {
    CSV("text/csv; charset=utf-8", "csv", "tsv"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    PDF("application/pdf", "pdf"),
    PNG("image/png", "png"),
    TEXT("text/plain; charset=utf-8", "txt", "md", "log", "json", "py", "r", "sql"),
    NOTEBOOK("application/x-ipynb+json", "ipynb"),
    SAFETENSORS("application/octet-stream", "safetensors"),
    ONNX("application/octet-stream", "onnx");

    private final String mediaType;

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<String> endings;

    private final String usual;

    ExportForm(String mediaType, String... endings) {
        this.mediaType = mediaType;
        this.usual = endings[0];
        this.endings = Set.copyOf(Arrays.asList(endings));
    }

    public String mediaType() {
        return mediaType;
    }

    public String usualEnding() {
        return usual;
    }

    public boolean isCalledBy(String ending) {
        return endings.contains(ending.toLowerCase(Locale.ROOT));
    }
}
