package dari.admin;

import com.rometools.rome.feed.synd.SyndContentImpl;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndEntryImpl;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedOutput;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Open calls for those who follow them by program: JSON, and an Atom feed. */
@RestController
@RequestMapping("/calls")
class CallFeed {

    private final Calls calls;
    private final MessageSource messages;

    CallFeed(Calls calls, MessageSource messages) {
        this.calls = calls;
        this.messages = messages;
    }

    @GetMapping("/open.json")
    List<PublicCall> json() {
        String address = address("/calls");
        return calls.current().stream()
                .map(call -> PublicCall.of(call, address))
                .toList();
    }

    @GetMapping(path = "/open.atom", produces = MediaType.APPLICATION_ATOM_XML_VALUE)
    String atom(Locale locale) throws FeedException, IOException {
        List<CallView> open = calls.current();
        SyndFeed feed = new SyndFeedImpl();
        feed.setFeedType("atom_1.0");
        feed.setTitle(messages.getMessage("calls.feed.title", null, locale));
        feed.setUri(ServletUriComponentsBuilder.fromCurrentRequestUri().toUriString());
        feed.setLink(address("/calls"));
        open.stream()
                .map(CallView::changedAt)
                .max(Comparator.naturalOrder())
                .ifPresent(newest -> feed.setPublishedDate(Date.from(newest)));
        feed.setEntries(open.stream()
                .map(call -> entry(call, address("/calls/" + call.id()), locale))
                .toList());
        StringWriter text = new StringWriter();
        new SyndFeedOutput().output(feed, text);
        return text.toString();
    }

    private SyndEntry entry(CallView call, String link, Locale locale) {
        SyndEntry shown = new SyndEntryImpl();
        shown.setUri("urn:uuid:" + call.id());
        shown.setTitle(call.title(locale));
        shown.setLink(link);
        shown.setUpdatedDate(Date.from(call.changedAt()));
        SyndContentImpl summary = new SyndContentImpl();
        summary.setType("text");
        summary.setValue(messages.getMessage(
                "calls.feed.entry", new Object[] {call.content().deadline().toString(), call.summary(locale)}, locale));
        shown.setDescription(summary);
        return shown;
    }

    private static String address(String path) {
        return ServletUriComponentsBuilder.fromCurrentContextPath().path(path).toUriString();
    }
}
