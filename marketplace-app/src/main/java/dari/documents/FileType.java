package dari.documents;

import java.util.Locale;

/** What is taken. A file is what its content says, never what its name says. */
public enum FileType {
    PDF("application/pdf", "pdf"),
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    TEXT("text/plain; charset=utf-8", "txt");

    private final String mediaType;
    private final String extension;

    FileType(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Whether the characters in it were read; those in a picture are not. */
    public boolean isRead() {
        return this != PNG && this != JPEG;
    }

    boolean isCalledBy(String ending) {
        String lower = ending.toLowerCase(Locale.ROOT);
        return switch (this) {
            case JPEG -> lower.matches("jpe?g");
            case TEXT -> lower.matches("txt|csv|tsv|md");
            default -> lower.equals(extension);
        };
    }

    String extension() {
        return extension;
    }
}
