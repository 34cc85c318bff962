@NullMarked
package org.heliograph.operations.mission;

import org.jspecify.annotations.NullMarked;
