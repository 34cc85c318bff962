/** Officers sign in to the pages and out again. */
@NullMarked
package org.heliograph.pages.session;

import org.jspecify.annotations.NullMarked;
