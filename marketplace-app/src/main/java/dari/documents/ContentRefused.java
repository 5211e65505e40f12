package dari.documents;

import dari.kernel.RuleBrokenException;

/** A text or file that is not taken, with the reason and what to do as a message. */
public final class ContentRefused extends RuleBrokenException {

    public ContentRefused(String reason, Object... arguments) {
        super("documents.refused." + reason, arguments);
    }
}
