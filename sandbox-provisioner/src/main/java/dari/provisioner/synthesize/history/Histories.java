package dari.provisioner.synthesize.history;

import java.util.function.Consumer;

/** Persons that can be read as often as needed, one after the other, each whole. */
@FunctionalInterface
public interface Histories {

    void each(Consumer<History> reader);
}
