/** What the gate would say of an event that is not sent yet. */
@NullMarked
package org.heliograph.desk.preview;

import org.jspecify.annotations.NullMarked;
