@NullMarked
package org.heliograph.operations.lag;

import org.jspecify.annotations.NullMarked;
