package dari.matching;

/** Who asks and who offers. */
public enum Side {
    STARTUP,
    HOSPITAL
}
