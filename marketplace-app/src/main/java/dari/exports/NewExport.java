package dari.exports;

/** What a startup says of the files it asks for. */
public record NewExport(ExportKind kind, String title, String purpose) {}
