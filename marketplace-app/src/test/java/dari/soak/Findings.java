package dari.soak;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is not as it must be, each thing once. */
final class Findings {

    private final Set<String> found = new LinkedHashSet<>();

    synchronized void add(String check, String what) {
        if (found.add(check + ": " + what)) {
            System.out.println("FOUND " + check + ": " + what);
        }
    }

    void addAll(String check, List<String> what) {
        what.forEach(one -> add(check, one));
    }

    synchronized boolean isEmpty() {
        return found.isEmpty();
    }

    synchronized void print() {
        System.out.println(found.isEmpty() ? "Nothing is wrong." : found.size() + " things are wrong:");
        found.forEach(one -> System.out.println("  " + one));
    }
}
