/** Statistics that IOM makes of its records, and the alerts that follow from them. */
@NullMarked
package org.heliograph.iom.research;

import org.jspecify.annotations.NullMarked;
