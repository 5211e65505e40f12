package dari.kernel;

import java.util.Arrays;
import java.util.List;

/** What a member may do for the organisation. The name is the Spring Security authority. */
public enum Role {
    STARTUP_OWNER(Face.STARTUP),
    /** Works along, with no task of their own: what every member may do. */
    STARTUP_MEMBER(Face.STARTUP),
    STARTUP_DATA_SCIENTIST(Face.STARTUP),
    STARTUP_SIGNATORY(Face.STARTUP),
    HOSPITAL_OFFICE(Face.HOSPITAL),
    HOSPITAL_CLINICIAN(Face.HOSPITAL),
    HOSPITAL_STEWARD(Face.HOSPITAL),
    HOSPITAL_BOARD(Face.HOSPITAL),
    /** Keeps the board's papers and records what it decided; decides nothing. */
    HOSPITAL_BOARD_SECRETARY(Face.HOSPITAL),
    HOSPITAL_PRIVACY(Face.HOSPITAL),
    HOSPITAL_FINANCE(Face.HOSPITAL),
    HOSPITAL_SIGNATORY(Face.HOSPITAL),
    PROGRAM_ADMINISTRATOR(Face.PROGRAM),
    PROGRAM_REVIEWER(Face.PROGRAM),
    PROGRAM_FINANCE(Face.PROGRAM),
    /** Looks at the calls of a mandate while it lasts, and changes nothing. */
    PROGRAM_AUDITOR(Face.PROGRAM);

    private final Face face;

    Role(Face face) {
        this.face = face;
    }

    public Face face() {
        return face;
    }

    public static List<Role> of(Face face) {
        return Arrays.stream(values()).filter(role -> role.face == face).toList();
    }
}
