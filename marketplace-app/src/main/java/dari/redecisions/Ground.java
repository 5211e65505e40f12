package dari.redecisions;

/**
 * One thing that a project rests on.
 *
 * @param about which of its kind: a board, a duty, a clause; empty where there is but one
 * @param value what the decision says of it, in codes: two grounds differ when this does
 * @param nameKo what it is called or says; empty where its codes say it. Of papers and questions the first line is the board,
 *     and each further line a paper
 */
record Ground(Subject subject, String about, String value, String nameKo, String nameEn) {

    static Ground of(Subject subject, String about, String value) {
        return new Ground(subject, about, value, "", "");
    }

    boolean isAboutSameAs(Ground other) {
        return subject == other.subject && about.equals(other.about);
    }
}
