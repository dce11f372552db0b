/** The gate: every file dropped into the deploy folder is judged here before anything of it runs. */
package org.iochub.deploy.internal;
