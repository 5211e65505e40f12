package dari.outcomes;

import dari.projects.ProjectId;
import java.time.Instant;

/**
 * What a startup says of working with a hospital, each from 1 (poor) to 5 (good).
 *
 * @param data whether the data was what the offer promised
 * @param answers whether answers came in time
 */
public record FeedbackView(ProjectId project, int data, int answers, String remark, Instant givenAt) {

    public double mean() {
        return (data + answers) / 2.0;
    }
}
