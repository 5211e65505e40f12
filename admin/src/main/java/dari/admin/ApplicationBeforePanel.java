package dari.admin;

import java.util.UUID;

/** An application was put before the program's panel: the hospitals it goes to say now what they think of it. */
public record ApplicationBeforePanel(UUID application) {}
