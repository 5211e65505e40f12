package dari.provisioner.engine;

import java.util.List;

/**
 * The files of one table, for an engine that reads them itself.
 *
 * @param isParquet otherwise CSV
 */
public record TableFiles(boolean isParquet, List<File> files) {

    public TableFiles {
        files = List.copyOf(files);
    }

    /**
     * @param path absolute
     * @param charset name of it; UTF-8 for Parquet
     * @param delimiter of a CSV file
     */
    public record File(String path, String charset, char delimiter) {}
}
