/** What the hub sends by itself: subscriptions of webhooks, taps to streaming platforms. */
package org.iochub.core.delivery;
