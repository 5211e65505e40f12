package dari.soak;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Asks for each project what comes next until it is over, several at a time. It keeps nothing of a project but when to ask
 * again. When all of them wait for a date, time passes to the first.
 */
final class Drive {

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final int AT_ONCE = 90;
    private static final int THREADS = 4;

    /** One of so many. */
    private static final int ASKED_ANYWAY = 4;

    private static final Duration PATIENCE = Duration.ofMinutes(8);
    private static final Duration LAPSE_CLOSES_WITHIN = Duration.ofSeconds(75);
    private static final int OK = 200;
    private static final int REFUSED = 400;

    /** A condition lapsed in between, or the database was killed. */
    private static final Set<Integer> NOT_NOW = Set.of(409, 503);

    private static final long LOOK_EVERY_MILLIS = 10_000;

    private final Soak soak;
    private final SoakClock clock;
    private final int projects;
    private final Instant beganAt;
    private final SplittableRandom random = new SplittableRandom(1);
    private final PriorityQueue<Place> due = new PriorityQueue<>(Comparator.comparingLong(place -> place.askAt));
    private final Map<Integer, Place> parked = new HashMap<>();
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final AtomicInteger opened = new AtomicInteger();
    private final Map<String, Long> openSince = new HashMap<>();
    private int begun;
    private int over;
    private int busy;
    private long steps;

    /** A project that goes on, and what it said last. */
    private static final class Place {

        private final int number;
        private long askAt;
        private Instant until = Instant.MIN;
        private String said = "";
        private long saidSince = System.nanoTime();

        Place(int number) {
            this.number = number;
        }

        /** @return how long it has said the same */
        Duration says(String now) {
            if (!now.equals(said)) {
                said = now;
                saidSince = System.nanoTime();
            }
            return Duration.ofNanos(System.nanoTime() - saidSince);
        }
    }

    Drive(Soak soak, SoakClock clock, int projects) {
        this.soak = soak;
        this.clock = clock;
        this.projects = projects;
        this.beganAt = clock.instant();
    }

    static LocalDate today(SoakClock clock) {
        return LocalDate.now(clock.withZone(SEOUL));
    }

    void run(Findings findings, Checks checks) throws InterruptedException {
        ExecutorService workers = Executors.newFixedThreadPool(THREADS);
        for (int i = 0; i < THREADS; i++) {
            workers.execute(() -> work(findings));
        }
        while (!isOver()) {
            Thread.sleep(LOOK_EVERY_MILLIS);
            watch(checks, findings);
            soak.forgetLetters();
            System.out.println(line());
        }
        workers.shutdown();
        workers.awaitTermination(1, TimeUnit.MINUTES);
    }

    private synchronized String line() {
        return "%s: %d of %d over, %d wait for a date, %d steps"
                .formatted(clock.instant().truncatedTo(ChronoUnit.MINUTES), over, projects, parked.size(), steps);
    }

    private synchronized boolean isOver() {
        return over == projects;
    }

    /** Nothing stays open for longer than it takes the watch over access to close it. */
    private void watch(Checks checks, Findings findings) {
        if (!soak.parts().isAlive("application")) {
            openSince.clear();
            return;
        }
        List<String> open = soak.openWithoutConditions(checks, clock);
        openSince.keySet().retainAll(open);
        for (String one : open) {
            long since = openSince.computeIfAbsent(one, first -> System.nanoTime());
            if (System.nanoTime() - since > LAPSE_CLOSES_WITHIN.toNanos()) {
                findings.add("access", "open for more than " + LAPSE_CLOSES_WITHIN.toSeconds() + " s: " + one);
            }
        }
    }

    private void work(Findings findings) {
        while (!isOver()) {
            Place place = take();
            if (place == null) {
                pause();
                continue;
            }
            try {
                heard(place, Step.of(soak.ask("/next?" + place.number)), findings);
            } catch (Soak.Failed e) {
                failed(place, String.valueOf(e.getMessage()), findings);
            } catch (IOException notThere) {
                place.says("no answer");
                again(place, 700);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                failed(place, e.toString(), findings);
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return null while none is due */
    private synchronized @Nullable Place take() {
        // many together: one alone would let all others wait for it before time passes
        if (begun - over <= AT_ONCE / 2) {
            while (begun < projects && begun - over < AT_ONCE) {
                due.add(new Place(begun++));
            }
        }
        Place next = due.peek();
        if (next != null && next.askAt <= System.nanoTime()) {
            busy++;
            return due.poll();
        }
        if (due.isEmpty() && busy == 0 && !parked.isEmpty()) {
            passTime();
        }
        return null;
    }

    /** To the first date that a project waits for. Some others are asked as well: much happens that they did not wait for. */
    private void passTime() {
        Instant first = parked.values().stream()
                .map(place -> place.until)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        clock.passTo(first.plusSeconds(60));
        Instant now = clock.instant();
        for (Place place : new ArrayList<>(parked.values())) {
            if (!place.until.isAfter(now) || random.nextInt(ASKED_ANYWAY) == 0) {
                parked.remove(place.number);
                place.askAt = System.nanoTime();
                due.add(place);
            }
        }
    }

    private void heard(Place place, Step step, Findings findings) throws IOException, InterruptedException {
        switch (step.kind()) {
            case DID -> {
                count();
                place.says(step.text());
                if (step.text().contains(Homes.UNTOLD)) {
                    findings.add("holder", step.text());
                }
                if (step.text().startsWith(Access.TOKEN)) {
                    keep(step.text().substring(Access.TOKEN.length()).split(" "), findings);
                }
                again(place, 0);
            }
            case PAYS -> {
                String[] parts = step.text().split(" ");
                if (parts[0].equals("nobody")) {
                    soak.letExpire(parts[2], parts[1]);
                } else {
                    soak.pay(parts[2]);
                }
                patient(place, step, findings, 1_500);
            }
            case APPROVE -> {
                String[] parts = step.text().split(" ");
                soak.approve(parts[0], parts[1], clock);
                patient(place, step, findings, 1_500);
            }
            case WAITS -> {
                if (step.until() == null) {
                    patient(place, step, findings, 900);
                } else {
                    park(place, step.until());
                }
            }
            case STUCK -> patient(place, step, findings, 900);
            case OVER -> ended(place, step.text());
        }
    }

    /** A token that was made opens its sandbox: what is tried at the end would prove nothing otherwise. */
    private void keep(String[] sandboxAndToken, Findings findings) throws InterruptedException {
        tokens.put(sandboxAndToken[1], sandboxAndToken[0]);
        try {
            int answer = soak.present(sandboxAndToken[0], sandboxAndToken[1]);
            if (answer == OK) {
                opened.incrementAndGet();
            } else if (!NOT_NOW.contains(answer)) {
                findings.add("tokens", "a token that was just made got " + answer + " for " + sandboxAndToken[0]);
            }
        } catch (IOException notThere) {
            // it was killed meanwhile
        }
    }

    /** Every project is over: no token opens anything any more. */
    void tryTokens(Findings findings) throws IOException, InterruptedException {
        for (Map.Entry<String, String> token : tokens.entrySet()) {
            int answer = soak.present(token.getValue(), token.getKey());
            if (answer < REFUSED) {
                findings.add("tokens", "a token of a sandbox that is over got " + answer + ": " + token.getValue());
            }
        }
        System.out.println(opened.get() + " of " + tokens.size() + " tokens opened their sandbox when they were made");
    }

    /** Where nobody has to act but a program: it may take a while, but not for ever. */
    private void patient(Place place, Step step, Findings findings, long millis) {
        if (place.says(step.kind() + " " + step.text().replaceAll("https?://\\S+", ""))
                        .compareTo(PATIENCE)
                > 0) {
            findings.add("stuck", "project " + place.number + ": " + step.kind() + " " + step.text());
            ended(place, "STUCK " + step.text().replaceAll("[0-9a-f-]{30,}|https?://\\S+", "…"));
        } else {
            again(place, millis);
        }
    }

    private void failed(Place place, String why, Findings findings) {
        if (place.says("failed: " + why).compareTo(PATIENCE) > 0) {
            findings.add("stuck", "project " + place.number + " fails: " + why);
            ended(place, "FAILED");
        } else {
            System.out.println("project " + place.number + ": " + why);
            again(place, 1_500);
        }
    }

    private synchronized void count() {
        steps++;
    }

    private synchronized void again(Place place, long millis) {
        busy--;
        place.askAt = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        due.add(place);
    }

    private synchronized void park(Place place, Instant until) {
        busy--;
        place.until = until;
        parked.put(place.number, place);
    }

    private synchronized void ended(Place place, String how) {
        busy--;
        over++;
        outcomes.merge(how, 1, Integer::sum);
    }

    synchronized long steps() {
        return steps;
    }

    double daysPassed() {
        return Duration.between(beganAt, clock.instant()).toMinutes() / (24.0 * 60);
    }

    /** How the projects ended. */
    synchronized String table() {
        StringBuilder table = new StringBuilder();
        outcomes.forEach((how, often) -> table.append("%6d  %s%n".formatted(often, how)));
        return table.toString();
    }
}
