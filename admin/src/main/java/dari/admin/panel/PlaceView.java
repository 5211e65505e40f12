package dari.admin.panel;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an application stands, for its applicant.
 *
 * @param ahead how many of the reserve come first
 */
public record PlaceView(
        PlaceState state,
        int placeNo,
        BigDecimal points,
        List<String> conditions,
        @Nullable LocalDate acceptBy,
        boolean movedUp,
        long ahead) {}
