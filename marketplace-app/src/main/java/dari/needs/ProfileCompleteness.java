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
        int total = 5;
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
