package dari.needs;

import java.util.ArrayList;
import java.util.List;

/**
 * How much of its profile a startup has filled in.
 *
 * @param missing message keys of what is empty
 */
public record ProfileCompleteness(int done, int total, List<String> missing) {

    static ProfileCompleteness of(StartupProfile profile) {
        List<String> missing = new ArrayList<>();
        add(missing, profile.product().isBlank(), "needs.profile.product");
        add(missing, profile.intendedUse().isBlank(), "needs.profile.intendedUse");
        add(missing, profile.specialty().isBlank(), "needs.profile.specialty");
        add(missing, profile.country().isBlank(), "needs.profile.country");
        add(missing, profile.gives().isEmpty(), "needs.profile.gives");
        add(missing, profile.background().evidence().isBlank(), "needs.profile.evidence");
        add(missing, profile.background().leaves().isBlank(), "needs.profile.leaves");
        add(missing, profile.background().team().isBlank(), "needs.profile.team");
        add(missing, profile.background().funding().isBlank(), "needs.profile.funding");
        int total = 9;
        return new ProfileCompleteness(total - missing.size(), total, List.copyOf(missing));
    }

    public boolean isWhole() {
        return missing.isEmpty();
    }

    private static void add(List<String> missing, boolean empty, String key) {
        if (empty) {
            missing.add(key);
        }
    }
}
