package dari.capacity;

import dari.kernel.UserId;

/**
 * One clinician's month.
 *
 * @param offered hours that the hospital offers of them
 * @param promised hours that are promised to what is under way
 * @param meetingMinutes minutes of agreed meetings this month of what they are promised to
 */
public record ClinicianLoad(UserId clinician, String name, int offered, int promised, long meetingMinutes) {

    private static final int MINUTES = 60;

    /** Promised hours, or the meetings of the month where these are more: meetings are part of what is promised. */
    public double used() {
        return Math.max(promised, meetingMinutes / (double) MINUTES);
    }

    public boolean isOver() {
        return used() > offered;
    }

    /** Length of a bar among others, in percent. */
    public double percentOf(double most) {
        return most <= 0 ? 0 : Math.min(100, 100 * used() / most);
    }

    /** Where the offered hours end on the same scale. */
    public double limitOf(double most) {
        return most <= 0 ? 0 : Math.min(100, 100.0 * offered / most);
    }
}
