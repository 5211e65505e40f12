package dari.provisioner;

import java.util.Locale;

/** What can be wrong with a hospital's source directory. */
public enum SourceProblem {
    /** No such directory. */
    MISSING,
    /** A directory without a table. */
    EMPTY,
    /** Two files of one table. */
    TWICE,
    /** A file that cannot be opened as what its name says. */
    UNREADABLE,
    HEADER,
    UNNAMED,
    COLUMN_TWICE,
    /** A line whose columns or quotes do not fit. */
    LINE,
    ENCODING,
    PARQUET,
    /** A line that is no FHIR resource. */
    FHIR,
    /** A table of which the exclusion list does not say where it names persons. */
    EXCLUSION;

    /** As agents report it, e.g. {@code source.line}. */
    public String code() {
        return "source." + name().toLowerCase(Locale.ROOT);
    }
}
