package dari.statements;

import dari.organizations.OrganizationFacts;
import java.util.UUID;

/**
 * What a settlement asked back of a startup, to the won what arrived.
 *
 * @param paid whether it was confirmed by hand before: the deposit only proves it
 */
public record ClawbackSuggestion(UUID clawback, OrganizationFacts startup, long won, boolean paid) {}
