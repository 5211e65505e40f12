package dari.exports;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface ExportFileRepository extends Repository<ExportFile, UUID> {

    ExportFile save(ExportFile file);

    List<ExportFile> findByExportOrderById(UUID export);

    List<ExportFile> findByExportInOrderById(Collection<UUID> exports);

    List<ExportFile> findByExportInOrderByIdDesc(Collection<UUID> exports);

    Optional<ExportFile> findByIdAndExport(UUID id, UUID export);

    void delete(ExportFile file);
}
