@NullMarked
package org.heliograph.operations.cluster;

import org.jspecify.annotations.NullMarked;
