package dari.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** Somebody at a browser, who reads one language and looks at every page in two widths. */
final class Person implements AutoCloseable {

    private static final List<String> STANDARD = List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa");

    private final String base;
    private final Locale locale;
    private final BrowserContext context;
    private final List<String> troubles = new ArrayList<>();
    final Page page;

    Person(Browser browser, String base, Locale locale, boolean scripts) {
        this.base = base;
        this.locale = locale;
        this.context = browser.newContext(
                new Browser.NewContextOptions().setLocale(locale.getLanguage()).setJavaScriptEnabled(scripts));
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
        open("/login?lang=" + locale.getLanguage());
        page.locator("#email").fill(email);
        page.locator("#password").fill(password);
        press(text("site", "site.login.submit"));
        assertThat(page.locator("h1")).hasText(text("web", "home.title"));
        return this;
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

    /** Examines the page and keeps its picture, in both widths. */
    Person look(String name) {
        for (int width : new int[] {1280, 390}) {
            page.setViewportSize(width, 900);
            examine();
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of("target/screens", locale.getLanguage(), name + "-" + width + ".png")));
        }
        page.setViewportSize(1280, 900);
        return this;
    }

    /** Notes what hurts accessibility, and a page that must be scrolled sideways to be read (WCAG 1.4.10). */
    void examine() {
        List<Rule> violations =
                new AxeBuilder(page).withTags(STANDARD).analyze().getViolations();
        violations.forEach(
                rule -> note(rule.getId() + ", " + rule.getNodes().get(0).getTarget() + " "
                        + rule.getNodes().get(0).getHtml()));
        if ((Boolean) page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")) {
            note("wider than the window");
        }
    }

    private void note(String trouble) {
        troubles.add(page.url() + " at " + page.viewportSize().width + " px: " + trouble);
    }

    /** What was wrong on the pages this person saw. */
    List<String> troubles() {
        return troubles;
    }

    @Override
    public void close() {
        context.close();
    }
}
