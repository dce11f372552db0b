/**
 * What an adapter's tests stand on: a source without a hub, as much of a hub as routes need, messages from files and
 * text, and what holds for every adapter.
 */
package org.iochub.testkit;
