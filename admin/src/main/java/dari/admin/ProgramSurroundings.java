package dari.admin;

import dari.admin.forms.LocalText;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the desk needs of the application around it. Every method joins the caller's transaction. */
public interface ProgramSurroundings {

    /** The person of the present request; refuses when nobody is signed in. */
    ProgramActor actor();

    /** A new identity that grows with time. */
    UUID newId();

    /** Writes the history row of a change. The note is what a person wrote as the reason. */
    void record(String action, String kind, UUID subject, Map<String, String> facts, @Nullable String note);

    /** Tells the members of an organisation. */
    void tellOrganization(UUID organization, String messageKey, String link, String... arguments);

    /** Tells one person. */
    void tellPerson(UUID person, String messageKey, String link, String... arguments);

    /** Tells those who run the program. */
    void tellAdministrators(String messageKey, String link, String... arguments);

    /** The name of an organisation, in Korean: for what is written down. */
    String organizationName(UUID organization);

    /** Its name in a language. */
    String organizationName(UUID organization, Locale locale);

    /** What stands for an organisation in a notice, which its reader sees as the name in the reader's language. */
    String inNotices(UUID organization);

    /** What stands for a title in a notice, which its reader sees in the reader's language. */
    String inNotices(LocalText title);

    /** The name of a person, empty when unknown. */
    String personName(UUID person);

    /** The names of several in the reader's language, read at once; by their ids. */
    Map<UUID, String> organizationNames(Collection<UUID> organizations);

    /** The same of several, read at once; by their ids, without whoever is unknown. */
    Map<UUID, String> personNames(Collection<UUID> people);

    /** Everybody who reviews for the program. */
    List<UUID> reviewers();

    /** Whether a person belongs to, or is bound to, an organisation: a conflict that need not be declared. */
    boolean isBoundTo(UUID person, UUID organization);

    /** Whether an organisation has been verified. */
    boolean isVerified(UUID organization);

    /** With whom, and about what, a startup may apply: its mutual introductions. */
    List<ApplicationPartner> partnersOf(UUID startup);
}
