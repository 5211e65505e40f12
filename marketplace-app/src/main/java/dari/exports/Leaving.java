package dari.exports;

import dari.exports.scan.ExportForm;
import java.nio.file.Path;

/** A file on its way out: always to be saved, never to be shown by the browser. */
public record Leaving(String name, ExportForm form, Path path) {}
