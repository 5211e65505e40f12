package dari.admin;

import org.springframework.data.domain.Page;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The pages of a long list, for the fragment that links them.
 *
 * @param number the present page, from 0
 * @param total how many pages there are
 * @param url the address of the list with its filters, without the page
 */
public record PageLinks(int number, int total, String url) {

    public static PageLinks of(Page<?> page, String url) {
        return new PageLinks(page.getNumber(), page.getTotalPages(), url);
    }

    public static PageLinks of(int number, int items, int size, String url) {
        return new PageLinks(number, (items + size - 1) / size, url);
    }

    public String urlOf(int page) {
        return UriComponentsBuilder.fromUriString(url)
                .replaceQueryParam("page", page)
                .build()
                .toUriString();
    }
}
