package dari.matching.assignment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Counts a certificate again from the instance, without the algorithm that made the assignment. It proves that the
 * instance is the one that was run, that everybody has a place that was wished or settled, that no quota is exceeded, that
 * nobody blocks, and what was settled or corrected. Which side's optimum it is is not proven: for that, run the same
 * instance and seed.
 */
public final class CertificateCheck {

    private final Certificate certificate;
    private final Instance instance;

    private CertificateCheck(Certificate certificate, Instance instance) {
        this.certificate = certificate;
        this.instance = instance;
    }

    /** What is wrong, one sentence each in English; empty when the certificate holds. */
    public static List<String> problems(Certificate certificate, Instance instance) {
        CertificateCheck check = new CertificateCheck(certificate, instance);
        List<String> problems = new ArrayList<>(check.whatItIsAbout());
        if (problems.isEmpty()) {
            try {
                problems.addAll(check.whatItSays());
            } catch (UnsoundEntry e) {
                problems.add(String.valueOf(e.getMessage()));
            }
        }
        return problems;
    }

    private List<String> whatItIsAbout() {
        List<String> problems = new ArrayList<>();
        if (!certificate.rules().equals(Certificate.RULES)) {
            problems.add("the rules are " + certificate.rules() + ", this version checks " + Certificate.RULES);
        }
        if (!certificate.instanceSha256().equals(CanonicalInstance.sha256(instance))) {
            problems.add("the instance is another one than the certificate's");
        }
        if (!certificate.tieOrder().equals(new Lottery(certificate.seed()).tieOrder(instance))) {
            problems.add("the order of ties does not follow from the seed");
        }
        Set<String> applicants = new HashSet<>();
        instance.applicants().forEach(applicant -> applicants.add(applicant.id()));
        if (!certificate.matching().keySet().equals(applicants)) {
            problems.add("the matching does not name exactly the applicants of the instance");
        }
        Set<String> places = new HashSet<>();
        instance.places().forEach(place -> places.add(place.id()));
        certificate.matching().values().stream()
                .filter(Objects::nonNull)
                .filter(place -> !places.contains(place))
                .findFirst()
                .ifPresent(place -> problems.add("the matching names " + place + ", which is no place"));
        return problems;
    }

    private List<String> whatItSays() {
        List<String> problems = new ArrayList<>();
        Map<String, @Nullable String> run = certificate.matchingOfTheRun();
        List<Pair> settled = new ArrayList<>(instance.forced());
        certificate.keptSeats().forEach(seat -> settled.add(new Pair(seat.applicant(), seat.place())));
        for (Pair pair : settled) {
            if (!pair.place().equals(run.get(pair.applicant()))) {
                problems.add(pair + " were settled, but the run did not bring them together");
            }
        }
        seats(run, "the run", problems);
        seats(certificate.matching(), "the matching", problems);
        problems.addAll(withoutWish(run, settled));
        for (Pair pair : new Recount(instance, certificate.seed(), settled, run).blockingPairs()) {
            problems.add(pair + " would both rather have each other, and nothing settled stands in the way");
        }
        List<Pair> counted =
                new Recount(instance, certificate.seed(), List.of(), certificate.matching()).blockingPairs();
        differences(counted, certificate.blockingPairs(), problems);
        return problems;
    }

    private void seats(Map<String, @Nullable String> matching, String whose, List<String> problems) {
        String overfull = new OpenSeats(instance, List.of(), matching).overfull();
        if (overfull != null) {
            problems.add(whose + " gives " + overfull + " more applicants than it has seats");
        }
    }

    /** Pairs of the run that were neither wished by both nor settled, or that were excluded. */
    private List<String> withoutWish(Map<String, @Nullable String> run, List<Pair> settled) {
        WishOrder wishes = new WishOrder(instance, certificate.seed());
        Set<Pair> allowed = new HashSet<>(settled);
        Set<Pair> forbidden = new HashSet<>(instance.forbidden());
        List<String> problems = new ArrayList<>();
        for (Applicant applicant : instance.applicants()) {
            String place = run.get(applicant.id());
            if (place == null) {
                continue;
            }
            Pair pair = new Pair(applicant.id(), place);
            boolean wished = wishes.position(applicant.id(), place) != WishOrder.NO_WISH
                    && wishes.rank(place, applicant.id()) != WishOrder.NO_WISH;
            if (!allowed.contains(pair) && (!wished || forbidden.contains(pair))) {
                problems.add(pair + " were brought together, but do not both wish it or must not");
            }
        }
        return problems;
    }

    private static void differences(List<Pair> counted, List<Pair> listed, List<String> problems) {
        Map<Pair, Boolean> isListed = new HashMap<>();
        counted.forEach(pair -> isListed.put(pair, false));
        Set<String> invented = new TreeSet<>();
        for (Pair pair : listed) {
            if (isListed.put(pair, true) == null) {
                invented.add(pair + " are listed as a blocking pair and are none");
            }
        }
        problems.addAll(invented);
        isListed.forEach((pair, found) -> {
            if (!found) {
                problems.add(pair + " are a blocking pair and not listed as one");
            }
        });
    }
}
