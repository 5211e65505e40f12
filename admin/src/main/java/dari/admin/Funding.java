package dari.admin;

import dari.admin.eligibility.FirmSize;
import dari.admin.forms.LocalText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a call pays.
 *
 * @param ownSharePercent what a firm pays of the price itself, by its size; sizes left out pay the call's general share
 * @param tracks kinds of award, each with its ceiling; empty where the call has only one
 * @param priceQuestion the question of the form that asks for the price; null where no ceiling is held against it
 */
public record Funding(
        Map<FirmSize, Integer> ownSharePercent,
        List<Track> tracks,
        @Nullable String priceQuestion) {

    public static final Funding PLAIN = new Funding(Map.of(), List.of(), null);

    /**
     * @param ceilingWon the most the voucher pays for one application, without tax
     * @param places how many can be approved; 0 when only the money limits it
     */
    public record Track(String code, LocalText name, long ceilingWon, int places) {}

    public Funding {
        ownSharePercent = Map.copyOf(ownSharePercent);
        tracks = List.copyOf(tracks);
    }

    public Optional<Track> track(@Nullable String code) {
        return tracks.stream().filter(track -> track.code().equals(code)).findFirst();
    }

    public int share(@Nullable FirmSize size, int general) {
        return size == null ? general : ownSharePercent.getOrDefault(size, general);
    }

    /** The most that all places together can cost, in won. */
    public long mostWon() {
        return tracks.stream()
                .mapToLong(track -> track.ceilingWon() * track.places())
                .sum();
    }
}
