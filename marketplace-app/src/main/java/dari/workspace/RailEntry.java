package dari.workspace;

import dari.kernel.Face;
import dari.kernel.Role;
import java.util.Set;

/**
 * A place in the rail beside the pages of one desk.
 *
 * @param face whose desk
 * @param order place from the top, from 0 for home; it also says in which {@link RailGroup} the entry stands
 * @param href address
 * @param icon theme icon without its prefix
 * @param labelKey message key
 * @param roles who sees it: any of these; empty for every member
 */
public record RailEntry(Face face, int order, String href, String icon, String labelKey, Set<Role> roles) {

    public RailEntry {
        roles = Set.copyOf(roles);
    }

    public RailGroup group() {
        return RailGroup.at(order);
    }

    public static RailEntry of(Face face, int order, String href, String icon, String labelKey, Role... roles) {
        return new RailEntry(face, order, href, icon, labelKey, Set.of(roles));
    }
}
