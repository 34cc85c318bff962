@NullMarked
package org.heliograph.exchange.wire;

import org.jspecify.annotations.NullMarked;
