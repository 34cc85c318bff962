@NullMarked
package org.heliograph.pages.session;

import org.jspecify.annotations.NullMarked;
