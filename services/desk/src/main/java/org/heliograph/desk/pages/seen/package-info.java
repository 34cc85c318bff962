/** Incidents and alerts that officers see, in words, and what of them may go on into a request. */
@NullMarked
package org.heliograph.desk.pages.seen;

import org.jspecify.annotations.NullMarked;
