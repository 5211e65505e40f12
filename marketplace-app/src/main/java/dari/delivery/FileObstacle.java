package dari.delivery;

/** What keeps a release from leaving as files; the sentence is the message {@code delivery.obstacle.<name>}. */
public enum FileObstacle {
    /** The agreement says that it is opened, not sent. */
    MODE,
    /** The agreement forbids downloads. */
    DOWNLOADS,
    /** Only the high tier has files. */
    TIER,
    /** The three people whom the high tier asks for have not let it go yet. */
    LOOKS,
    /** The steward's recipe does not allow files. */
    RECIPE
}
