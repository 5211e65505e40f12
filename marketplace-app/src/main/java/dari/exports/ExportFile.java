package dari.exports;

import dari.documents.ScanState;
import dari.exports.scan.ExportForm;
import dari.exports.scan.Finding;
import dari.exports.scan.Scanned;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** One file of a request; of a blocked one only what was found is kept. */
@Entity
class ExportFile {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {};

    @Id
    private UUID id;

    @Version
    private Integer version;

    private UUID export;
    private String name;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private @Nullable ExportForm form;

    private long bytes;

    @JdbcTypeCode(SqlTypes.BINARY)
    private byte[] sha256;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private ScanState malware;

    private boolean blocked;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private String findings;

    private @Nullable UUID marked;
    private @Nullable Long releasedBytes;

    @JdbcTypeCode(SqlTypes.BINARY)
    private byte @Nullable [] releasedSha256;

    protected ExportFile() {}

    ExportFile(UUID id, UUID export, String name, Content content, Scanned scanned) {
        this.id = id;
        this.export = export;
        this.name = name;
        this.form = scanned.form();
        this.bytes = content.bytes();
        this.sha256 = content.sha256();
        this.malware = content.malware();
        this.blocked = scanned.isBlocked();
        this.findings = JSON.writeValueAsString(scanned.findings());
    }

    /** What was sent, as bytes. */
    @SuppressWarnings("ArrayRecordComponent") // a hash that nobody compares by equals
    record Content(long bytes, byte[] sha256, ScanState malware) {}

    /** @param other under which id the marked bytes lie; its own where the form allows no mark */
    void release(UUID other, long size, byte[] hash) {
        marked = other.equals(id) ? null : other;
        releasedBytes = size;
        releasedSha256 = hash;
    }

    void found(Finding more) {
        List<Finding> all = new ArrayList<>(findings());
        all.removeIf(finding -> finding.code().equals(more.code()));
        all.add(more);
        findings = JSON.writeValueAsString(all);
    }

    UUID id() {
        return id;
    }

    UUID export() {
        return export;
    }

    String name() {
        return name;
    }

    @Nullable
    ExportForm form() {
        return form;
    }

    /** @throws NullPointerException for a blocked file */
    ExportForm known() {
        return Objects.requireNonNull(form);
    }

    long bytes() {
        return bytes;
    }

    byte[] sha256() {
        return sha256;
    }

    ScanState malware() {
        return malware;
    }

    boolean blocked() {
        return blocked;
    }

    List<Finding> findings() {
        return JSON.readValue(findings, FINDINGS);
    }

    boolean isMarked() {
        return marked != null;
    }

    /** Under which id the bytes lie that leave. */
    UUID leaving() {
        return marked == null ? id : marked;
    }

    @Nullable
    Long releasedBytes() {
        return releasedBytes;
    }

    byte @Nullable [] releasedSha256() {
        return releasedSha256;
    }
}
