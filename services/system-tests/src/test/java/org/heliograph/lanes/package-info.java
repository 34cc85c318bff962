/** Which tests follow each other in one process. */
@NullMarked
package org.heliograph.lanes;

import org.jspecify.annotations.NullMarked;
