package dari.hospitalpages;

import java.time.Instant;

/**
 * What a hospital told its patients from a moment on.
 *
 * @param number counted for each hospital from 1
 */
public record PublishedText(int number, Instant publishedAt, PatientText text) {}
