package dari.billing;

import dari.kernel.OrganizationId;

/**
 * The numbers of a hospital's invoices.
 *
 * @param last the highest
 * @param count how many were given; as many as the highest says, unless one is missing
 */
public record NumbersGiven(OrganizationId hospital, int last, long count) {}
