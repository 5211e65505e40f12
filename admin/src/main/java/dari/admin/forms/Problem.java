package dari.admin.forms;

import java.util.List;

/** Why an answer cannot be handed in, by the id of its question. */
public record Problem(String question, String messageKey, List<Object> arguments) {}
