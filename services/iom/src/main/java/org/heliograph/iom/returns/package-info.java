/** Return cases, as far as they can be without sealing. */
@NullMarked
package org.heliograph.iom.returns;

import org.jspecify.annotations.NullMarked;
