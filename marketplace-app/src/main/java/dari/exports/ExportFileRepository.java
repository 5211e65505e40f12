package dari.exports;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ExportFileRepository extends Repository<ExportFile, UUID> {

    ExportFile save(ExportFile file);

    List<ExportFile> findByExportOrderById(UUID export);

    List<ExportFile> findByExportInOrderById(Collection<UUID> exports);

    List<ExportFile> findByExportInOrderByIdDesc(Collection<UUID> exports);

    Optional<ExportFile> findByIdAndExport(UUID id, UUID export);

    /** Of which the bytes are here. */
    @Query("select f.id from ExportFile f where f.blocked = false")
    List<UUID> findKept();

    /** Under which the marked bytes lie. */
    @Query("select f.marked from ExportFile f where f.marked is not null")
    List<UUID> findMarked();

    void delete(ExportFile file);
}
