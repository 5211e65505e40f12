package dari.ledger;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One fact about money. One whose lines do not add up to zero in each currency cannot be made.
 *
 * @param source identity of the fact: the same kind of fact about the same thing is entered once
 * @param postings without lines of zero
 */
public record Entry(EntryKind kind, String source, @Nullable UUID project, List<Posting> postings) {

    public Entry {
        postings = postings.stream()
                .filter(posting -> posting.amount().minorUnits() != 0)
                .toList();
        postings.stream()
                .collect(Collectors.groupingBy(
                        posting -> posting.amount().currency(),
                        Collectors.summingLong(posting -> posting.amount().minorUnits())))
                .forEach((currency, sum) -> {
                    if (sum != 0) {
                        throw new IllegalArgumentException(kind + " is off by " + sum + " " + currency);
                    }
                });
    }
}
