@NullMarked
package org.heliograph.operations.plan;

import org.jspecify.annotations.NullMarked;
