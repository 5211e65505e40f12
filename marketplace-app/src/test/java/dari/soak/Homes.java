package dari.soak;

import dari.projects.ProjectView;
import dari.support.ActAs;
import dari.workspace.WaitingItem;
import dari.workspace.WaitingSource;
import java.util.List;

/** Whether those whose turn it is read so where they begin their day. */
final class Homes {

    /** What is said of a step that its person could not have known of. */
    static final String UNTOLD = "nobody was told";

    private final List<WaitingSource> sources;

    Homes(List<WaitingSource> sources) {
        this.sources = sources;
    }

    /** Whether a thing of this project waits for this person by their home page; what is too much for it stands elsewhere. */
    String told(ActAs person, ProjectView project) {
        List<WaitingItem> waiting = person.get(() -> sources.stream()
                .flatMap(source -> source.waitingFor(person.actor()).stream())
                .filter(item -> item.clock().mine())
                .toList());
        boolean named = waiting.stream().anyMatch(item -> item.arguments().contains(project.number()));
        return named || waiting.size() >= WaitingSource.MOST ? "" : " (" + UNTOLD + ")";
    }
}
