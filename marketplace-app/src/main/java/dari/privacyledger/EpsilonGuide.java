package dari.privacyledger;

import dari.kernel.HospitalMember;
import dari.provisioner.bench.EpsilonFigures;
import dari.provisioner.json.Json;
import dari.provisioner.privacy.Rho;
import dari.sandboxes.CostView;
import dari.sandboxes.SandboxId;
import dari.sandboxes.SandboxView;
import dari.sandboxes.Sandboxes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What each ε means, on a made-up population that anybody may see; for the steward who has to choose one. */
@Service
public class EpsilonGuide {

    /** Written by the provisioner's {@code bench --choices}; docs/privacy-ledger.md says how. */
    private static final String FIGURES = "/dari/privacyledger/epsilon-choices.json";

    private final EpsilonFigures figures = read();
    private final Sandboxes sandboxes;

    EpsilonGuide(Sandboxes sandboxes) {
        this.sandboxes = sandboxes;
    }

    /**
     * @param sandbox whose dataset's size and whose budget are shown; null for none
     * @param persons a size to show instead; null for that of the dataset
     * @throws dari.kernel.NotFoundException when the sandbox is not the reader's hospital's
     */
    @HospitalMember
    public EpsilonPage page(@Nullable SandboxId sandbox, @Nullable Integer persons) {
        SandboxView view = sandbox == null ? null : sandboxes.show(sandbox);
        Long own = view == null ? null : view.project().terms().persons();
        EpsilonFigures.Size size = nearest(persons != null ? Long.valueOf(persons) : own);
        CostView cost = sandbox == null
                ? null
                : sandboxes.recipe(sandbox).map(recipe -> recipe.cost()).orElse(null);
        BigDecimal delta = new BigDecimal(figures.delta());
        return new EpsilonPage(
                figures,
                figures.sizes().stream().map(EpsilonFigures.Size::persons).toList(),
                size,
                own,
                size.choices().stream().map(choice -> line(choice, delta, cost)).toList(),
                cost);
    }

    private static EpsilonPage.Line line(EpsilonFigures.Choice choice, BigDecimal delta, @Nullable CostView cost) {
        double epsilon = Double.parseDouble(choice.epsilon());
        BigDecimal rho = Rho.forEpsilonDelta(new BigDecimal(choice.epsilon()), delta)
                .toDecimal()
                .setScale(6, RoundingMode.CEILING);
        CostView.Amount left = cost == null ? null : cost.left();
        return new EpsilonPage.Line(
                choice.epsilon(),
                choice.errors(),
                (Math.exp(epsilon) - 1 + 2 * delta.doubleValue()) / (Math.exp(epsilon) + 1),
                choice.attack(),
                rho.toPlainString(),
                left == null ? null : new BigDecimal(left.rho()).compareTo(rho) >= 0);
    }

    /** By ratio: error falls with the number of persons, not with its difference. */
    private EpsilonFigures.Size nearest(@Nullable Long persons) {
        double wanted = Math.log((double) Math.max(1L, persons == null ? 10_000L : persons));
        return figures.sizes().stream()
                .min(Comparator.comparingDouble(size -> Math.abs(Math.log(size.persons()) - wanted)))
                .orElseThrow();
    }

    private static EpsilonFigures read() {
        try (InputStream in = Objects.requireNonNull(EpsilonGuide.class.getResourceAsStream(FIGURES))) {
            return Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), EpsilonFigures.class, FIGURES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
