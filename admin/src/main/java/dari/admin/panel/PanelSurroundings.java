package dari.admin.panel;

import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the panel needs of the application around it, beside {@link dari.admin.ProgramSurroundings}. */
public interface PanelSurroundings {

    /** Who may be appointed: the program's reviewers and the board members of verified hospitals. */
    List<PanelPerson> candidates();

    /** Those of some people who may be appointed. */
    List<PanelPerson> candidates(Collection<UUID> people);

    /** Writes the history row of a change that nobody made: a deadline or a rule did. */
    void recordBySystem(String action, String kind, UUID subject, Map<String, String> facts, @Nullable String note);

    /** An appointment as an iCalendar file. */
    String calendar(Appointment appointment);

    /**
     * @param page path of the page that says more
     * @param sequence grows when the appointment moves, so that calendars move it, too
     */
    record Appointment(UUID id, Instant begins, int minutes, String title, String place, URI page, int sequence) {}
}
