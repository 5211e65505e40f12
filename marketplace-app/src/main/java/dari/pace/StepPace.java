package dari.pace;

import dari.workspace.Pace;

/**
 * How long a kind of step took on this marketplace.
 *
 * @param holders how many did such steps
 */
public record StepPace(Step step, int holders, Pace pace) {

    /** Fewer persons could be told apart by who works with them. */
    private static final int LEAST_PERSONS = 3;

    /** Whether the figure is about organisations, or about enough persons that it says nothing of one. */
    boolean tellsOfNobody() {
        return step.holder() == Step.Holder.ORGANIZATION || holders >= LEAST_PERSONS;
    }
}
