package dari.admin.design;

import dari.admin.Funding;
import dari.admin.eligibility.FirmSize;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** Own shares by size of the firm, and kinds of award, as typed. Rows without a name are left out. */
record FundingForm(
        @Nullable String small,
        @Nullable String medium,
        @Nullable String midsize,
        @Nullable String large,
        @Nullable List<Row> tracks,
        @Nullable String priceQuestion) {

    private static final int ROWS = 5;
    private static final long MOST_WON = 1_000_000_000_000L;

    record Row(
            @Nullable String code,
            @Nullable String nameKo,
            @Nullable String nameEn,
            @Nullable String ceiling,
            @Nullable String places) {

        static final Row BLANK = new Row("", "", "", "", "");

        boolean isBlank() {
            return Typed.isBlank(nameKo, nameEn, ceiling, places);
        }
    }

    static FundingForm of(Funding funding) {
        List<Row> rows = new ArrayList<>(funding.tracks().stream()
                .map(track -> new Row(
                        track.code(),
                        track.name().ko(),
                        track.name().en(),
                        Long.toString(track.ceilingWon()),
                        Integer.toString(track.places())))
                .toList());
        while (rows.size() < ROWS) {
            rows.add(Row.BLANK);
        }
        return new FundingForm(
                share(funding, FirmSize.SMALL),
                share(funding, FirmSize.MEDIUM),
                share(funding, FirmSize.MIDSIZE),
                share(funding, FirmSize.LARGE),
                rows,
                funding.priceQuestion());
    }

    void check(BindingResult errors) {
        shares().forEach((size, typed) -> {
            if (!typed.isEmpty() && Typed.number(typed, 0, 100).isEmpty()) {
                errors.rejectValue(size.name().toLowerCase(Locale.ROOT), "admin.call.ownShare.bad");
            }
        });
        for (int i = 0; i < rows().size(); i++) {
            Row row = rows().get(i);
            if (row.isBlank()) {
                continue;
            }
            if (Typed.isBlank(row.nameKo()) || Typed.isBlank(row.nameEn())) {
                errors.rejectValue("tracks[" + i + "].nameKo", "calls.names.missing");
            }
            if (Typed.number(row.ceiling(), 1, MOST_WON).isEmpty()) {
                errors.rejectValue("tracks[" + i + "].ceiling", "admin.call.budget.bad");
            }
            if (Typed.number(row.places(), 0, 10_000).isEmpty()) {
                errors.rejectValue("tracks[" + i + "].places", "admin.call.budget.bad");
            }
        }
    }

    /** @param asked the questions that can ask for a price */
    Funding toFunding(List<String> asked) {
        Map<FirmSize, Integer> shares = new EnumMap<>(FirmSize.class);
        shares().forEach((size, typed) ->
                Typed.number(typed, 0, 100).ifPresent(percent -> shares.put(size, percent.intValue())));
        List<Funding.Track> kept = new ArrayList<>();
        for (Row row : rows()) {
            if (!row.isBlank()) {
                List<String> taken = kept.stream().map(Funding.Track::code).toList();
                kept.add(new Funding.Track(
                        Typed.code(row.code(), "track-", taken),
                        Typed.text(row.nameKo(), row.nameEn()),
                        Typed.number(row.ceiling(), 1, MOST_WON).orElseThrow(),
                        Typed.number(row.places(), 0, 10_000).orElseThrow().intValue()));
            }
        }
        return new Funding(shares, kept, asked.contains(Typed.text(priceQuestion)) ? priceQuestion : null);
    }

    private Map<FirmSize, String> shares() {
        Map<FirmSize, String> shares = new EnumMap<>(FirmSize.class);
        shares.put(FirmSize.SMALL, Typed.text(small));
        shares.put(FirmSize.MEDIUM, Typed.text(medium));
        shares.put(FirmSize.MIDSIZE, Typed.text(midsize));
        shares.put(FirmSize.LARGE, Typed.text(large));
        return shares;
    }

    private List<Row> rows() {
        return tracks == null ? List.of() : tracks;
    }

    private static String share(Funding funding, FirmSize size) {
        Integer percent = funding.ownSharePercent().get(size);
        return percent == null ? "" : percent.toString();
    }
}
