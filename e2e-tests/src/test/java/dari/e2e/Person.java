package dari.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** Somebody at a browser, who reads one language and looks at every page in two widths. */
final class Person implements AutoCloseable {

    private static final boolean PICTURES = "1".equals(System.getenv("DARI_SCREENS"));
    private static final List<String> STANDARD = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    /** The present code and the next are taken: after two sign-ins one waits for a third at the most this long. */
    private static final Duration CODES_LAST = Duration.ofSeconds(70);

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Between two looks at a page on which something is to appear: each costs the browser as much as any page. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    /** Pixels between the browser's usual margins of a sheet of A4. */
    private static final int SHEET = 717;

    private static final int LETTERS_OF_A_PAGE = 1_500;

    private static final Set<String> USED = ConcurrentHashMap.newKeySet();

    /** What was examined for accessibility, by picture and width. */
    private static final Set<String> EXAMINED = ConcurrentHashMap.newKeySet();

    private final String base;
    private final Locale locale;
    private final BrowserContext context;
    private final List<String> troubles = new ArrayList<>();
    final Page page;

    /** @param session what {@link #session()} of another browser gave, or null for a visitor */
    Person(Browser browser, String base, Locale locale, boolean scripts, String session) {
        this.base = base;
        this.locale = locale;
        this.context = browser.newContext(new Browser.NewContextOptions()
                .setLocale(locale.getLanguage())
                // else a page still glides to a button while a slow machine has pressed and lets go of something else
                .setReducedMotion(ReducedMotion.REDUCE)
                .setJavaScriptEnabled(scripts)
                .setStorageState(session));
        context.setDefaultTimeout(Marketplace.SLOWEST.toMillis());
        this.page = context.newPage();
        page.setViewportSize(1280, 900);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                note(message.text());
            }
        });
        page.onPageError(this::note);
    }

    /** A sentence of the bundles, in this person's language. */
    String text(String bundle, String key, Object... arguments) {
        ResourceBundle texts = ResourceBundle.getBundle(
                "messages." + bundle,
                locale.getLanguage().equals("en") ? Locale.ENGLISH : Locale.ROOT,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new MessageFormat(texts.getString(key), locale).format(arguments);
    }

    Person open(String path) {
        page.navigate(base + path);
        return this;
    }

    Person signIn(String email, String password) {
        open("/login?lang=" + locale.getLanguage()).proveWhoIAm(email, password);
        assertThat(page.locator("h1")).hasText(text("web", "home.title"));
        return this;
    }

    /** Both steps, on the sign-in page that is open. */
    Person proveWhoIAm(String email, String password) {
        page.locator("#email").fill(email);
        page.locator("#password").fill(password);
        press(text("site", "site.login.submit"));
        if (isAskedForACode()) {
            giveACode(email);
        }
        return this;
    }

    /** The cookies, with which another browser goes on in the same session. */
    String session() {
        return context.storageState();
    }

    /** What a person without the second step does on the account's page, with an authenticator app. */
    Person setUpSecondStep() {
        open("/account/second-step").press(text("secondfactor", "secondfactor.begin.submit"));
        look("50-second-step");
        String secret = page.locator("#secret").textContent().replace(" ", "");
        fill("code", app(secret)).press(text("secondfactor", "secondfactor.confirm.submit"));
        return look("51-recovery-codes").follow(text("secondfactor", "secondfactor.onward.page"));
    }

    private static String app(String secret) {
        try {
            TimeBasedOneTimePasswordGenerator codes = new TimeBasedOneTimePasswordGenerator();
            return codes.generateOneTimePasswordString(
                    new SecretKeySpec(new Base32().decode(secret), codes.getAlgorithm()), Instant.now());
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean isAskedForACode() {
        return page.url().endsWith("/login/code");
    }

    /** Reads the demo's page of codes as one reads an app; a code that was used before is not taken again. */
    private void giveACode(String email) {
        looks().atMost(CODES_LAST).until(() -> {
            for (String code : codesOf(email)) {
                if (USED.add(email + code)) {
                    fill("code", code).press(text("secondfactor", "secondfactor.signIn.submit"));
                    if (!isAskedForACode()) {
                        return true;
                    }
                }
            }
            return false;
        });
    }

    private List<String> codesOf(String email) {
        try (Page codes = context.newPage()) {
            codes.navigate(base + "/demo/codes");
            return codes.locator("tr[data-person='" + email + "'] code").allTextContents();
        }
    }

    /** Opens a page again and again until what others do in the meantime shows on it. */
    Person eventually(String path, String text) {
        return reopen(path, () -> main().contains(text));
    }

    /** Opens a page again and again until something is on it. */
    Person eventually(String path, Locator something) {
        return reopen(path, () -> something.count() > 0);
    }

    /** Opens a page again and again until something no longer stands on it. */
    Person eventuallyWithout(String path, String text) {
        return reopen(path, () -> !main().contains(text));
    }

    private Person reopen(String path, BooleanSupplier enough) {
        looks().atMost(PATIENCE).until(() -> {
            open(path);
            return enough.getAsBoolean();
        });
        return this;
    }

    private static ConditionFactory looks() {
        return Awaitility.await()
                .pollDelay(Duration.ZERO)
                .pollInterval(BETWEEN_LOOKS)
                .pollInSameThread();
    }

    private String main() {
        return page.locator("main").textContent();
    }

    Person sees(String text) {
        assertThat(page.locator("main")).containsText(text);
        return this;
    }

    /** What the page says after an action. */
    Person isTold(String text) {
        assertThat(page.locator(".toasts")).containsText(text);
        return this;
    }

    /** Where this person is, without the server's name. */
    String path() {
        return page.url().replaceFirst("https?://[^/]+", "");
    }

    Person upload(String field, String name, String content) {
        page.setInputFiles(
                "[id='" + field + "']", new FilePayload(name, "text/plain", content.getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    /** The rows of a table that name something. */
    Locator rows(String text) {
        return page.locator("main tbody tr", new Page.LocatorOptions().setHasText(text));
    }

    /** The first of them. */
    Locator row(String text) {
        return rows(text).first();
    }

    Person fill(String field, String value) {
        page.locator("[id='" + field + "']").fill(value);
        return this;
    }

    Person choose(String field, String value) {
        page.locator("[id='" + field + "']").selectOption(value);
        return this;
    }

    Person check(String name, String value) {
        page.locator("input[name='" + name + "'][value='" + value + "']").check();
        return this;
    }

    Person press(String name) {
        page.locator("main, header")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
        return this;
    }

    Person follow(String name) {
        page.locator("main")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name))
                .first()
                .click();
        return this;
    }

    /**
     * Examines the page in both widths and, where the environment asks for pictures, keeps them. In the second language
     * and for the second person only what words decide is examined: the elements are those that were examined before.
     */
    Person look(String name) {
        for (int width : new int[] {1280, 390}) {
            page.setViewportSize(width, 900);
            if (EXAMINED.add(name + "-" + width)) {
                examine();
            } else {
                examineFit();
            }
            if (PICTURES) {
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target/screens", locale.getLanguage(), name + "-" + width + ".png")));
            }
        }
        page.setViewportSize(1280, 900);
        return this;
    }

    /** Notes what hurts accessibility. */
    void examine() {
        List<Rule> violations = new AxeBuilder(page)
                .setLegacyMode(true) // else a page of its own gathers the frames' results, and there are no frames
                .options(violationsAlone())
                .withTags(STANDARD)
                .analyze()
                .getViolations();
        violations.forEach(
                rule -> note(rule.getId() + ", " + rule.getNodes().get(0).getTarget() + " "
                        + rule.getNodes().get(0).getHtml()));
        examineFit();
    }

    /** Notes ids that name two things, and what must be scrolled sideways (WCAG 1.4.10). */
    private void examineFit() {
        if ((Boolean) page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")) {
            note("wider than the window");
        }
        String doubled = (String)
                page.evaluate(
                        "[...document.querySelectorAll('[id]')].map(e => e.id).filter((id, i, all) => all.indexOf(id) < i).join(' ')");
        if (!doubled.isEmpty()) {
            note("ids that stand there twice: " + doubled);
        }
    }

    /** Prints the page on A4 and reads the sheets: every heading stands on them, and nothing that only a screen can use. */
    Person prints(int mostSheets) {
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.setViewportSize(SHEET, 900);
        if ((Boolean) page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")) {
            note("wider than a sheet");
        }
        assertThat(page.locator("button:visible, .btn:visible, nav:visible")).hasCount(0);
        List<String> headings = page.locator("main h1:visible, main h2:visible, main h3:visible")
                .allInnerTexts();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(null));
        page.setViewportSize(1280, 900);
        byte[] printed = page.pdf(new Page.PdfOptions().setFormat("A4"));
        try (PDDocument sheets = Loader.loadPDF(printed)) {
            String text = new PDFTextStripper().getText(sheets).replaceAll("\\s", "");
            assertThat(headings)
                    .as("headings of " + path())
                    .isNotEmpty()
                    .allSatisfy(heading -> assertThat(text).contains(heading.replaceAll("\\s", "")));
            assertThat(sheets.getNumberOfPages()).as("sheets of " + path()).isLessThanOrEqualTo(mostSheets);
            if (PICTURES) {
                Files.write(
                        Path.of(
                                "target/screens",
                                locale.getLanguage(),
                                "print" + path().replaceAll("[^a-z]+", "-") + ".pdf"),
                        printed);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    private static AxeRunOptions violationsAlone() {
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return options;
    }

    private void note(String trouble) {
        troubles.add(page.url() + " at " + page.viewportSize().width + " px: " + trouble);
    }

    /** The page that is open, in so many letters as show what went wrong. */
    String lastSeen() {
        String text = page.locator("body").innerText().replaceAll("\\s+", " ");
        return page.url() + ": " + text.substring(0, Math.min(text.length(), LETTERS_OF_A_PAGE));
    }

    /** What was wrong on the pages this person saw since it was last asked. */
    List<String> takeTroubles() {
        List<String> taken = List.copyOf(troubles);
        troubles.clear();
        return taken;
    }

    @Override
    public void close() {
        context.close();
    }
}
