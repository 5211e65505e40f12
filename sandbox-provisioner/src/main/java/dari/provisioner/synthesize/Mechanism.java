package dari.provisioner.synthesize;

import dari.provisioner.privacy.Rho;
import java.util.random.RandomGenerator;

/** A way to spend an amount of privacy on a table and to make rows of the answers. */
interface Mechanism {

    /**
     * @param budget all that may be spent
     * @param random for what needs no privacy: rounding and order of the rows
     */
    CodedTable synthesise(PrivateTable data, Rho budget, RandomGenerator random);
}
