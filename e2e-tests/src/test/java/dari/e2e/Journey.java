package dari.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What people do on the shared marketplace; at its end none of them may have seen a trouble on any page. */
@ExtendWith(SharedMarketplace.class)
abstract class Journey {

    static final String DEMO_PASSWORD = "dari-demo-2026";
    static final String PASSWORD = "correct horse battery";

    private final List<Person> people = new ArrayList<>();

    /** A journey that failed tells what each of its people had before their eyes. */
    @RegisterExtension
    final AfterTestExecutionCallback lastSeen = context -> context.getExecutionException()
            .ifPresent(failure -> failure.addSuppressed(
                    new AssertionError(people.stream().map(Person::lastSeen).collect(Collectors.joining("\n\n")))));

    private Marketplace market;
    private Browser browser;

    @BeforeEach
    final void enter(Marketplace opened) {
        market = opened;
        browser = opened.borrowBrowser();
    }

    @AfterEach
    final void leave() {
        people.forEach(Person::close);
        market.giveBack(browser);
        assertThat(people.stream()
                        .map(Person::takeTroubles)
                        .flatMap(List::stream)
                        .distinct()
                        .toList())
                .as("accessibility violations and console errors")
                .isEmpty();
    }

    final Demo demo() {
        return market.demo();
    }

    /** Somebody of the demo, signed in with both steps: by an earlier journey's session where it still holds. */
    final Person member(Locale locale, String email) {
        String session = market.sessions().get(email);
        if (session != null) {
            Person person = person(locale, true, session).open("/home?lang=" + locale.getLanguage());
            if (person.page.url().contains("/home")) {
                return person;
            }
        }
        Person person = signedInAnew(locale, email);
        market.sessions().put(email, person.session());
        return person;
    }

    /** Looks at what documents and lists leave open of an application, and finds each to be no problem. */
    static void decideChecks(Person administrator, String application) {
        administrator.open("/program/applications/" + application + "/checks").look("22-checks");
        Locator open = administrator.page.locator(
                "main form", new Page.LocatorOptions().setHas(administrator.page.locator(".btn-primary")));
        for (int left = open.count(); left > 0; left--) {
            Locator first = open.first();
            first.locator("input[value=ACCEPTED]").check();
            first.locator("textarea").fill("Seen in the public records");
            first.locator("button[type=submit]").click();
            PlaywrightAssertions.assertThat(open).hasCount(left - 1);
        }
    }

    /** Somebody of the demo with a session of their own, which may be ended. */
    final Person signedInAnew(Locale locale, String email) {
        return person(locale).signIn(email, DEMO_PASSWORD);
    }

    /** A visitor. */
    final Person person(Locale locale) {
        return person(locale, true, null);
    }

    final Person withoutScripts(Locale locale) {
        return person(locale, false, null);
    }

    final Person withoutScripts(Locale locale, String email) {
        return person(locale, false, member(locale, email).session());
    }

    private Person person(Locale locale, boolean scripts, String session) {
        Person person = new Person(browser, market.demo().url(), locale, scripts, session);
        people.add(person);
        return person;
    }

    /** Signs an organisation up, with the first of its people, who then confirms the e-mail address. */
    final void signUp(Person visitor, String face, String name, String number, String email) {
        visitor.open("/signup?face=" + face);
        visitor.fill("name", name)
                .fill("registrationNumber", validNumber(number))
                .fill("address", "강원특별자치도 춘천시 호반로 1")
                .fill("displayName", "Kim")
                .fill("email", email)
                .fill("password", PASSWORD)
                .press(visitor.text("organizations", "organizations.signup.submit"));
        confirm(visitor, email);
    }

    /** Follows the link of the last letter to an address. */
    final void confirm(Person person, String email) {
        confirm(person, email, email);
    }

    /** Follows the link of the last letter to an address that says something. */
    final void confirm(Person person, String email, String said) {
        Locator letter = person.page
                .locator("main li", new Page.LocatorOptions().setHasText(email))
                .filter(new Locator.FilterOptions().setHasText(said))
                .locator("a")
                .first();
        person.eventually("/demo/mail", letter);
        letter.click();
    }

    /** The first nine digits with the check digit that fits. */
    static String validNumber(String typed) {
        int[] weights = {1, 3, 7, 1, 3, 7, 1, 3, 5};
        String nine = typed.replace("-", "").substring(0, 9);
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += (nine.charAt(i) - '0') * weights[i];
        }
        sum += (nine.charAt(8) - '0') * 5 / 10;
        return nine + (10 - sum % 10) % 10;
    }
}
