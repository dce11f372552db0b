package org.iochub.core.deploy;

import java.io.InputStream;
import java.util.List;

/** The files in the deploy folder. Safe for any number of threads. */
public interface Deployments {
    /** The last verdict on every file, by name, and refusals of the last day. */
    List<Deployment> list();

    /**
     * Puts a file into the deploy folder and waits for its verdict.
     *
     * @param file a plain name that ends in jar, kar or yaml
     */
    Deployment deploy(String file, InputStream content) throws java.io.IOException;
}
