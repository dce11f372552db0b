package org.iochub.core.shadow;

import org.iochub.core.deploy.Deployment;
import org.iochub.model.Text;

/**
 * What became of a candidate that was promoted.
 *
 * @param verdict the gate's; when it is a refusal, the shadow goes on
 * @param shadow its last report
 * @param next what to do now
 */
public record Promotion(Deployment verdict, Shadow shadow, Text next) {}
