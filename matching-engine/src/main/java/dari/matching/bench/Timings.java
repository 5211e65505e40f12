package dari.matching.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** How long something took, run many times by one thread. */
final class Timings {

    private static final double NANOS_PER_MILLI = 1e6;

    /** Milliseconds by the clock on the wall, ascending. */
    private final double[] elapsed;

    /** Milliseconds of the calling thread, ascending. */
    private final double[] cpu;

    private Timings(double[] elapsed, double[] cpu) {
        this.elapsed = elapsed;
        this.cpu = cpu;
    }

    interface Step {
        void run(int number) throws IOException;
    }

    /** @param warmUp runs that are not counted, before the others */
    static Timings of(int warmUp, int counted, Step step) throws IOException {
        double[] elapsed = new double[counted];
        double[] cpu = new double[counted];
        for (int i = -warmUp; i < counted; i++) {
            long started = System.nanoTime();
            long cpuBefore = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            step.run(i + warmUp);
            if (i >= 0) {
                cpu[i] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpuBefore) / NANOS_PER_MILLI;
                elapsed[i] = (System.nanoTime() - started) / NANOS_PER_MILLI;
            }
        }
        Arrays.sort(elapsed);
        Arrays.sort(cpu);
        return new Timings(elapsed, cpu);
    }

    /**
     * Steps that follow each other, run many times; CPU milliseconds of the calling thread.
     *
     * @param each for each step the median over the runs
     * @param whole the median of all steps together
     */
    record Laps(List<Double> each, double whole) {

        double of(int step) {
            return each.get(step);
        }
    }

    static Laps ofLaps(int runs, List<Step> steps) throws IOException {
        double[][] cpu = new double[steps.size() + 1][runs];
        for (int run = 0; run < runs; run++) {
            for (int step = 0; step < steps.size(); step++) {
                long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                steps.get(step).run(run);
                cpu[step][run] =
                        (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / NANOS_PER_MILLI;
                cpu[steps.size()][run] += cpu[step][run];
            }
        }
        List<Double> medians =
                Arrays.stream(cpu).map(Timings::median).map(Timings::rounded).toList();
        return new Laps(medians.subList(0, steps.size()), medians.get(steps.size()));
    }

    static double median(double[] values) {
        Arrays.sort(values);
        return at(values, 50);
    }

    double elapsedP50() {
        return at(elapsed, 50);
    }

    double cpuP50() {
        return at(cpu, 50);
    }

    void into(Map<String, Double> figures, String name) {
        figures.put(name + "MsP50", rounded(at(elapsed, 50)));
        figures.put(name + "MsP99", rounded(at(elapsed, 99)));
        figures.put(name + "OwnCpuMsP50", rounded(at(cpu, 50)));
        figures.put(name + "OwnCpuMsP99", rounded(at(cpu, 99)));
    }

    private static double at(double[] ascending, int percent) {
        return ascending[Math.min(ascending.length - 1, ascending.length * percent / 100)];
    }

    static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
