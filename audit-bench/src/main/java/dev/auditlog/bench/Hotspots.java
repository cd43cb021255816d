package dev.auditlog.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/**
 * Where a recorded server spent its CPU time, from samples of its Java code: for each kind of thread the parts of the
 * work, and the methods on top of the stack.
 */
final class Hotspots {

    private static final int METHODS = 20;
    private static final double PERCENT = 100;

    private final Map<ThreadKind, Samples> kinds = new TreeMap<>();
    private int all;

    private Hotspots() {}

    static Hotspots of(Path recording) throws IOException {
        Hotspots hotspots = new Hotspots();
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                RecordedEvent event = file.readEvent();
                if (event.getEventType().getName().equals("jdk.ExecutionSample")) {
                    hotspots.add(event);
                }
            }
        }
        return hotspots;
    }

    private void add(RecordedEvent event) {
        RecordedStackTrace stack = event.getStackTrace();
        if (stack == null || event.getThread("sampledThread") == null) {
            return;
        }
        all++;
        String thread = event.getThread("sampledThread").getJavaName();
        kinds.computeIfAbsent(ThreadKind.of(thread == null ? "" : thread), kind -> new Samples())
                .add(stack.getFrames());
    }

    List<String> lines(String variant) {
        List<String> lines = new ArrayList<>();
        lines.add("## Samples of the server's Java code under \"" + variant + "\": " + all);
        kinds.forEach((kind, samples) -> {
            lines.add("");
            lines.add("### " + kind.label() + ": " + share(samples.count));
            lines.add("");
            lines.add("By part, the one nearest to the top of the stack:");
            lines.add("");
            samples.parts.entrySet().stream()
                    .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                    .forEach(part -> lines.add("- " + share(part.getValue()) + " " + part.getKey()));
            lines.add("");
            lines.add("By method on top of the stack:");
            lines.add("");
            samples.methods.entrySet().stream()
                    .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                    .limit(METHODS)
                    .forEach(method -> lines.add("- " + share(method.getValue()) + " " + method.getKey()));
        });
        return lines;
    }

    private String share(int count) {
        return Text.decimal(count * PERCENT / Math.max(1, all), 1) + " %";
    }

    /** Of one kind of thread. */
    private static final class Samples {

        private final Map<String, Integer> parts = new HashMap<>();
        private final Map<String, Integer> methods = new HashMap<>();
        private int count;

        void add(List<RecordedFrame> frames) {
            count++;
            parts.merge(part(frames), 1, Integer::sum);
            methods.merge(method(frames.get(0)), 1, Integer::sum);
        }

        private static String part(List<RecordedFrame> frames) {
            for (RecordedFrame frame : frames) {
                String type = frame.getMethod().getType().getName();
                for (String start : Parts.PACKAGES) {
                    if (type.startsWith(start)) {
                        return start;
                    }
                }
            }
            return "JDK and others";
        }

        private static String method(RecordedFrame frame) {
            return frame.getMethod().getType().getName() + "."
                    + frame.getMethod().getName();
        }
    }
}
