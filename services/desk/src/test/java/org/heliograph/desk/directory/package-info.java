@NullMarked
package org.heliograph.desk.directory;

import org.jspecify.annotations.NullMarked;
