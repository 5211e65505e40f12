package dari.admin.panel;

import dari.admin.ApplicationView;
import java.time.Instant;

/**
 * When an applicant presents.
 *
 * @param told whether the applicant knows of this time
 */
public record PresentationView(
        ApplicationView application, int slotNo, Instant startsAt, int minutes, String place, boolean told) {}
