/** What an adapter's tests stand on: a source without a hub, messages from files and text. */
package org.iochub.testkit;
