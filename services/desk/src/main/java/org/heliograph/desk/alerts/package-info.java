/** Route alerts that the party received. */
@NullMarked
package org.heliograph.desk.alerts;

import org.jspecify.annotations.NullMarked;
