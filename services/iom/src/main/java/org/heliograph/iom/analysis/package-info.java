/** What alerts and incidents tell of routes. */
@NullMarked
package org.heliograph.iom.analysis;

import org.jspecify.annotations.NullMarked;
