package dari.matching;

import dari.matching.Requirement.State;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Holds the hard needs of a need against an offer: met, unmet with its gap, or unknown. */
final class Requirements {

    /** A start this much too late, or later, is as good as none. */
    private static final double DAYS_TOO_LATE = 365;

    private final Codes codes;

    Requirements(Codes codes) {
        this.codes = codes;
    }

    /** What was asked, by the part of the score that it belongs to; a part that nothing was asked of has an empty list. */
    Map<Part, List<Requirement>> of(Need need, Offer offer) {
        Map<Part, List<Requirement>> found = new EnumMap<>(Part.class);
        List<Requirement> data = new ArrayList<>();
        addCodes(data, "disease", need.diseases(), offer.diseases());
        addCodes(data, "modality", need.modalities(), offer.modalities());
        addCodes(data, "bodypart", need.bodyParts(), offer.bodyParts());
        addCodes(data, "label", need.labels(), offer.labels());
        addCodes(data, "kind", need.kinds(), List.of(offer.kind()));
        found.put(Part.DISEASE_AND_DATA, data);
        List<Requirement> size = new ArrayList<>();
        addAtLeast(size, "persons", need.persons(), offer.persons());
        addAtLeast(size, "studies", need.studies(), offer.studies());
        addYears(size, need, offer);
        found.put(Part.SIZE_AND_YEARS, size);
        List<Requirement> time = new ArrayList<>();
        addAtLeast(time, "hours", asLong(need.clinicianHours()), asLong(offer.clinicianHours()));
        addAtLeast(time, "period", asLong(need.periodDays()), asLong(offer.accessDays()));
        addStart(time, need.startBy(), offer.freeFrom());
        if (offer.capacity() != null) { // no need asks for it, every need takes one place
            addAtLeast(time, "capacity", 1L, asLong(offer.capacity()));
        }
        found.put(Part.CLINICIANS, time);
        List<Requirement> environment = new ArrayList<>();
        addCodes(environment, "environment", need.environments(), offer.environments());
        addCodes(environment, "format", need.formats(), offer.formats());
        addCodes(environment, "region", need.regions(), offer.region() == null ? List.of() : List.of(offer.region()));
        found.put(Part.ENVIRONMENT_AND_FORMAT, environment);
        return found;
    }

    private void addCodes(List<Requirement> into, String code, List<String> wanted, List<String> offered) {
        if (!wanted.isEmpty()) {
            State state = codes.state(wanted, offered);
            into.add(
                    new Requirement(code, state, state == State.MET ? 1 : 0, List.of(joined(wanted), joined(offered))));
        }
    }

    private static String joined(List<String> codes) {
        return codes.size() == 1 ? codes.get(0) : String.join(",", codes);
    }

    private static void addAtLeast(List<Requirement> into, String code, @Nullable Long wanted, @Nullable Long offered) {
        if (wanted == null) {
            return;
        }
        if (offered == null) {
            into.add(new Requirement(code, State.UNKNOWN, 0, List.of(wanted.toString(), "")));
        } else if (offered >= wanted) {
            into.add(new Requirement(code, State.MET, 1, List.of(wanted.toString(), offered.toString())));
        } else {
            into.add(new Requirement(
                    code,
                    State.UNMET,
                    (double) offered / wanted,
                    List.of(wanted.toString(), offered.toString(), Long.toString(wanted - offered))));
        }
    }

    private static void addYears(List<Requirement> into, Need need, Offer offer) {
        Integer from = need.yearFrom() == null ? need.yearTo() : need.yearFrom();
        Integer to = need.yearTo() == null ? need.yearFrom() : need.yearTo();
        if (from == null || to == null) {
            return;
        }
        Integer offeredFrom = offer.yearFrom();
        Integer offeredTo = offer.yearTo();
        if (offeredFrom == null || offeredTo == null) {
            into.add(new Requirement("years", State.UNKNOWN, 0, List.of(from.toString(), to.toString(), "", "")));
            return;
        }
        List<String> ranges = List.of(from.toString(), to.toString(), offeredFrom.toString(), offeredTo.toString());
        int common = Math.max(0, Math.min(to, offeredTo) - Math.max(from, offeredFrom) + 1);
        int wanted = Math.max(1, to - from + 1);
        if (common >= wanted) {
            into.add(new Requirement("years", State.MET, 1, ranges));
        } else {
            String missing = Stretch.outside(from, to, offeredFrom, offeredTo);
            into.add(new Requirement("years", State.UNMET, (double) common / wanted, NeedCopy.with(ranges, missing)));
        }
    }

    private static void addStart(List<Requirement> into, @Nullable LocalDate startBy, @Nullable LocalDate freeFrom) {
        if (startBy == null) {
            return;
        }
        if (freeFrom == null) {
            into.add(new Requirement("start", State.UNKNOWN, 0, List.of(startBy.toString(), "")));
            return;
        }
        long late = ChronoUnit.DAYS.between(startBy, freeFrom);
        if (late <= 0) {
            into.add(new Requirement("start", State.MET, 1, List.of(startBy.toString(), freeFrom.toString())));
        } else {
            into.add(new Requirement(
                    "start",
                    State.UNMET,
                    Math.max(0, 1 - late / DAYS_TOO_LATE),
                    List.of(startBy.toString(), freeFrom.toString(), Long.toString(late))));
        }
    }

    private static @Nullable Long asLong(@Nullable Integer number) {
        return number == null ? null : number.longValue();
    }

    /** Years in a row. */
    private record Stretch(int from, int to) {

        /** The wanted years that are not offered, as people write them: {@code 2014} or {@code 2014–2016, 2021}. */
        static String outside(int from, int to, int offeredFrom, int offeredTo) {
            return Stream.of(
                            new Stretch(from, Math.min(to, offeredFrom - 1)),
                            new Stretch(Math.max(from, offeredTo + 1), to))
                    .filter(stretch -> stretch.from <= stretch.to)
                    .map(Stretch::written)
                    .collect(Collectors.joining(", "));
        }

        private String written() {
            return from == to ? Integer.toString(from) : from + "–" + to;
        }
    }
}
