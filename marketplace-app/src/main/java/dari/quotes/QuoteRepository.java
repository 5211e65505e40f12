package dari.quotes;

import dari.kernel.OrganizationId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

interface QuoteRepository extends Repository<Quote, UUID> {

    Quote save(Quote quote);

    Optional<Quote> findById(UUID id);

    Optional<Quote> findByProject(UUID project);

    /** The latest version first. */
    List<Quote> findByIntroductionOrderByNumberDesc(UUID introduction);

    List<Quote> findByStartupAndStatusOrderByValidUntil(OrganizationId startup, QuoteStatus status, Limit most);
}
