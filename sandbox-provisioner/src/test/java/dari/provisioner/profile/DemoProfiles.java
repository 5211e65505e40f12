package dari.provisioner.profile;

import dari.provisioner.Progress;
import dari.provisioner.Sources;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Profiles of the demonstration sources, each made once: reading a source takes seconds, and what comes of it is a value. */
final class DemoProfiles {

    private static final Map<String, Profile> MADE = new ConcurrentHashMap<>();

    private DemoProfiles() {}

    static Profile of(String demo) {
        return MADE.computeIfAbsent(
                demo, name -> new Profiling(Sources.CLOCK).profile(Sources.demo(name), "1g", Progress.SILENT));
    }
}
