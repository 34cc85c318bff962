/**
 * How far readers are behind: from committed offsets and times of records, with the right to DESCRIBE alone. What
 * records say stays closed to the control plane.
 */
@NullMarked
package org.heliograph.operations.lag;

import org.jspecify.annotations.NullMarked;
