package dari.redecisions;

import dari.boards.BoardEffects;
import dari.boards.BoardView;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tells the office, before it saves other boards, which live projects they would decide otherwise. */
@Component
class OtherBoards implements BoardEffects {

    private final Redecisions redecisions;
    private final ChangeText text;
    private final MessageSource messages;

    OtherBoards(Redecisions redecisions, ChangeText text, MessageSource messages) {
        this.redecisions = redecisions;
        this.text = text;
        this.messages = messages;
    }

    @Override
    public Effects ofMine(List<BoardView> boards, Locale locale) {
        List<Redecisions.Effect> all = redecisions.preview(boards);
        return new Effects(
                all.size(),
                all.stream()
                        .filter(effect -> !effect.changes().isEmpty())
                        .map(effect -> new Effect(
                                effect.project().number(),
                                effect.project().startup().name(locale),
                                "/projects/" + effect.project().id().value(),
                                effect.changes().stream()
                                        .map(change -> difference(text.of(change, locale), locale))
                                        .toList()))
                        .toList());
    }

    private Difference difference(ChangeText.Said said, Locale locale) {
        return new Difference(
                said.label(),
                said.before(),
                said.after(),
                said.reasons(),
                messages.getMessage("redecisions.remedy.short." + said.remedy(), null, locale));
    }
}
