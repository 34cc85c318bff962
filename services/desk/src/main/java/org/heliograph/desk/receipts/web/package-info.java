/** Over HTTP: to whom the party's own events went. */
@NullMarked
package org.heliograph.desk.receipts.web;

import org.jspecify.annotations.NullMarked;
