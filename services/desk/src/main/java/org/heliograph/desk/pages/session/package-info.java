/** Officers sign in to the pages and out again. */
@NullMarked
package org.heliograph.desk.pages.session;

import org.jspecify.annotations.NullMarked;
