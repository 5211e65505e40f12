package dari.admin.panel;

import java.util.List;

/**
 * One page of a long list, as the pages' own fragment shows it.
 *
 * @param number the present page, from 0
 * @param total how many pages there are
 * @param url the address of the list
 */
public record Listing(int number, int total, String url) {

    static Listing of(int number, int items, int size, String url) {
        int total = (items + size - 1) / size;
        return new Listing(Math.max(0, Math.min(number, total - 1)), total, url);
    }

    <T> List<T> of(List<T> items, int size) {
        return items.subList(Math.min(items.size(), number * size), Math.min(items.size(), (number + 1) * size));
    }

    public String urlOf(int page) {
        return url + "?page=" + page;
    }
}
