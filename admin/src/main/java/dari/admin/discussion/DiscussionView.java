package dari.admin.discussion;

import java.util.List;

/** A discussion as one of its members sees it. */
public record DiscussionView(boolean begun, boolean open, List<ShownRemark> remarks) {

    static final DiscussionView NONE = new DiscussionView(false, false, List.of());
}
