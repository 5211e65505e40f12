package dari.provisioner.recipe;

import dari.provisioner.BadInput;
import java.util.List;
import java.util.Locale;

/**
 * What can be wrong with a recipe: a stable name for readers of other languages, and the English words with places for what
 * the recipe says.
 */
public enum RecipeProblem {
    NO_RECIPE("is not a recipe", "start with the line 'recipe: 1'"),
    NO_TREE("is no recipe", "begin with recipe: 1"),
    OTHER_GOAL("is another goal than that of the form", "write goal: {0}"),
    EMPTY("is empty", "write a recipe: see the README"),
    SECOND_DOCUMENT("holds a second YAML document", "keep one recipe per file"),
    KEY_TWICE("names the same key twice", "keep one of them"),
    NOT_YAML("is not valid YAML", "mend the indentation or quoting near this line"),
    YAML_FORM("uses a YAML form that a recipe does not have", "use plain keys, lists and values"),
    UNKNOWN_KEY("unknown key '{0}'", "remove it or see the keys in {1}"),
    COLUMN_TWICE("names the same column twice", "column names ignore case"),
    NAMED_TWICE("names a column twice", "column names ignore case"),
    TABLE_TWICE("names the same table twice", "keep one of them"),
    PERSON_KEY_KEPT("the person key must not leave as it is", "use do: pseudonym, drop or constant"),
    IDENTIFIER_KEPT("an identifier must not leave as it is", "use do: pseudonym, drop or constant"),
    QUASI_TREATMENT(
            "a quasi-identifier is generalised by the privacy model or kept",
            "give it a hierarchy, or do: keep, or another role"),
    MEANS_NOTHING("means nothing with this treatment", "remove it or change do:"),
    LACKS("lacks '{0}'", "add it: this treatment needs it"),
    SCRUB_ACTION("is not done to a {0}", "only dates are shifted; dates and addresses have no surrogates"),
    NO_WEEK("leaves no whole week to move by", "give maxDays: 7 or more"),
    OTHER_SHIFT(
            "moves dates otherwise than an earlier column, which would break intervals",
            "give every shiftDate and scrub the same maxDays and keep"),
    CAP_BOUNDS("needs min, max or both, in order", "for example: {do: cap, max: 90}"),
    UNIT_OF_HISTORIES("does not fit histories", "write unit: person"),
    PERIOD_ORDER("is not after from", "write the last day of the period"),
    TABLE_UNKNOWN("is not synthesised in this version", "known are {0}"),
    OF_ONE_TABLE(
            "belongs to the synthesis of one table",
            "remove it: facts about histories stand beside the tables, under constraints"),
    RULE_OF_HISTORIES("belongs to histories of several tables", "write ascending"),
    RULE_OF_ONE_TABLE(
            "belongs to the synthesis of one table",
            "write never or follows: histories keep their dates in order by themselves"),
    OF_OTHER_TABLE("does not fit this table", "person takes a domain, the others take codes"),
    TABLE_MISSING("has no {0}", "histories need it: add {0}"),
    PERIOD_MISSING("has no {0}", "add period: {from: 2010-01-01, to: 2024-12-31}, the public bounds of all dates"),
    CODES_MISSING("has no {0}", "name the CSV file of its public concepts, or list them"),
    DOMAIN_OF_PERSON("has no {0}", "name the JSON file of its public domain"),
    DOMAIN_MISSING("has no {0}", "name the JSON file of the public domain"),
    DP_MISSING("has no {0}", "add dp: {mechanism: adaptive, epsilon: 1, delta: 1e-9, unit: row}"),
    BUDGET_MISSING("has no {0}", "add budget: {dataset: …, population: …}"),
    NO_DATE("is no date", "write it like 2024-12-31"),
    FILE_MISSING("names the file '{0}', which did not come with the recipe", "upload it beside the recipe"),
    NO_FILE("is no file", "give a path relative to the recipe"),
    NO_BUILTIN(
            "no such built-in hierarchy",
            "use builtin:year, date, age, number, zip, postal, region, icd10, kcd or a file"),
    NO_APPROVAL("lets sensitive conditions leave without an approval", "add approval: with the decision's reference"),
    NEEDLESS_APPROVAL("names an approval it does not need", "remove approval or write do: allow"),
    NO_LISTED_COLUMN("is not a listed column", "write table.column of a column that the recipe lists"),
    K_MISSING("k is missing", "add privacy: {k: 5} or more"),
    K_FOR_HISTORY("k is missing", "history needs privacy.k"),
    NO_QUASI("no column has role: quasi", "mark the quasi-identifiers"),
    ORDER_ALONE("belongs to distance: ordered", "remove it"),
    PRESENCE_RECODING(
            "needs recoding: global, since classes of local recoding overlap and one person would fit several",
            "write recoding: global"),
    MIN_ABOVE_MAX("is above max", "swap them"),
    OTHER_POPULATION("is another file than that of kMap", "name one population"),
    NOT_SENSITIVE("is not a kept column of role sensitive in table {0}", "mark it with role: sensitive"),
    MANY_FILES("comes with more than {0} files", "name fewer"),
    FILES_CASE("comes with two files that differ in case alone", "rename one"),
    FILES_LONG("comes with files of more than {0} characters together", "shorten a code list or hierarchy"),
    FILE_AND_FOLDER("comes with '{0}' as a file and as a folder", "rename one"),
    FILE_NAME(
            "names the file '{0}', which cannot travel with it",
            "use Latin letters, digits, points, hyphens and underscores, in folders below the recipe"),
    OF_SYNTHESIS("belongs to goal: synthesize", "remove it for goal: deidentify"),
    NO_PERSON_KEY("does not say which column names the person", "add personKey at the top or to this table"),
    NO_COLUMN("lists no column", "list the columns that may leave"),
    HISTORY_CODE("is not a column of this table that is kept or grouped", "list it with do: keep or do: groupRare"),
    HISTORY_WITH("is not a listed column of this table", "list it or remove it"),
    SECOND_QUASI(
            "a second table with quasi-identifiers",
            "k is counted over one table: join these columns to it, or protect them with history"),
    NOT_LISTED("is not a listed column of table {0}", "name a listed column"),
    STANDARD_UNKNOWN("is not synthesised in this version", "write omop-5.3 or omop-5.4"),
    SEVERAL_TABLES("names several tables", "write standard: omop-5.4 for histories, else keep one"),
    NO_PERSON_COLUMN("needs to know the column that names the person", "add personKey to the table"),
    OF_PERSON_UNIT("belongs to unit: person", "remove it"),
    OF_HISTORIES("belongs to histories of several tables", "write standard: omop-5.4 or remove it"),
    OF_DEIDENTIFICATION("belongs to goal: deidentify", "remove it: only what the domain declares is synthesised"),
    BUILTIN_VALUE("holds a value that its built-in hierarchy cannot read", "clean the column or use a hierarchy file"),
    HIERARCHY_LEVELS("has another number of levels than the first line", "give every value the same number of levels"),
    HIERARCHY_TWICE("lists a value twice", "keep one line per value"),
    HIERARCHY_FORM("cannot be read as value;level1;…;*", "mend the hierarchy file"),
    HIERARCHY_EMPTY("is empty", "list one value per line: value;level1;…;*"),
    HIERARCHY_LACKS("lacks {0} of the values of column {1}", "add them to the file"),
    ROWS_PER_PERSON(
            "has several rows per person, whom nobody could count without their pseudonym",
            "release the person key with do: pseudonym"),
    NO_SUCH_TABLE("the source has no such table", "remove it or add its file to the source"),
    NO_SUCH_COLUMN("the source has no such column", "remove it or correct its name"),
    COLUMN_UNLISTED("does not list the source's column '{0}'", "list it or write others: drop"),
    RELEASES_NOTHING("releases no column", "keep a column or remove the table"),
    NO_SUCH_PERSON_KEY("the source has no person key '{0}' here", "name this table's own with personKey"),
    POPULATION_COLUMN("has no column {0}", "give every quasi-identifier under its name"),
    POPULATION_TREATMENT(
            "is treated in a way in which a population cannot follow",
            "keep this quasi-identifier or give it a hierarchy"),
    CODES_FORM("is not group;codes", "write for example: mental;F00-F99 X60"),
    NO_CODE_GROUP("knows no group {0}", "use {1}"),
    CODES_ENCODING("cannot be read as UTF-8", "mend the list of sensitive codes"),
    ORDER_LACKS("{0} of its values are not in the order of t", "list every value in t.order"),
    NO_ORDER("holds values that are neither numbers nor dates", "list them from least to most in t.order"),
    DOMAIN_UNREADABLE("cannot be read", "give the JSON file of the public domain"),
    DOMAIN_JSON("is not valid JSON or names a column twice", "mend it near this line"),
    DOMAIN_EMPTY("names no column", "write {\"column\": size, …}"),
    DOMAIN_BOUNDS("has a min that is not below its max", "write documented bounds"),
    DOMAIN_FORM(
            "is no domain", "write a size, {\"values\": […]} or {\"min\":…,\"max\":…,\"bins\":…} of numbers or dates"),
    DOMAIN_BINS("has more bins than days", "write documented bounds and fewer bins"),
    DOMAIN_DATES("has bounds that are neither numbers nor dates", "write dates as 2024-12-31"),
    DOMAIN_VALUES("lists something else than texts and numbers", "list plain values"),
    DOMAIN_EMPTY_VALUE("lists an empty value", "missing has its own code: list every value once"),
    DOMAIN_VALUE_TWICE("lists a value twice", "missing has its own code: list every value once"),
    DOMAIN_COUNT("needs 1 to {0} values", "group the values"),
    DOMAIN_SIZE("needs a whole number from 1 to {0}", "group the codes");

    private final String what;
    private final String whatToDo;

    RecipeProblem(String what, String whatToDo) {
        this.what = what;
        this.whatToDo = whatToDo;
    }

    /**
     * @param where file with line and path, or whatever it is about
     * @param arguments of its words, in their order
     */
    public BadInput at(String where, Object... arguments) {
        List<String> told = List.of(arguments).stream().map(String::valueOf).toList();
        return new BadInput(code(), told, where, filled(what, told), filled(whatToDo, told));
    }

    /** As {@link BadInput#code()} tells it, e.g. {@code recipe.columnTwice}. */
    public String code() {
        StringBuilder code = new StringBuilder("recipe.");
        for (String word : name().toLowerCase(Locale.ROOT).split("_", -1)) {
            boolean first = code.charAt(code.length() - 1) == '.';
            code.append(first ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return code.toString();
    }

    /** Not by a message format: what the recipe says may hold braces. */
    private static String filled(String words, List<String> arguments) {
        String filled = words;
        for (int i = 0; i < arguments.size(); i++) {
            filled = filled.replace("{" + i + "}", arguments.get(i));
        }
        return filled;
    }
}
