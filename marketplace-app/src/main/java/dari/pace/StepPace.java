package dari.pace;

import dari.workspace.Pace;

/**
 * How long a kind of step took on this marketplace.
 *
 * @param holders how many did such steps
 */
public record StepPace(Step step, int holders, Pace pace) {}
