package dari.provisioner.synthesize.history;

/**
 * Persons in two parts, so that some are withheld before anything is measured. A person's part follows its own keyed hash: nobody
 * else's presence moves it, so whatever is promised to the persons of one part holds for all.
 *
 * @param used whom a release may be made from
 * @param withheld who take no part in it
 */
public record Withheld(Histories used, Histories withheld) {

    /** Sets this choice apart from those of {@link PrivateHistories}, which number theirs from 0. */
    private static final int PURPOSE = -1;

    /** @param share of the persons that is withheld, from 0 to below 1 */
    public static Withheld of(Histories histories, double share) {
        return new Withheld(
                reader -> histories.each(history -> {
                    if (!isWithheld(history, share)) {
                        reader.accept(history);
                    }
                }),
                reader -> histories.each(history -> {
                    if (isWithheld(history, share)) {
                        reader.accept(history);
                    }
                }));
    }

    private static boolean isWithheld(History history, double share) {
        return KeyedOrder.fraction(history.order(), PURPOSE) < share;
    }
}
