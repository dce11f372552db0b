package org.iochub.deploy.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a file looks like from outside: two equal looks in a row mean that nobody is writing it. */
record Look(long size, long modifiedMillis) {
    static Look at(Path file) throws IOException {
        return new Look(Files.size(file), Files.getLastModifiedTime(file).toMillis());
    }
}
