/** What operators, parties and operations may change of the accounts. */
@NullMarked
package org.heliograph.identity.web;

import org.jspecify.annotations.NullMarked;
