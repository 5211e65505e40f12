package dari.matching.dense;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stands where no model was chosen. */
final class NoEncoder implements Encoder {

    static final Encoder INSTANCE = new NoEncoder();

    private NoEncoder() {}

    @Override
    public String name() {
        return "none";
    }

    @Override
    public int dimensions() {
        return 0;
    }

    @Override
    public float @Nullable [] ofQuery(String text) {
        return null;
    }

    @Override
    public List<float @Nullable []> ofDocuments(List<String> texts) {
        return new ArrayList<>(Collections.nCopies(texts.size(), null));
    }

    @Override
    public void close() {
        // nothing is held
    }
}
