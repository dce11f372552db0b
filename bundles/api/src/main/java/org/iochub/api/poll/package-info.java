/**
 * Reading a service page after page from a change time on, with an overlap behind the latest time met: what polling
 * adapters share. {@link org.iochub.api.poll.Paging} is the way in.
 */
package org.iochub.api.poll;
