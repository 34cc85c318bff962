/** Campaigns and strategies that IOM publishes. */
@NullMarked
package org.heliograph.iom.prevention;

import org.jspecify.annotations.NullMarked;
