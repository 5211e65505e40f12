package dari.workspace;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * The pages of a long list.
 *
 * @param number the present page, from 0
 * @param total how many pages there are
 * @param url the address of the list with its filters, without the page
 * @param parameter what the page is called in the address: a page with several lists has one for each, ending in {@code Page}
 */
public record Pages(int number, int total, String url, String parameter) {

    public Pages(int number, int total, String url) {
        this(number, total, url, "page");
    }

    public static Pages of(int number, long items, int size, String url) {
        return new Pages(number, (int) ((items + size - 1) / size), url);
    }

    public String urlOf(int page) {
        return UriComponentsBuilder.fromUriString(url)
                .replaceQueryParam(parameter, page)
                .build()
                .toUriString();
    }
}
