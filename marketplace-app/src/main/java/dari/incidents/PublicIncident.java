package dari.incidents;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An incident as everybody may read it and programs take it along; the fields stay as they are.
 *
 * @param textKo what happened and what was done, naming nobody
 * @param toldInTime whether the authority was told within the time; null where it need not be told, or not yet
 */
record PublicIncident(
        UUID id,
        String number,
        String kind,
        String status,
        String hospital,
        String hospitalEn,
        String textKo,
        String textEn,
        LocalDate knownOn,
        @Nullable Long persons,
        @Nullable Boolean authorityTold,
        @Nullable Boolean toldInTime,
        @Nullable LocalDate closedOn,
        String link) {}
