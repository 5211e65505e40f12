package dari.provisioner.synthesize;

import dari.provisioner.privacy.Rho;

/** A way to spend an amount of privacy on a table. */
interface Mechanism {

    /**
     * @param facts about the table's columns, public
     * @param budget all that may be spent
     * @return what the answers say of the table
     */
    Estimate fit(PrivateTable data, PublicFacts facts, Rho budget);
}
