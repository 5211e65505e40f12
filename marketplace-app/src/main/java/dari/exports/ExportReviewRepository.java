package dari.exports;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface ExportReviewRepository extends Repository<ExportReview, UUID> {

    ExportReview save(ExportReview review);

    List<ExportReview> findByExportOrderById(UUID export);

    List<ExportReview> findByExportInOrderById(Collection<UUID> exports);
}
