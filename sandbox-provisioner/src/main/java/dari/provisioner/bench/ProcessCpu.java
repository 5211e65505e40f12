package dari.provisioner.bench;

import java.lang.management.ManagementFactory;

/** What this process has spent so far, over all of its threads and the engine's. */
final class ProcessCpu {

    private ProcessCpu() {}

    static double seconds() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime() / 1e9
                : System.nanoTime() / 1e9;
    }
}
