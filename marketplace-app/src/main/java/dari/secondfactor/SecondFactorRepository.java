package dari.secondfactor;

import dari.kernel.UserId;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface SecondFactorRepository extends Repository<SecondFactor, UserId> {

    SecondFactor save(SecondFactor factor);

    Optional<SecondFactor> findById(UserId account);

    boolean existsByAccountAndConfirmedAtIsNotNull(UserId account);

    void delete(SecondFactor factor);
}
