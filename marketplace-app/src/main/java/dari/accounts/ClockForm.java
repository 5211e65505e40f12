package dari.accounts;

/** A person's zone and the hour of the daily letter, as chosen. */
record ClockForm(String zone, String hour) {

    ClockForm {
        zone = zone == null ? "" : zone;
        hour = hour == null ? "" : hour;
    }
}
