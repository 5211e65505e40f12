package dari.workspace;

import java.util.List;

/** A feature with pages of its own says here where they stand in the rail of each desk. */
@FunctionalInterface
public interface RailSource {

    List<RailEntry> entries();
}
