package dari.matching.assignment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What lets anybody who has the instance count again that an assignment is what it claims to be; {@link
 * CertificateCheck} does so.
 *
 * @param rules the version of the rules, {@link #RULES}
 * @param instanceSha256 SHA-256 of the instance in its {@link CanonicalInstance canonical form}, 64 hex digits
 * @param seed the published seed
 * @param tieOrder every id that stands in a tie, in the order of the lottery: an earlier one goes first
 * @param matching each applicant's place after all corrections, null for none
 * @param blockingPairs pairs that would both rather have each other, by the wishes alone
 * @param keptSeats seats that were settled for bounds
 * @param corrections what people changed after the run, the first in front
 */
public record Certificate(
        String rules,
        String instanceSha256,
        Optimal optimal,
        long seed,
        List<String> tieOrder,
        Map<String, @Nullable String> matching,
        List<Pair> blockingPairs,
        List<BoundedAssignment.KeptSeat> keptSeats,
        List<Correction> corrections) {

    /** Raised with every change of what comes out of an instance and a seed. */
    public static final String RULES = "assign-1";

    public Certificate {
        tieOrder = List.copyOf(tieOrder);
        matching = Collections.unmodifiableMap(new LinkedHashMap<>(matching));
        blockingPairs = List.copyOf(blockingPairs);
        keptSeats = List.copyOf(keptSeats);
        corrections = List.copyOf(corrections);
    }

    public static Certificate of(BoundedAssignment bounded) {
        Instance instance = bounded.plain().instance();
        Assignment assignment = bounded.assignment();
        return new Certificate(
                RULES,
                CanonicalInstance.sha256(instance),
                assignment.optimal(),
                assignment.seed(),
                new Lottery(assignment.seed()).tieOrder(instance),
                assignment.places(),
                assignment.blockingPairs().stream().map(BlockingPair::pair).toList(),
                bounded.kept(),
                List.of());
    }

    /**
     * The certificate after one more correction; the blocking pairs that it brings are counted and listed.
     *
     * @param instance the instance that the certificate is about
     * @throws UnsoundEntry when the applicant has another place than the correction says, the place has no seat left, or
     *     the instance is another one
     */
    public Certificate corrected(Instance instance, Correction correction) {
        String applicant = correction.applicant();
        require(
                CanonicalInstance.sha256(instance).equals(instanceSha256),
                applicant,
                "the certificate is about another instance");
        require(
                matching.containsKey(applicant) && Objects.equals(matching.get(applicant), correction.from()),
                applicant,
                "applicant " + applicant + " does not have the place that the correction starts from");
        String to = correction.to();
        require(
                to == null
                        || instance.places().stream()
                                .anyMatch(place -> place.id().equals(to)),
                applicant,
                "the correction of applicant " + applicant + " leads to no place of the instance");
        Map<String, @Nullable String> corrected = new LinkedHashMap<>(matching);
        corrected.put(applicant, to);
        String overfull = new OpenSeats(instance, List.of(), corrected).overfull();
        require(overfull == null, applicant, "the correction gives " + overfull + " more applicants than it has seats");
        List<Correction> all = new ArrayList<>(corrections);
        all.add(correction);
        return new Certificate(
                rules,
                instanceSha256,
                optimal,
                seed,
                tieOrder,
                corrected,
                new Recount(instance, seed, List.of(), corrected).blockingPairs(),
                keptSeats,
                all);
    }

    /**
     * What the run itself made, the corrections undone.
     *
     * @throws UnsoundEntry when the corrections do not lead to the matching
     */
    public Map<String, @Nullable String> matchingOfTheRun() {
        Map<String, @Nullable String> run = new HashMap<>(matching);
        for (int i = corrections.size() - 1; i >= 0; i--) {
            Correction correction = corrections.get(i);
            String applicant = correction.applicant();
            require(
                    run.containsKey(applicant) && Objects.equals(run.get(applicant), correction.to()),
                    applicant,
                    "the corrections of applicant " + applicant + " do not lead to the place that it has");
            run.put(applicant, correction.from());
        }
        return run;
    }

    private static void require(boolean holds, String id, String otherwise) {
        if (!holds) {
            throw new UnsoundEntry(id, otherwise);
        }
    }
}
