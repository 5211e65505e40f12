package dari.admin.panel;

import java.util.UUID;

/**
 * Somebody who sits, or could sit, on a panel.
 *
 * @param organization for whom the person works, as the page shows it
 */
public record PanelPerson(UUID person, String name, String organization) {}
