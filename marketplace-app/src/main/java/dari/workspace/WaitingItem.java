package dari.workspace;

import java.util.List;

/**
 * One thing that waits, for the reader or for somebody else.
 *
 * @param icon name of a theme icon without its prefix, e.g. {@code doc}
 * @param titleKey message key of what is to be done
 * @param arguments arguments of title and text: names and dates, already fit to be read
 * @param textKey message key of one line that says more
 * @param clock holder, since, due
 * @param url where it is done
 * @param actionKey message key of the button
 */
public record WaitingItem(
        String icon,
        String titleKey,
        List<Object> arguments,
        String textKey,
        WaitClock clock,
        String url,
        String actionKey) {

    public WaitingItem {
        arguments = List.copyOf(arguments);
    }
}
