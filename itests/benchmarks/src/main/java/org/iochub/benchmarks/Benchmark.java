package org.iochub.benchmarks;

import java.io.PrintStream;

/** Measures one thing and prints what came out; it does not judge. */
public interface Benchmark {
    void run(Options options, PrintStream out) throws Exception;
}
