package dari.provisioner.assess.synthetic;

/** Real rows that an attacker has from elsewhere; row r belongs to fold r mod {@value #FOLDS}. */
record Reference(BitRows rows) {

    static final int FOLDS = 4;

    static int foldOf(int row) {
        return row % FOLDS;
    }
}
