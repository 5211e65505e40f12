package dari.provisioner.recipe;

/**
 * Whether the release is attacked before it is let go.
 *
 * @param required without it a release is made but can never become READY
 * @param holdout share of persons withheld before treatment, as the attacks' control
 */
public record AssessmentLevel(boolean required, double holdout) {

    public static final AssessmentLevel NONE = new AssessmentLevel(false, 0);

    /** Held out when the recipe says {@code required} and no share. */
    public static final double DEFAULT_HOLDOUT = 0.1;
}
