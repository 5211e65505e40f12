package dari.needs;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What hospitals ask about a startup before they talk: none of it decides permission or fit.
 *
 * @param innovative whether the product is designated an innovative medical device (혁신의료기기)
 * @param evidence how far the evidence is: none, retrospective, reader, prospective, trial; empty when not said
 * @param generative whether the product generates text or images
 * @param leaves what has to leave the sandbox: nothing, metrics, weights; empty when not said
 * @param team who works on it, in the startup's words
 * @param lacks skills that the team looks for in a partner: clinical, biostatistics, engineering, regulatory
 * @param funding how the project is paid for: own, applied, granted; empty when not said
 * @param interests conflicts of interest with hospitals or their staff; empty for none
 */
public record StartupBackground(
        boolean innovative,
        String evidence,
        boolean generative,
        String leaves,
        String team,
        List<String> lacks,
        String funding,
        String interests) {

    public static final StartupBackground UNSAID = new StartupBackground(false, "", false, "", "", List.of(), "", "");

    public StartupBackground {
        lacks = List.copyOf(lacks);
    }

    /** Profiles that were kept before anybody asked have none. */
    static StartupBackground of(@Nullable StartupBackground kept) {
        return kept == null ? UNSAID : kept;
    }
}
