package org.iochub.core.declarative;

/** Makes an adapter of a declarative source's file. Opens no connection and starts nothing. Safe for any number of threads. */
public interface SourceCompiler {
    /**
     * @param file the file's name, for people
     * @param yaml its content, UTF-8
     * @return the source, or everything that is wrong with the file
     */
    Compiled compile(String file, byte[] yaml);
}
