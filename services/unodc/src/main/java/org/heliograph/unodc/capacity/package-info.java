/** What UNODC does to strengthen capacities, upon request. */
@NullMarked
package org.heliograph.unodc.capacity;

import org.jspecify.annotations.NullMarked;
