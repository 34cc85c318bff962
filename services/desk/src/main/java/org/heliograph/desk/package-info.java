/** The desk: a party's REST layer and casework, configured into its service. */
@NullMarked
package org.heliograph.desk;

import org.jspecify.annotations.NullMarked;
