package dari.incidents;

import dari.kernel.OrganizationId;
import dari.kernel.UserId;
import java.time.Instant;

/**
 * Somebody received something of a project's data.
 *
 * @param what the same words for the same thing, e.g. {@code person.csv}; never personal data
 */
public record Receipt(UserId person, OrganizationId organization, ReceiptKind kind, String what, Instant at) {}
