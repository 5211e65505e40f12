package dari.discovery;

import dari.matching.Match;
import dari.matching.Offer;
import dari.matching.vocabulary.Vocabulary;
import dari.offers.OfferFilter;
import dari.workspace.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Narrows a list by its criteria, counts what each choice would leave, and says what is applied. */
@Component
class Facets {

    private static final String DISEASE = "disease";
    private static final List<String> VERDICTS = List.of("permit", "ask", "deny");

    private final Vocabulary vocabulary;
    private final Words words;
    private final MessageSource messages;

    Facets(Vocabulary vocabulary, Words words, MessageSource messages) {
        this.vocabulary = vocabulary;
        this.words = words;
        this.messages = messages;
    }

    boolean lets(Filters filters, Match match) {
        return inRange(filters, match.offer())
                && Arrays.stream(Criterion.values()).allMatch(criterion -> lets(filters, criterion, match));
    }

    /** The conditions that concern the offer alone, for the database. */
    OfferFilter onOffers(Filters filters) {
        List<String> groups = filters.of(Criterion.DISEASE);
        List<String> diseases = groups.isEmpty()
                ? List.of()
                : vocabulary.ofKind(DISEASE).stream()
                        .filter(disease -> groups.stream().anyMatch(group -> vocabulary.isWithin(disease.id(), group)))
                        .map(disease -> disease.id())
                        .toList();
        return new OfferFilter(
                filters.of(Criterion.KIND),
                filters.of(Criterion.ENVIRONMENT),
                filters.of(Criterion.REGION),
                filters.of(Criterion.FORMAT),
                filters.of(Criterion.MODALITY),
                groups.isEmpty() || !diseases.isEmpty() ? diseases : groups,
                filters.least(),
                filters.most());
    }

    /** Every criterion with its choices; what is chosen stays to be seen when nothing has it. */
    List<Facet> of(List<Match> matches, Filters filters, Locale locale) {
        List<Seen> seen = matches.stream().map(match -> seen(match, filters)).toList();
        return Arrays.stream(Criterion.values())
                .map(criterion -> facet(criterion, seen, filters, locale))
                .toList();
    }

    /** What a match has of each criterion, and by which of them, or by its size, the filters leave it out. */
    private record Seen(Map<Criterion, List<String>> values, Set<Criterion> missed, boolean inRange) {

        List<String> of(Criterion criterion) {
            return values.getOrDefault(criterion, List.of());
        }

        boolean isLeftBeside(Criterion criterion) {
            return inRange && (missed.isEmpty() || missed.equals(Set.of(criterion)));
        }
    }

    private Seen seen(Match match, Filters filters) {
        Map<Criterion, List<String>> values = new EnumMap<>(Criterion.class);
        Set<Criterion> missed = EnumSet.noneOf(Criterion.class);
        for (Criterion criterion : Criterion.values()) {
            List<String> has = values(criterion, match);
            values.put(criterion, has);
            if (!lets(filters.of(criterion), has)) {
                missed.add(criterion);
            }
        }
        return new Seen(values, missed, inRange(filters, match.offer()));
    }

    private Facet facet(Criterion criterion, List<Seen> all, Filters filters, Locale locale) {
        Map<String, Long> besideOthers = all.stream()
                .filter(seen -> seen.isLeftBeside(criterion))
                .flatMap(seen -> seen.of(criterion).stream().distinct())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        Stream<String> there = all.stream()
                .flatMap(seen -> seen.of(criterion).stream())
                .distinct()
                .sorted();
        List<String> offered = criterion == Criterion.VERDICT
                ? VERDICTS
                : Stream.concat(there, filters.of(criterion).stream())
                        .distinct()
                        .toList();
        return new Facet(
                criterion.parameter(),
                criterion.getTitleKey(),
                offered.stream()
                        .map(value -> new Facet.Choice(
                                value,
                                label(criterion, value, locale),
                                besideOthers.getOrDefault(value, 0L),
                                filters.of(criterion).contains(value)))
                        .toList());
    }

    /** What is applied, each with the way to take it away. */
    List<Chip> chips(SearchQuery query, Locale locale, SearchQuery.Parameter... before) {
        List<Chip> chips = new ArrayList<>();
        for (SearchQuery.Parameter parameter : query.parameters()) {
            label(parameter, locale)
                    .ifPresent(label ->
                            chips.add(new Chip(label, query.without(parameter, SearchController.PATH, before))));
        }
        return chips;
    }

    /** What a search asks for beside the need, in words. */
    List<String> describe(SearchQuery query, Locale locale) {
        return chips(query, locale).stream().map(Chip::label).toList();
    }

    private Optional<String> label(SearchQuery.Parameter parameter, Locale locale) {
        return switch (parameter.name()) {
            case SearchQuery.SORT -> Optional.empty();
            case SearchQuery.WORDS -> Optional.of(text("discovery.chip.words", locale, parameter.value()));
            case SearchQuery.LEAST ->
                Optional.of(text("discovery.chip.least", locale, Long.valueOf(parameter.value())));
            case SearchQuery.MOST -> Optional.of(text("discovery.chip.most", locale, Long.valueOf(parameter.value())));
            default ->
                Optional.of(
                        label(Criterion.valueOf(parameter.name().toUpperCase(Locale.ROOT)), parameter.value(), locale));
        };
    }

    private String label(Criterion criterion, String value, Locale locale) {
        if (criterion != Criterion.VERDICT) {
            return words.label(value, locale);
        }
        return VERDICTS.contains(value) ? messages.getMessage("ui.verdict." + value, null, locale) : value;
    }

    private String text(String key, Locale locale, Object argument) {
        return messages.getMessage(key, new Object[] {argument}, locale);
    }

    private boolean lets(Filters filters, Criterion criterion, Match match) {
        List<String> wanted = filters.of(criterion);
        return wanted.isEmpty() || lets(wanted, values(criterion, match));
    }

    private static boolean lets(List<String> wanted, List<String> values) {
        return wanted.isEmpty() || values.stream().anyMatch(wanted::contains);
    }

    private static boolean inRange(Filters filters, Offer offer) {
        Long persons = offer.persons();
        Long least = filters.least();
        Long most = filters.most();
        return (least == null || (persons != null && persons >= least))
                && (most == null || (persons != null && persons <= most));
    }

    private List<String> values(Criterion criterion, Match match) {
        Offer offer = match.offer();
        return switch (criterion) {
            case VERDICT -> List.of(MatchCard.verdictOf(match));
            case KIND -> List.of(offer.kind());
            case MODALITY -> offer.modalities();
            case DISEASE ->
                offer.diseases().stream()
                        .flatMap(disease -> vocabulary.broadest(disease).stream())
                        .distinct()
                        .toList();
            case ENVIRONMENT -> offer.environments();
            case REGION -> Optional.ofNullable(offer.region()).stream().toList();
            case FORMAT -> offer.formats();
        };
    }
}
