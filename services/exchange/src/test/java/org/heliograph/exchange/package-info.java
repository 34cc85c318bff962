@NullMarked
package org.heliograph.exchange;

import org.jspecify.annotations.NullMarked;
