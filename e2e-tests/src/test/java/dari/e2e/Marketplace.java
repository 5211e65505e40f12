package dari.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;

/** What all journeys share: the running demo, browsers to look at it, and who is signed in already. */
final class Marketplace implements AutoCloseable {

    /** Beside all other tests a page that answers within a second alone may need ten. */
    static final Duration SLOWEST = Duration.ofMinutes(1);

    private final Demo demo = new Demo();
    private final ConcurrentLinkedQueue<Playwright> playwrights = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Browser> free = new ConcurrentLinkedQueue<>();
    private final ConcurrentMap<String, String> sessions = new ConcurrentHashMap<>();

    Marketplace() {
        PlaywrightAssertions.setDefaultAssertionTimeout(SLOWEST.toMillis());
    }

    Demo demo() {
        return demo;
    }

    /** By e-mail, the cookies of a session that passed both steps. */
    ConcurrentMap<String, String> sessions() {
        return sessions;
    }

    /** A browser for one journey alone: what Playwright makes is for one thread at a time. */
    Browser borrowBrowser() {
        Browser browser = free.poll();
        return browser == null ? startBrowser() : browser;
    }

    void giveBack(Browser browser) {
        free.add(browser);
    }

    private Browser startBrowser() {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        playwrights.add(playwright);
        String chromium = Objects.requireNonNullElse(System.getenv("DARI_CHROMIUM"), "/usr/bin/chromium");
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(chromium))
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-dev-shm-usage",
                                "--disable-gpu",
                                "--disable-background-networking")));
    }

    @Override
    public void close() {
        playwrights.forEach(Playwright::close);
        demo.close();
    }
}
