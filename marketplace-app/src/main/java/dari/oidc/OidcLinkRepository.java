package dari.oidc;

import dari.kernel.UserId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface OidcLinkRepository extends Repository<OidcLink, UUID> {

    OidcLink save(OidcLink link);

    Optional<OidcLink> findByIssuerAndSubject(String issuer, String subject);

    Optional<OidcLink> findByAccountAndIssuer(UserId account, String issuer);

    void delete(OidcLink link);
}
