package dari.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;

/** Uses an open page as somebody does who has no mouse. */
final class Keyboard {

    /** More stops than any page has. */
    private static final int MOST_STOPS = 600;

    /** Gathers what can be used; of choices that exclude each other the tabulator key stops at one. */
    private static final String GATHER = """
            () => {
              const stop = e => e.type === 'radio' ? 'radio ' + e.name + ' ' + (e.form ? [...document.forms].indexOf(e.form) : '') : e;
              const usable = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
                .filter(e => !e.disabled && e.type !== 'hidden' && e.tabIndex >= 0 && e.checkVisibility({visibilityProperty: true}));
              window.keyboard = {stop, left: new Map(usable.map(e => [stop(e), e])), marked: new Set(), unmarked: []};
              document.activeElement.blur();
            }""";

    /** Notes where the keyboard is, and says whether anything was not reached yet. */
    private static final String ARRIVE = """
            () => {
              const at = document.activeElement;
              if (!at || at === document.body) { return true; }
              const {stop, left, marked, unmarked} = window.keyboard;
              left.delete(stop(at));
              const style = getComputedStyle(at);
              const shown = style.opacity === '0' && at.nextElementSibling ? getComputedStyle(at.nextElementSibling) : style;
              if (shown.outlineStyle !== 'none' && parseFloat(shown.outlineWidth) > 0) {
                marked.add(at);
              } else if (!marked.has(at)) { // a field of several parts shows the later ones inside
                unmarked.push('not marked: ' + at.outerHTML.slice(0, 160));
              }
              const box = at.getBoundingClientRect();
              if (box.bottom < 0 || box.top > innerHeight) { unmarked.push('out of sight: ' + at.outerHTML.slice(0, 160)); }
              return left.size > 0;
            }""";

    private static final String MISSED = """
            () => [...window.keyboard.left.values()].map(e => 'not reached: ' + e.outerHTML.slice(0, 160))
              .concat(window.keyboard.unmarked)""";

    private static final String NAME = """
            () => { const at = document.activeElement; return (at.getAttribute('aria-label') || at.innerText || at.value || '').trim(); }""";

    private final Page page;

    Keyboard(Page page) {
        this.page = page;
        // what glides into sight would be judged on its way
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
    }

    /** Goes through the page by the tabulator key: everything that can be used is reached, in sight, and marked (WCAG 2.1.1, 2.4.7). */
    Keyboard reachesEverything() {
        page.evaluate(GATHER);
        boolean left = true;
        for (int stops = 0; stops < MOST_STOPS && left; stops++) {
            page.keyboard().press("Tab");
            left = (Boolean) page.evaluate(ARRIVE);
        }
        assertThat((List<?>) page.evaluate(MISSED)).as(page.url()).isEmpty();
        return this;
    }

    /** Passes over the way that all pages share, by the link that is there for it. */
    Keyboard skipsToWhatThePageIsAbout() {
        page.reload(); // else the browser goes on from where the keyboard was
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        assertThat((Boolean) page.evaluate("() => document.activeElement.closest('main') !== null"))
                .as("the first stop after the link that skips")
                .isTrue();
        return this;
    }

    /** Goes on to what has this name. */
    Keyboard to(String name) {
        for (int stops = 0; stops < MOST_STOPS; stops++) {
            if (page.evaluate(NAME).equals(name)) {
                return this;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("the tabulator key does not come to “" + name + "” on " + page.url());
    }

    Keyboard press(String key) {
        page.keyboard().press(key);
        return this;
    }
}
