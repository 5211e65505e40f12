package dari.workspace;

import dari.kernel.Face;
import dari.kernel.Role;
import java.util.Set;

/**
 * A place in the rail beside the pages of one desk.
 *
 * @param face whose desk
 * @param order place from the top: home is 0, leave gaps of ten
 * @param href address
 * @param icon theme icon without its prefix
 * @param labelKey message key
 * @param roles who sees it: any of these; empty for every member
 */
public record RailEntry(Face face, int order, String href, String icon, String labelKey, Set<Role> roles) {

    public RailEntry {
        roles = Set.copyOf(roles);
    }

    public static RailEntry of(Face face, int order, String href, String icon, String labelKey, Role... roles) {
        return new RailEntry(face, order, href, icon, labelKey, Set.of(roles));
    }
}
