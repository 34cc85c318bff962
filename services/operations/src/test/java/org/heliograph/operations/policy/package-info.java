@NullMarked
package org.heliograph.operations.policy;

import org.jspecify.annotations.NullMarked;
