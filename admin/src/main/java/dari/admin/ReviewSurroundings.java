package dari.admin;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What reviews need of the application around the desk, beyond {@link ProgramSurroundings}. */
public interface ReviewSurroundings {

    /** The person of the present request; empty in background work. */
    Optional<ProgramActor> actorIfAny();

    /** Every organisation that a person belongs to, program offices included. */
    Set<UUID> organizationsOf(UUID person);

    /** The Korean and the English name of an organisation. */
    Set<String> organizationNames(UUID organization);

    /** Writes the history row of something that happened by itself. */
    void recordByItself(String action, String kind, UUID subject, Map<String, String> facts);

    /** Tells those who run the program, but for people of these organisations and these people. */
    void tellAdministratorsExcept(
            Collection<UUID> organizations, Collection<UUID> people, String messageKey, String link);

    /**
     * Why a text may not travel through the marketplace: it holds data of patients.
     *
     * @return a message key; empty when the text may travel
     */
    Optional<String> refusalOf(String text);
}
