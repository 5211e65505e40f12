package dari.matching;

/**
 * What a change costs the side that makes it: the whole cost model, and the only place of it. The steps are ordinal: they
 * say which of two changes is the smaller one, and that two small ones can be smaller than one that is large; no source
 * gives such figures, so nothing else is read into them. A side that knows better picks another of the changes shown.
 */
enum Effort {
    /** Says or agrees to something; the same day, at one's desk. */
    SAY(1),
    /** The startup takes the same thing in another form: format, environment, region, a later start. */
    ACCEPT(2),
    /** The startup plans with less: persons, studies, years, hours, days, labels. */
    REDUCE(3),
    /** The hospital gives more of what it has: hours, days, a place, an earlier start. */
    OPEN(3),
    /** The startup does less with the data; its plan and its product change. */
    NARROW(4),
    /** The hospital works on its data: another format, environment, labels. */
    PREPARE(5),
    /** A board of the hospital decides on a use that it refused or never looked at. */
    PERMIT(6),
    /** The startup changes who works, from where, or what it lives on. */
    REORGANISE(7),
    /** The hospital brings in more patients, studies or years. */
    GATHER(8),
    /** The hospital asks patients for another legal ground. */
    GROUND(10);

    /** Shares of what is needed that are missing, each larger one a step more. */
    private static final double[] GAPS = {0.10, 0.25, 0.50};

    private final int steps;

    Effort(int steps) {
        this.steps = steps;
    }

    int cost() {
        return steps;
    }

    /**
     * The same for something that is counted: closing a small gap is less.
     *
     * @param met share of what is needed that is there, from 0 to 1
     */
    int cost(double met) {
        int cost = steps;
        for (double gap : GAPS) {
            if (1 - met > gap) {
                cost++;
            }
        }
        return cost;
    }
}
