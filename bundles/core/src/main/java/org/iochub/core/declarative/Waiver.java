package org.iochub.core.declarative;

/**
 * A check of the conformance kit that a file asks to be spared.
 *
 * @param check the check's id, kebab-case
 * @param reason why, for whoever reads the report
 */
public record Waiver(String check, String reason) {}
