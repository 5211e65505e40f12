package dari.matching.permission;

/** What a permitted use must do in return: a modifier of the consent that became a task. */
public enum Duty {
    /** Evidence of an ethics board's approval before access (DUO IRB). */
    ETHICS_APPROVAL,
    /** Work together with the holder of the data (DUO COL). */
    COLLABORATION,
    /** Publish the results (DUO PUB). */
    PUBLICATION,
    /** Publish nothing before the date the terms name (DUO MOR). */
    PUBLICATION_MORATORIUM,
    /** Return the trained model to the hospital. */
    MODEL_RETURN,
    /** Train again without patients who withdrew. */
    RETRAIN_AFTER_WITHDRAWAL;

    public String getMessageKey() {
        return "matching.duty." + name();
    }
}
