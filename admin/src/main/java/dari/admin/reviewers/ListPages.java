package dari.admin.reviewers;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * The pages of a long list, as the fragment {@code ui :: pages} reads them.
 *
 * @param number the present page, from 0
 * @param total how many pages there are
 * @param url the address of the list, without the page
 */
public record ListPages(int number, int total, String url) {

    static ListPages of(int number, int items, int size, String url) {
        return new ListPages(number, (items + size - 1) / size, url);
    }

    public String urlOf(int page) {
        return UriComponentsBuilder.fromUriString(url)
                .replaceQueryParam("page", page)
                .build()
                .toUriString();
    }
}
