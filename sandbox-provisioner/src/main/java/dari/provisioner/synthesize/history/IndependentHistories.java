package dari.provisioner.synthesize.history;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Real histories taken apart, without noise: every column of every table drawn by itself. What a mechanism must beat; not private.
 */
public final class IndependentHistories implements Histories {

    private final HistoryDomain domain;
    private final List<History> real;
    private final List<History.Contact> contacts = new ArrayList<>();
    private final List<Integer> gaps = new ArrayList<>();
    private final List<List<History.Event>> events = new ArrayList<>();
    private final RandomGenerator random;

    public IndependentHistories(HistoryDomain domain, List<History> real, RandomGenerator random) {
        this.domain = domain;
        this.real = List.copyOf(real);
        this.random = random;
        domain.tables().forEach(table -> events.add(new ArrayList<>()));
        for (History history : real) {
            for (int i = 0; i < history.contacts().size(); i++) {
                History.Contact contact = history.contacts().get(i);
                contacts.add(contact);
                if (i > 0) {
                    gaps.add(contact.first() - history.contacts().get(i - 1).first());
                }
                contact.events()
                        .forEach(e ->
                                events.get(domain.tables().indexOf(e.table())).add(e));
            }
        }
    }

    @Override
    public void each(Consumer<History> reader) {
        for (int person = 0; person < real.size(); person++) {
            reader.accept(invented());
        }
    }

    private History invented() {
        short[] person = new short[domain.person().size()];
        for (int c = 0; c < person.length; c++) {
            person[c] = one(real).person()[c];
        }
        int visits = one(real).contacts().size();
        List<History.Contact> made = new ArrayList<>();
        int day = visits == 0 ? 0 : firstDay();
        for (int i = 0; i < visits; i++) {
            day = Math.min(domain.period().lastDay(), day + (i == 0 || gaps.isEmpty() ? 0 : one(gaps)));
            History.Contact stay = one(contacts);
            int last = Math.min(domain.period().lastDay(), day + stay.last() - stay.first());
            made.add(new History.Contact(day, last, one(contacts).kind(), events(day)));
        }
        return new History(0, person, one(real).birthYear(), made);
    }

    private int firstDay() {
        History history = one(real);
        while (history.contacts().isEmpty()) {
            history = one(real);
        }
        return history.contacts().get(0).first();
    }

    private List<History.Event> events(int day) {
        List<History.Event> made = new ArrayList<>();
        for (int t = 0; t < events.size(); t++) {
            int rows = one(contacts).rows(domain.tables().get(t));
            for (int i = 0; i < rows; i++) {
                History.Event code = one(events.get(t));
                made.add(new History.Event(
                        code.table(), code.code(), day, one(events.get(t)).value()));
            }
        }
        return made;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
