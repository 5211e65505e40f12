package dari.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dari.kernel.Money;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class EntryTests {

    @Test
    void anEntryThatDoesNotAddUpInEachCurrencyCannotBeMade() {
        assertThatThrownBy(() -> entry(line(Account.BANK, 5, "KRW"), line(Account.STARTUP_OWES, -4, "KRW")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> entry(line(Account.CARD, 5, "KRW"), line(Account.UNPLACED, -5, "USD")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(entry(line(Account.CARD, 5, "KWD"), line(Account.UNPLACED, -5, "KWD"), line(Account.VAT, 0, "KRW"))
                        .postings())
                .hasSize(2);
    }

    @Test
    void anAmountInNoKnownCurrencyIsWrittenAsItIsCounted() {
        assertThat(new Money(1_234, "XXX").format(Locale.ENGLISH)).endsWith("1,234");
    }

    private static Entry entry(Posting... lines) {
        return new Entry(EntryKind.STRAY, "x", null, List.of(lines));
    }

    private static Posting line(Account account, long amount, String currency) {
        return new Posting(account, null, null, new Money(amount, currency));
    }
}
