/** Client kits: all that a system of a party needs to read its first message, in a folder. */
@NullMarked
package org.heliograph.standalone.kits;

import org.jspecify.annotations.NullMarked;
