@NullMarked
package org.heliograph.exchange.signing;

import org.jspecify.annotations.NullMarked;
