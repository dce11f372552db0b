/** The hub's commands in the Karaf shell. Each prints a table for people, or with {@code --json} JSON and nothing else. */
package org.iochub.shell.internal;
