package dari.needs;

import java.util.List;

/**
 * What a startup says of itself.
 *
 * @param product name of the product
 * @param intendedUse what it is for, in the words of its label
 * @param forProfit whether the organisation is for profit
 * @param country ISO 3166 code of where data would be opened
 * @param mfdsClass class of the medical device, I to IV, empty when it is none
 * @param stage code of the regulatory stage: none, planned, notified, certified, approved
 * @param specialty code of the vocabulary, empty when open
 * @param gives codes of what it is ready to give in return
 * @param background what hospitals ask about it besides
 */
public record StartupProfile(
        String product,
        String intendedUse,
        boolean forProfit,
        String country,
        String mfdsClass,
        String stage,
        String specialty,
        List<String> gives,
        StartupBackground background) {

    public StartupProfile {
        background = StartupBackground.of(background);
    }

    public StartupProfile(
            String product,
            String intendedUse,
            boolean forProfit,
            String country,
            String mfdsClass,
            String stage,
            String specialty,
            List<String> gives) {
        this(product, intendedUse, forProfit, country, mfdsClass, stage, specialty, gives, StartupBackground.UNSAID);
    }

    public static final StartupProfile EMPTY =
            new StartupProfile("", "", true, "KR", "", "none", "", List.of("return:fee"));

    public boolean complete() {
        return !product.isBlank() && !intendedUse.isBlank();
    }
}
