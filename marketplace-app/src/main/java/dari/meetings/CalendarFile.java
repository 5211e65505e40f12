package dari.meetings;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * A meeting for a calendar (RFC 5545), published by the marketplace: nobody's mail address stands in it, so that each side
 * shows the other only what it wrote itself.
 */
final class CalendarFile {

    static final String NAME = "meeting.ics";
    static final String TYPE = "text/calendar; charset=UTF-8; method=PUBLISH";

    private CalendarFile() {}

    /**
     * @param title what the calendar shows
     * @param page address of the conversation
     * @param publisher the marketplace's mail address
     */
    static String of(Meeting meeting, Instant begins, String title, URI page, String publisher, Instant now) {
        VEvent event = new VEvent(false);
        event.add(new Uid(meeting.id().value() + "@dari"));
        event.add(new DtStamp(now));
        event.add(new DtStart<>(begins));
        event.add(new DtEnd<>(begins.plus(Duration.ofMinutes(meeting.minutes()))));
        event.add(new Summary(title));
        event.add(new Location(meeting.place()));
        if (!meeting.note().isEmpty()) {
            event.add(new Description(meeting.note()));
        }
        event.add(new Url(page));
        Organizer organizer = new Organizer(URI.create("mailto:" + publisher));
        organizer.add(new Cn("Dari"));
        event.add(organizer);
        event.add(new Sequence(meeting.sequence()));
        event.add(
                meeting.status() == MeetingStatus.CANCELLED
                        ? ImmutableStatus.VEVENT_CANCELLED
                        : ImmutableStatus.VEVENT_CONFIRMED);
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Dari//Meetings//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(ImmutableMethod.PUBLISH);
        calendar.add(event);
        return calendar.toString();
    }
}
