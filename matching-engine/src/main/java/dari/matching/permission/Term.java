package dari.matching.permission;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One field of a data-use statement. Names are those of DUOS's public data-use JSON; those from {@link #AI_TRAIN} on,
 * the legal basis, the forbidden uses and the country of access are Dari's own. Datasets and purposes carry the same
 * fields; unset is a third value, never false.
 */
public enum Term {
    GENERAL_USE("generalUse", Kind.FLAG),
    HMB_RESEARCH("hmbResearch", Kind.FLAG),
    DISEASE_RESTRICTIONS("diseaseRestrictions", Kind.LIST),
    POPULATION_ORIGINS_ANCESTRY("populationOriginsAncestry", Kind.FLAG),
    METHODS_RESEARCH("methodsResearch", Kind.FLAG),
    COMMERCIAL_USE("commercialUse", Kind.FLAG),
    NON_PROFIT_USE("nonProfitUse", Kind.FLAG),
    ETHICS_APPROVAL_REQUIRED("ethicsApprovalRequired", Kind.FLAG),
    COLLABORATOR_REQUIRED("collaboratorRequired", Kind.FLAG),
    GEOGRAPHICAL_RESTRICTIONS("geographicalRestrictions", Kind.TEXT),
    GENETIC_STUDIES_ONLY("geneticStudiesOnly", Kind.FLAG),
    PUBLICATION_RESULTS("publicationResults", Kind.FLAG),
    PUBLICATION_MORATORIUM("publicationMoratorium", Kind.TEXT),
    CONTROLS("controls", Kind.FLAG),
    POPULATION("population", Kind.FLAG),
    GENDER("gender", Kind.TEXT_OR_FLAG),
    PEDIATRIC("pediatric", Kind.FLAG),
    VULNERABLE_POPULATIONS("vulnerablePopulations", Kind.FLAG),
    ILLEGAL_BEHAVIOR("illegalBehavior", Kind.FLAG),
    SEXUAL_DISEASES("sexualDiseases", Kind.FLAG),
    PSYCHOLOGICAL_TRAITS("psychologicalTraits", Kind.FLAG),
    NOT_HEALTH("notHealth", Kind.FLAG),
    STIGMATIZE_DISEASES("stigmatizeDiseases", Kind.FLAG),
    OTHER("other", Kind.TEXT),
    SECONDARY_OTHER("secondaryOther", Kind.TEXT),
    AI_LLM_USE("aiLlmUse", Kind.FLAG),
    AI_TRAIN("aiTrain", Kind.FLAG),
    AI_FINE_TUNE("aiFineTune", Kind.FLAG),
    AI_GENERATE("aiGenerate", Kind.FLAG),
    AI_WEIGHTS_LEAVE("aiWeightsLeave", Kind.FLAG),
    AI_MODEL_RETURNED("aiModelReturned", Kind.FLAG),
    AI_RETRAIN_AFTER_WITHDRAWAL("aiRetrainAfterWithdrawal", Kind.FLAG),
    LEGAL_BASIS("legalBasis", Kind.TEXT),
    FORBIDDEN_USE("forbiddenUse", Kind.LIST),
    ACCESS_COUNTRY("accessCountry", Kind.TEXT);

    /** What a field may hold. */
    public enum Kind {
        FLAG,
        TEXT,
        TEXT_OR_FLAG,
        LIST
    }

    /** Topics for which a person looks at a purpose, and which a dataset may be limited to. */
    public static final List<Term> TOPICS = List.of(
            CONTROLS,
            POPULATION,
            GENDER,
            PEDIATRIC,
            VULNERABLE_POPULATIONS,
            ILLEGAL_BEHAVIOR,
            SEXUAL_DISEASES,
            PSYCHOLOGICAL_TRAITS,
            NOT_HEALTH,
            STIGMATIZE_DISEASES);

    private static final Map<String, Term> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(Term::field, Function.identity()));

    private final String field;
    private final Kind kind;

    Term(String field, Kind kind) {
        this.field = field;
        this.kind = kind;
    }

    /** The name in JSON. */
    public String field() {
        return field;
    }

    public Kind kind() {
        return kind;
    }

    /** Whether a text of this field is a code; any other text is somebody's own words and is not repeated. */
    public boolean isCode() {
        return this == LEGAL_BASIS || this == ACCESS_COUNTRY;
    }

    public static Optional<Term> ofField(String field) {
        return Optional.ofNullable(BY_NAME.get(field));
    }
}
