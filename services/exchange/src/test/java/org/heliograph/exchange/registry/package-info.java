@NullMarked
package org.heliograph.exchange.registry;

import org.jspecify.annotations.NullMarked;
