/** Incidents that the party reported or received, on pages. */
@NullMarked
package org.heliograph.desk.pages.incidents;

import org.jspecify.annotations.NullMarked;
