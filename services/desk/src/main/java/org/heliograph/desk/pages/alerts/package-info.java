/** Route alerts that were released to the party, on pages. */
@NullMarked
package org.heliograph.desk.pages.alerts;

import org.jspecify.annotations.NullMarked;
