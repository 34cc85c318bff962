/** Route alerts that IOM publishes. */
@NullMarked
package org.heliograph.iom.alerts;

import org.jspecify.annotations.NullMarked;
