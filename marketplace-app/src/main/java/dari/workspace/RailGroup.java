package dari.workspace;

import java.util.Arrays;

/** The parts of a rail, each under its own heading; which one an entry stands in follows from its place. */
public enum RailGroup {
    HOME(0),
    OWN(10),
    PARTNERS(30),
    CALLS(50),
    PROJECTS(60),
    OVERSIGHT(80);

    private final int from;

    RailGroup(int from) {
        this.from = from;
    }

    static RailGroup at(int order) {
        return Arrays.stream(values())
                .filter(group -> group.from <= order)
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }
}
