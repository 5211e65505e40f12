package dari.capacity;

import java.util.List;

/** Why accepting would be more than the hospital can take on: a message key and what it says. */
public record Warning(String messageKey, List<Object> arguments) {

    public Warning {
        arguments = List.copyOf(arguments);
    }
}
