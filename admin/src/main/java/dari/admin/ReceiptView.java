package dari.admin;

import java.time.Instant;
import java.util.UUID;

/**
 * That something was handed in, when, and what exactly.
 *
 * @param number which submission of the application
 * @param receipt number to quote
 * @param sha256 of the frozen snapshot, as hex
 * @param by name of the person who handed it in; empty when unknown
 */
public record ReceiptView(
        UUID application, int number, String receipt, String sha256, int callVersion, Instant submittedAt, String by) {}
