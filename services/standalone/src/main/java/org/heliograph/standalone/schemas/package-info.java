/** What a changed schema of an event does to those who read it. */
@NullMarked
package org.heliograph.standalone.schemas;

import org.jspecify.annotations.NullMarked;
