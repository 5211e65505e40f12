package dari.introductions;

/** How far two sides have come. */
public enum IntroductionStatus {
    INTERESTED,
    MUTUAL,
    DECLINED,
    EXPIRED
}
