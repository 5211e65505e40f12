package dari.accounts;

import dari.kernel.UserId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface AccountRepository extends Repository<Account, UserId> {

    Account save(Account account);

    Optional<Account> findById(UserId id);

    Optional<Account> findByEmail(String email);

    List<Account> findByIdIn(Collection<UserId> ids);
}
