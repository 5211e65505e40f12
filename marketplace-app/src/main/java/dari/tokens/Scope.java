package dari.tokens;

import static dari.kernel.Face.HOSPITAL;
import static dari.kernel.Face.PROGRAM;
import static dari.kernel.Face.STARTUP;

import dari.kernel.Face;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a token may do: read or change the things of one area. A scope narrows what its person may do, it never widens it.
 */
@SuppressWarnings("ImmutableEnumChecker") // sets that are filled once and never handed out
public enum Scope {
    PROFILE_READ(STARTUP),
    PROFILE_WRITE(STARTUP),
    ORGANIZATION_READ(STARTUP, HOSPITAL),
    ORGANIZATION_WRITE(STARTUP, HOSPITAL),
    NEEDS_READ(STARTUP, HOSPITAL),
    NEEDS_WRITE(STARTUP),
    MATCHES_READ(STARTUP),
    SEARCHES_READ(STARTUP),
    SEARCHES_WRITE(STARTUP),
    OFFERS_READ(HOSPITAL),
    OFFERS_WRITE(HOSPITAL),
    INTRODUCTIONS_READ(STARTUP, HOSPITAL),
    INTRODUCTIONS_WRITE(STARTUP, HOSPITAL),
    INVITATIONS_READ(STARTUP, HOSPITAL),
    INVITATIONS_WRITE(STARTUP, HOSPITAL),
    APPLICATIONS_READ(STARTUP),
    APPLICATIONS_WRITE(STARTUP),
    PROJECTS_READ(STARTUP, HOSPITAL, PROGRAM),
    SANDBOXES_READ(STARTUP, HOSPITAL),
    DOCUMENTS_READ(STARTUP, HOSPITAL),
    AGENTS_READ(HOSPITAL),
    /** What only people with a second step read in the pages: the token, which was made after one, stands for it. */
    PROGRAM_READ(PROGRAM),
    /** The release of the one sandbox that a token is made for: no token of a person has it. */
    RELEASE_READ(),
    /** To ask questions of it, whose answers leave. */
    RELEASE_QUERY();

    private final Set<Face> faces;

    Scope(Face... faces) {
        this.faces = Set.of(faces);
    }

    /** As programs write it, e.g. {@code needs:read}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', ':');
    }

    /** Whether its requests may call what asks for a second step; only reading ever does. */
    public boolean standsForSecondStep() {
        return this == PROGRAM_READ;
    }

    static Optional<Scope> of(String code) {
        return Arrays.stream(values())
                .filter(scope -> scope.code().equals(code))
                .findFirst();
    }

    /** What members of such an organisation can use. */
    public static List<Scope> of(Face face) {
        return Arrays.stream(values())
                .filter(scope -> scope.faces.contains(face))
                .toList();
    }
}
