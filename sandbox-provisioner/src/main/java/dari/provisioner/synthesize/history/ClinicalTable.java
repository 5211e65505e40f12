package dari.provisioner.synthesize.history;

import java.util.random.RandomGenerator;

/** The tables of OMOP whose rows belong to contacts. */
public enum ClinicalTable {
    CONDITION("condition_occurrence", "condition_concept_id", "condition_start_date", "condition_end_date"),
    DRUG("drug_exposure", "drug_concept_id", "drug_exposure_start_date", "drug_exposure_end_date"),
    /** Its value is a number in the public bounds of its code. */
    MEASUREMENT("measurement", "measurement_concept_id", "measurement_date", "value_as_number");

    private final String table;
    private final String code;
    private final String date;
    private final String value;

    ClinicalTable(String table, String code, String date, String value) {
        this.table = table;
        this.code = code;
        this.date = date;
        this.value = value;
    }

    /** As OMOP names it. */
    public String table() {
        return table;
    }

    /** Column of the concept. */
    public String code() {
        return code;
    }

    /** Column of the first day. */
    public String date() {
        return date;
    }

    /** Column of the last day, or of the number that was measured. */
    public String value() {
        return value;
    }

    /** Whether the value is the last day. */
    public boolean lasts() {
        return this != MEASUREMENT;
    }

    /** Codes of a value; one more means something outside the bounds, the one after it that there is none. */
    int valueCodes() {
        return lasts() ? Buckets.DAYS.size() : CodeList.BINS;
    }

    /**
     * Value of a row that lasts.
     *
     * @param until its last day; before the first where it has none
     */
    public int durationCode(int day, int until) {
        return until < day ? valueCodes() + 1 : Buckets.DAYS.code((long) until - day);
    }

    /** A number of days that a value stands for; −1 for none. */
    public int duration(int value, RandomGenerator random) {
        return value < Buckets.DAYS.size() ? Buckets.DAYS.draw(value, random) : -1;
    }
}
