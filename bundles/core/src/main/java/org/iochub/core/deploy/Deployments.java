package org.iochub.core.deploy;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** The files in the deploy folder. Safe for any number of threads. */
public interface Deployments {
    /** What the distribution brings, then the last verdict on every file, by name, and refusals of the last day. */
    List<Deployment> list();

    /**
     * Puts a file into the deploy folder and waits for its verdict.
     *
     * @param file a plain name that ends in jar, kar, yaml or yml
     */
    Deployment deploy(String file, InputStream content) throws IOException;

    /**
     * Says what {@link #deploy} would do, and changes nothing.
     *
     * @param file a plain name that ends in jar, kar, yaml or yml
     */
    DeploymentPlan plan(String file, InputStream content) throws IOException;
}
