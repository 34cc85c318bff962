/** Who is designated for which kind of request: authorities, never persons. */
@NullMarked
package org.heliograph.desk.directory;

import org.jspecify.annotations.NullMarked;
