package dari.notifications;

import dari.kernel.OrganizationId;
import org.jspecify.annotations.Nullable;

/**
 * Where a notice leads.
 *
 * @param organization for which of the person's organisations it is; null when it is for the person
 */
public record OpenedNotice(String link, @Nullable OrganizationId organization) {}
