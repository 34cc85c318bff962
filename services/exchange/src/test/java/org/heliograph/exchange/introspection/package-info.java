@NullMarked
package org.heliograph.exchange.introspection;

import org.jspecify.annotations.NullMarked;
