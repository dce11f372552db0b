package org.iochub.feed.internal.metrics;

import java.util.Map;

/** Writes the Prometheus text format, version 0.0.4. */
final class PrometheusText {
    private final StringBuilder text = new StringBuilder();

    PrometheusText family(String name, String type, String help) {
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
        return this;
    }

    void sample(String name, Map<String, String> labels, double value) {
        text.append(name);
        String separator = "{";
        for (Map.Entry<String, String> label : labels.entrySet()) {
            text.append(separator).append(label.getKey()).append("=\"");
            text.append(
                    label.getValue().replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n"));
            text.append('"');
            separator = ",";
        }
        text.append(labels.isEmpty() ? " " : "} ").append(number(value)).append('\n');
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
