package dari.soak;

import java.io.IOException;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Kills a part every now and then and starts it again, one at a time. How often, {@code DARI_SOAK_KILLS} says in seconds on
 * average; 0 for never.
 */
final class Havoc {

    private static final String USUAL_SECONDS = "120";
    private static final int MOST_DOWN_MILLIS = 6_000;

    private final Soak soak;
    private final SplittableRandom random;
    private final Findings findings;
    private final int seconds;
    private final Map<String, Integer> kills = new TreeMap<>();
    private final Thread thread = new Thread(this::go, "havoc");
    private final CountDownLatch over = new CountDownLatch(1);

    Havoc(Soak soak, long seed, Findings findings) {
        this.soak = soak;
        this.random = new SplittableRandom(seed ^ 0x5eed);
        this.findings = findings;
        this.seconds = Integer.parseInt(System.getenv().getOrDefault("DARI_SOAK_KILLS", USUAL_SECONDS));
    }

    void begin() {
        if (seconds > 0) {
            thread.start();
        }
    }

    /** Returns when every part is there again. */
    void end() throws InterruptedException {
        over.countDown();
        thread.join();
    }

    private void go() {
        try {
            while (!over.await(500L * seconds + random.nextInt(1_000 * seconds), TimeUnit.MILLISECONDS)) {
                kill();
            }
        } catch (IOException | RuntimeException e) {
            findings.add("restart", String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void kill() throws IOException, InterruptedException {
        int which = random.nextInt(100);
        if (which < 35) {
            count("application");
            soak.parts().kill("application");
            pause();
            soak.startApplication();
            soak.awaitApplication();
        } else if (which < 70) {
            int place = random.nextInt(Cast.HOSPITALS);
            count("agent");
            soak.parts().kill(Soak.agentName(place));
            pause();
            soak.startAgent(Cast.hospital(place));
        } else if (which < 85) {
            count("database");
            soak.parts().kill("database");
            pause();
            soak.startDatabase();
        } else {
            count("database stopped");
            soak.parts().stop("database");
            pause();
            soak.startDatabase();
        }
    }

    private void pause() throws InterruptedException {
        Thread.sleep(random.nextInt(MOST_DOWN_MILLIS));
    }

    private synchronized void count(String part) {
        kills.merge(part, 1, Integer::sum);
        System.out.println("kill: " + part);
    }

    synchronized String figures() {
        return kills.isEmpty() ? "nothing" : kills.toString();
    }
}
