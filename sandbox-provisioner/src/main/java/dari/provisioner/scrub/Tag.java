package dari.provisioner.scrub;

import org.jspecify.annotations.Nullable;

/** What the learned model says of a unit. The order is that of the weights. */
enum Tag {
    OUTSIDE(null),
    NAME(IdentifierType.NAME),
    ORGANIZATION(IdentifierType.ORGANIZATION),
    ADDRESS(IdentifierType.ADDRESS),
    DATE(IdentifierType.DATE),
    /** Numbers and codes of every kind, addresses of the net among them. */
    NUMBER(IdentifierType.ID);

    static final int COUNT = 6;

    private final @Nullable IdentifierType type;

    Tag(@Nullable IdentifierType type) {
        this.type = type;
    }

    @Nullable
    IdentifierType type() {
        return type;
    }

    static Tag of(IdentifierType type) {
        return switch (type) {
            case NAME -> NAME;
            case ORGANIZATION -> ORGANIZATION;
            case ADDRESS -> ADDRESS;
            case DATE -> DATE;
            case AGE, RRN, SSN, MRN, ID, PHONE, EMAIL, URL, IP -> NUMBER;
        };
    }
}
