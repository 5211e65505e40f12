package dari.offers;

/** What a price is for one of. */
public enum CostUnit {
    PROJECT,
    PERSON,
    STUDY,
    MONTH,
    HOUR,
    GIGABYTE
}
