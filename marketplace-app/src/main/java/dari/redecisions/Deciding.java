package dari.redecisions;

import dari.agreements.AgreedTerms;
import dari.boards.BoardRoutes;
import dari.boards.BoardView;
import dari.boards.Boards;
import dari.introductions.Introductions;
import dari.matching.permission.Decision;
import dari.matching.permission.Duty;
import dari.matching.permission.PermissionDecision;
import dari.matching.permission.Reason;
import dari.matching.permission.UseTerms;
import dari.matching.permission.strict.StrictRules;
import dari.matching.vocabulary.Vocabulary;
import dari.needs.Needs;
import dari.offers.OfferContent;
import dari.projects.ProjectView;
import dari.redecisions.Grounds.Change;
import dari.sandboxes.TierRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Decides one project under given terms by the rules, boards and clauses of this moment. */
@Component
class Deciding {

    /** Parts of an agreement that differ by the terms; duties, tier and payment are compared as themselves. */
    private static final Set<String> TERMS = Set.of("scope", "ai", "delivery", "downloads");

    private final StrictRules rules;
    private final TierRule tiers;
    private final Boards boards;
    private final BoardRoutes routes;
    private final PaperGrounds papers;
    private final CallGrounds call;
    private final AgreedTerms agreed;
    private final Introductions introductions;
    private final Needs needs;

    Deciding(
            Vocabulary vocabulary,
            TierRule tiers,
            Boards boards,
            BoardRoutes routes,
            PaperGrounds papers,
            CallGrounds call,
            AgreedTerms agreed,
            Introductions introductions,
            Needs needs) {
        this.rules = new StrictRules(vocabulary.diseases());
        this.tiers = tiers;
        this.boards = boards;
        this.routes = routes;
        this.papers = papers;
        this.call = call;
        this.agreed = agreed;
        this.introductions = introductions;
        this.needs = needs;
    }

    Grounds decide(ProjectView project, OfferContent offer) {
        return decide(project, offer, boards.of(project.hospital().id()));
    }

    /** @param hospitals all boards of the project's hospital, as they are or would be */
    Grounds decide(ProjectView project, OfferContent offer, List<BoardView> hospitals) {
        List<Ground> grounds = new ArrayList<>();
        PermissionDecision permission = rules.decide(offer.terms(), purpose(project));
        grounds.add(Ground.of(Subject.VERDICT, "", verdict(permission)));
        grounds.add(Ground.of(Subject.TIER, "", tiers.predict(offer).tier().name()));
        List<BoardRoutes.AskedBoard> route = routes.among(hospitals, offer);
        for (BoardRoutes.AskedBoard asked : route) {
            String nameKo = asked.board().content().nameKo();
            String nameEn = asked.board().content().nameEn();
            grounds.add(new Ground(
                    Subject.BOARD,
                    asked.board().id().toString(),
                    (asked.undecided() ? "UNDECIDED " : "NEEDED ")
                            + asked.board().content().place(),
                    nameKo,
                    nameEn.isBlank() ? nameKo : nameEn));
        }
        grounds.addAll(papers.of(project, route));
        grounds.addAll(call.of(project));
        for (Duty duty : permission.duties()) {
            grounds.add(
                    Ground.of(Subject.DUTY, duty.kind().name(), duty.anchor() + " " + duty.days() + " " + duty.date()));
        }
        agreed.clauses(project, offer).stream()
                .filter(clause -> TERMS.contains(first(clause.code())))
                .map(clause -> new Ground(
                        Subject.CLAUSE,
                        clause.code().substring(0, clause.code().lastIndexOf('.')),
                        clause.code(),
                        clause.textKo(),
                        clause.textEn()))
                .forEach(grounds::add);
        grounds.add(Ground.of(Subject.ACCESS_DAYS, "", Integer.toString(offer.accessDays())));
        grounds.add(Ground.of(
                Subject.ENVIRONMENT, "", offer.environments().stream().sorted().collect(Collectors.joining(" "))));
        grounds.add(Ground.of(Subject.RULES, "permission", permission.rules()));
        grounds.add(Ground.of(Subject.RULES, "clauses", agreed.version()));
        return new Grounds(grounds);
    }

    /** What a later decision says differently, as far as it asks anything of anybody. */
    List<Change> changes(ProjectView project, Grounds before, Grounds later) {
        return before.changesTo(later).stream()
                .filter(change -> matters(project, change))
                .toList();
    }

    /** Whether it asks anything of anybody. */
    boolean matters(ProjectView project, Change change) {
        return switch (change.either().subject()) {
            case PAPERS, QUESTIONS -> papers.matters(project.id(), change);
            default -> true;
        };
    }

    /** The decision and, unless it is a yes, the rules that led to it. */
    private static String verdict(PermissionDecision permission) {
        if (permission.decision() == Decision.PERMIT) {
            return Decision.PERMIT.name();
        }
        return permission.decision()
                + permission.reasons().stream()
                        .filter(reason -> reason.effect() == permission.decision())
                        .map(Reason::rule)
                        .distinct()
                        .sorted()
                        .map(rule -> " " + rule)
                        .collect(Collectors.joining());
    }

    /** What both sides agreed to talk about; where they no longer do, nothing is known of it, and a person is asked. */
    private UseTerms purpose(ProjectView project) {
        return introductions.mutualOf(project.startup().id()).stream()
                .filter(talk -> talk.offer().equals(project.offer()))
                .findFirst()
                .map(talk -> talk.needContent()
                        .forMatching(
                                talk.need().value().toString(),
                                needs.profileOf(project.startup().id()))
                        .purpose())
                .orElse(UseTerms.NONE);
    }

    private static String first(String code) {
        return code.contains(".") ? code.substring(0, code.indexOf('.')) : "";
    }
}
