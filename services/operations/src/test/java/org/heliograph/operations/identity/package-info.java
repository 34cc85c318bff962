@NullMarked
package org.heliograph.operations.identity;

import org.jspecify.annotations.NullMarked;
