package dari.provisioner.assess.synthetic;

/** Real rows that an attacker has from elsewhere, by person; person p belongs to fold p mod {@value #FOLDS}. */
@SuppressWarnings("ArrayRecordComponent") // numbers for a hot loop, never compared
record Reference(BitRows rows, int[] owners) {

    static final int FOLDS = 4;

    static Reference of(RealRows persons) {
        return new Reference(persons.rows(), persons.owners());
    }

    int foldOf(int row) {
        return foldOfPerson(owners[row]);
    }

    static int foldOfPerson(int person) {
        return person % FOLDS;
    }
}
