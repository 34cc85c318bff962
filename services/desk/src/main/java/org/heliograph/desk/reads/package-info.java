/** Who at this party read by REST what each reader is to answer for (R15, R16). */
@NullMarked
package org.heliograph.desk.reads;

import org.jspecify.annotations.NullMarked;
