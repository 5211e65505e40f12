package dari.matching.assignment;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Breaks ties by one number per id: the first 8 bytes of SHA-256 over {@code seed:id} in UTF-8, smaller first (the
 * order of the hex digits). The order of the input plays no part, and anyone who knows the published seed can count it
 * again. One number serves all lists, since that costs applicants less than a lottery per place (Abdulkadiroglu, Pathak,
 * Roth 2009).
 */
final class Lottery {

    private final long seed;
    private final MessageDigest digest;
    private final Map<String, Long> numbers = new HashMap<>();

    Lottery(long seed) {
        this.seed = seed;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform must have it
        }
    }

    List<String> inOrder(List<String> tied) {
        return tied.size() < 2
                ? tied
                : tied.stream()
                        .sorted(Comparator.comparing(this::number, Long::compareUnsigned)
                                .thenComparing(Comparator.naturalOrder()))
                        .toList();
    }

    /** Every id of an instance that stands in a tie, in order. */
    List<String> tieOrder(Instance instance) {
        Set<String> tied = new HashSet<>();
        Stream.concat(
                        instance.applicants().stream().map(Applicant::wishes),
                        instance.places().stream().map(Place::wishes))
                .flatMap(List::stream)
                .filter(tier -> tier.size() > 1)
                .forEach(tied::addAll);
        return inOrder(List.copyOf(tied));
    }

    private long number(String id) {
        return numbers.computeIfAbsent(
                id,
                key -> ByteBuffer.wrap(digest.digest((seed + ":" + key).getBytes(StandardCharsets.UTF_8)))
                        .getLong());
    }
}
